import { rangeAddress } from '../find/grid';
import type { SheetContent } from '../sheets/doc';
import type { Batch } from './batch';

type Links = SheetContent['links'];
type Heights = SheetContent['heights'];

/** Up to so many are set one by one, as every Excel takes them. */
const FEW = 8;
/** Cells or rows that one call sets. */
const AT_ONCE = 2000;
/** What a call, a link in it, or a row takes on the wire, roughly. */
const BYTES = { call: 400, link: 160, row: 40 } as const;

/** Links cells to others. @param atOnce this Excel sets the properties of many cells in one call */
export async function drawLinks(
  batch: Batch,
  sheet: Excel.Worksheet,
  links: Links,
  atOnce: boolean,
): Promise<void> {
  if (!atOnce || links.length <= FEW) {
    for (const link of links) {
      await batch.carry(BYTES.call);
      sheet.getRange(rangeAddress(link.row, link.column, 1, 1)).hyperlink = hyperlink(link);
    }
    return;
  }
  for (const column of new Set(links.map((link) => link.column))) {
    const theirs = links.filter((link) => link.column === column);
    const cells = inRows(theirs.map((link) => [link.row, { hyperlink: hyperlink(link) }]));
    for (const { row, items } of blocks(cells)) {
      await batch.carry(BYTES.call + BYTES.link * items.length);
      const range = sheet.getRange(rangeAddress(row, column, items.length, 1));
      range.setCellProperties(items.map((cell) => [cell]));
    }
  }
}

function hyperlink({ to }: Links[number]): Excel.RangeHyperlink {
  return {
    documentReference: `'${to.sheet.replace(/'/g, "''")}'!${to.address}`,
    textToDisplay: to.address,
    screenTip: `${to.sheet}!${to.address}`,
  };
}

/** Sets the heights of rows. @param atOnce this Excel sets the properties of many rows in one call */
export async function drawHeights(
  batch: Batch,
  sheet: Excel.Worksheet,
  heights: Heights,
  atOnce: boolean,
): Promise<void> {
  if (!atOnce || heights.length <= FEW) {
    for (const { row, rows, points } of heights) {
      await batch.carry(BYTES.call);
      sheet.getRange(`${row + 1}:${row + rows}`).format.rowHeight = points;
    }
    return;
  }
  const each = heights.flatMap(({ row, rows, points }) =>
    Array.from({ length: rows }, (_, i): [number, Excel.SettableRowProperties] => [
      row + i,
      { format: { rowHeight: points } },
    ]),
  );
  for (const { row, items } of blocks(inRows(each))) {
    await batch.carry(BYTES.call + BYTES.row * items.length);
    sheet.getRange(rangeAddress(row, 0, items.length, 1)).setRowProperties(items);
  }
}

/** From the first row to the last, `{}` where nothing is set: that changes nothing. */
function inRows<T extends object>(set: readonly (readonly [row: number, item: T])[]) {
  const byRow = new Map(set);
  const rows = [...byRow.keys()];
  const first = rows.reduce((x, y) => Math.min(x, y));
  const last = rows.reduce((x, y) => Math.max(x, y));
  const items = Array.from({ length: last - first + 1 }, (_, i): Partial<T> => {
    return byRow.get(first + i) ?? {};
  });
  return { row: first, items };
}

function blocks<T>({ row, items }: { row: number; items: readonly T[] }) {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, i) => ({
    row: row + i * AT_ONCE,
    items: items.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  }));
}
