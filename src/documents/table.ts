import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type FileChild,
} from 'docx';
import { paragraph, TABLE_SIZE, twips, type TextStyle } from './text';

type Align = NonNullable<TextStyle['align']>;

export interface Column {
  readonly heading: string;
  /** Millimetres. */
  readonly width: number;
  readonly align?: Align;
}

/** A row of cells, or a text over all columns but the first, which stays with the row below. */
export type Row = readonly string[] | { readonly span: string; readonly italic?: boolean };

/** A table whose heading is repeated on every page; no row is torn apart. */
export function table(columns: readonly Column[], rows: readonly Row[], size = TABLE_SIZE): Table {
  const widths = columns.map(({ width }) => twips(width));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, i) =>
      cell(heading, widths[i] ?? 0, { bold: true, align: 'center', size }),
    ),
  });
  const bodyRows = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children:
          'span' in row
            ? spanning(row.span, widths, { bold: true, italic: row.italic ?? false, size })
            : columns.map(({ align = 'center' }, i) =>
                cell(row[i] ?? '', widths[i] ?? 0, { align, size }),
              ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...bodyRows],
  });
}

function spanning(text: string, widths: readonly number[], style: TextStyle): TableCell[] {
  const [first = 0, ...rest] = widths;
  const width = rest.reduce((sum, each) => sum + each, 0);
  return [
    cell('', first, { ...style, keepNext: true }),
    cell(text, width, { ...style, align: 'left', keepNext: true }, rest.length),
  ];
}

function cell(text: string, width: number, style: TextStyle, span = 1): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: twips(1), right: twips(1), top: twips(0.6), bottom: twips(0.6) },
    children: [paragraph(text, style)],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** Texts side by side without lines: letterheads and signatures. Widths in millimetres. */
export function sideBySide(
  cells: readonly { readonly width: number; readonly children: readonly FileChild[] }[],
): Table {
  const widths = cells.map(({ width }) => twips(width));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ children }, i) =>
            new TableCell({
              width: { size: widths[i] ?? 0, type: WidthType.DXA },
              borders: NO_BORDERS,
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              children: [...(children as never[])],
            }),
        ),
      }),
    ],
  });
}
