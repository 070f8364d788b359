import { asRecord } from './arguments';
import { writeCells } from './cell-writes';
import { formatNumber } from './number-format';
import { isEmptyCell, mapCells, type RangeRef, shownValue, wireValue } from './range-ref';
import type { HostSession } from './session';
import { restyleArea } from './styles';

/** The look that Excel gives a cell with a link. */
const LINK_LOOK = { fontColor: '#0563C1', underline: 'single' } as const;

/** The link of the first cell; null where there is none or where the cells differ. */
export function readHyperlink(ref: RangeRef, host: HostSession): unknown {
  const { sheet, rect } = ref;
  const link = sheet.hyperlinkAt(rect.row, rect.column);
  if (!link) return null;
  const value = wireValue(shownValue(sheet.read(rect.row, rect.column)));
  const format = host.model.formatOf(sheet.styleAt(rect.row, rect.column)).numberFormat;
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.documentReference === null ? {} : { documentReference: link.documentReference }),
    screenTip: link.screenTip ?? '',
    textToDisplay: typeof value === 'number' ? formatNumber(value, format) : String(value),
  };
}

/** Sets or (with null or nothing in it) takes away the link of every cell. */
export function writeHyperlink(ref: RangeRef, input: unknown, host: HostSession): void {
  host.isDirty = true;
  const fields = input === null ? {} : asRecord(input);
  const field = (name: string): string | null => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const address = field('address');
  const documentReference = field('documentReference');
  if (address === null && documentReference === null) {
    mapCells(ref, (row, column) => ref.sheet.setHyperlink(row, column, null));
    return;
  }
  const link = { address, documentReference, screenTip: field('screenTip') };
  const shown = field('textToDisplay');
  mapCells(ref, (row, column) => {
    ref.sheet.setHyperlink(row, column, link);
    const empty = isEmptyCell(ref.sheet.read(row, column));
    const text = shown ?? (empty ? (address ?? documentReference) : null);
    if (text === null) return;
    const cell = { sheet: ref.sheet, rect: { row, column, rows: 1, columns: 1 } };
    writeCells(cell, `'${text}`, host);
  });
  restyleArea({ sheet: ref.sheet, rects: [ref.rect] }, LINK_LOOK, host);
}
