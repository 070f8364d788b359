import type { SheetModel, StyleId, WorkbookModel } from '../../src/host';

/** A rectangle to leave out: what is ours on a sheet of the user's. */
export interface LeftOut {
  readonly fromColumn: number;
}

/** Everything about a sheet that a user could see, as text that can be compared. */
export function sheetSnapshot(model: WorkbookModel, sheet: SheetModel, leftOut?: LeftOut) {
  const used = sheet.used(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const rows = used.row + used.rows + 2;
  const columns = Math.min(used.column + used.columns + 2, leftOut?.fromColumn ?? Infinity);
  const formats = new Map<StyleId, string>();
  const formatAt = (row: number, column: number) => {
    const style = sheet.styleAt(row, column);
    const known = formats.get(style) ?? JSON.stringify(model.formatOf(style));
    formats.set(style, known);
    return known;
  };
  const plain = JSON.stringify(model.formatOf(model.defaultStyle));
  const cells: Record<string, unknown> = {};
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const { value, formula } = sheet.read(row, column);
      const format = formatAt(row, column);
      const link = sheet.hyperlinkAt(row, column);
      if (value === null && formula === null && link === null && format === plain) continue;
      cells[`R${row + 1}C${column + 1}`] = { value, formula, link, format };
    }
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells,
    merges: sheet.merges.map((merge) => JSON.stringify(merge)).sort(),
    // A width that was set to the default's own measure looks no different.
    widths: Array.from({ length: columns }, (_, column) =>
      (sheet.columnWidth(column) ?? sheet.defaultColumnWidth).toFixed(1),
    ),
    heights: Array.from(
      { length: rows },
      (_, row) => sheet.rowHeight(row) ?? sheet.defaultRowHeight,
    ),
    hiddenRows: Array.from({ length: rows }, (_, row) => sheet.isRowHidden(row)),
    frozen: [sheet.frozen.rows, sheet.frozen.columns],
    gridlines: sheet.showGridlines,
    titleRows: sheet.printTitleRows,
    breaks: sheet.rowBreaks,
    page: JSON.stringify(sheet.page),
    validations: sheet.validations,
    charts: sheet.charts.map(({ name, title, anchor, inset, series }) =>
      JSON.stringify([name, title, anchor, inset, series.map((each) => each.values?.rect)]),
    ),
  };
}

/** The whole workbook: sheets, names, tables, settings. */
export function snapshot(model: WorkbookModel) {
  return {
    sheets: model.sheets.map((sheet) => sheetSnapshot(model, sheet)),
    names: model.names
      .map(({ name, scope, formula, visible }) =>
        JSON.stringify([name, scope?.name ?? null, formula, visible]),
      )
      .sort(),
    tables: model.tables.map(({ name, rect, columns }) => JSON.stringify([name, rect, columns])),
    settings: Object.fromEntries(model.settings),
    active: model.activeSheet.name,
  };
}
