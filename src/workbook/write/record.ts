import type { ColumnsTarget, SheetTarget } from './targets';
import { printsOf, type Written, type WrittenColumns, type WrittenSheet } from './written';

/** What is written, as the workbook keeps it to see changes by. */
export function recordOf(
  sheets: readonly SheetTarget[],
  columns: readonly ColumnsTarget[],
): Written {
  return {
    sheets: sheets.map(({ doc, name }): WrittenSheet => {
      const { kind, values, landscape, widths, styles, merges, links, heights, titleRows } = doc;
      const { chart, breaks, printColumns } = doc;
      return {
        sheet: name,
        kind,
        area: { row: 0, column: 0, rows: values.length, columns: widths.length },
        prints: printsOf(values),
        layout: {
          landscape,
          widths,
          styles,
          merges,
          links,
          heights,
          titleRows,
          ...(chart ? { chart } : {}),
          ...(breaks ? { breaks } : {}),
          ...(printColumns === undefined ? {} : { printColumns }),
        },
      };
    }),
    columns: columns.map(({ doc }): WrittenColumns => {
      const { sheet, mark, area, values, styles } = doc;
      return { sheet, mark, area, prints: printsOf(values), styles };
    }),
  };
}
