import { rangeAddress } from '../find/grid';
import type { SheetContent } from '../sheets/doc';
import type { Batch } from './batch';

type Links = SheetContent['links'];
type Heights = SheetContent['heights'];

/** Up to so many links are set one by one, as every Excel takes them. */
const FEW = 8;
/** Cells that one call sets, and ranges: an address must not be too long. */
const CELLS_AT_ONCE = 2000;
const RANGES_AT_ONCE = 100;
/** What a call, a link in it, or a range takes on the wire, roughly. */
const BYTES = { call: 400, link: 160, range: 16 } as const;

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

/** Sets the heights of rows. @param atOnce this Excel takes several ranges as one */
export async function drawHeights(
  batch: Batch,
  sheet: Excel.Worksheet,
  heights: Heights,
  atOnce: boolean,
): Promise<void> {
  const rowsOf = new Map<number, string[]>();
  for (const { row, rows, points } of heights) {
    const addresses = rowsOf.get(points) ?? [];
    addresses.push(`${row + 1}:${row + rows}`);
    rowsOf.set(points, addresses);
  }
  for (const [points, addresses] of rowsOf) {
    for (let from = 0; from < addresses.length; from += atOnce ? RANGES_AT_ONCE : 1) {
      const some = addresses.slice(from, from + RANGES_AT_ONCE);
      await batch.carry(BYTES.call + BYTES.range * some.length);
      const range = atOnce ? sheet.getRanges(some.join(',')) : sheet.getRange(some[0]);
      range.format.rowHeight = points;
    }
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
  return Array.from({ length: Math.ceil(items.length / CELLS_AT_ONCE) }, (_, i) => ({
    row: row + i * CELLS_AT_ONCE,
    items: items.slice(i * CELLS_AT_ONCE, (i + 1) * CELLS_AT_ONCE),
  }));
}
