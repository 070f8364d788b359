/** Asks Excel which cells are empty: to a function it hands 0 for one, and 0 for a 0. */

/** Whether a cell of a range is empty, counted from the range's first cell. */
export type IsEmpty = (row: number, column: number) => boolean;

interface Asked {
  readonly sheet: string;
  readonly range: string;
  readonly answer: Promise<IsEmpty>;
  readonly found: (isEmpty: IsEmpty) => void;
  readonly failed: (error: unknown) => void;
}

/** By address: formulas that Excel evaluates together ask together, and for each range once. */
let asked = new Map<string, Asked>();

/** The empty cells of a range of this workbook. @throws (rejects) where they can't be had */
export function emptyCellsOf(address: string): Promise<IsEmpty> {
  const known = asked.get(address);
  if (known) return known.answer;
  const place = placeOf(address);
  if (!place) return Promise.reject(new Error(`not in this workbook: ${address}`));
  let found: Asked['found'] = () => undefined;
  let failed: Asked['failed'] = () => undefined;
  const answer = new Promise<IsEmpty>((resolve, reject) => {
    found = resolve;
    failed = reject;
  });
  if (asked.size === 0) void Promise.resolve().then(askAll);
  asked.set(address, { ...place, answer, found, failed });
  return answer;
}

/** `Costs!D8`, `'Kết quả'!A1:B9`; null for another workbook's, which Office.js can't read. */
function placeOf(address: string): { readonly sheet: string; readonly range: string } | null {
  const [, quoted, plain = '', range = ''] =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === '' || sheet.includes('[') ? null : { sheet, range };
}

async function askAll(): Promise<void> {
  // What is asked in the same turn of formulas goes into the same round trip.
  await Promise.resolve();
  const all = [...asked.values()];
  asked = new Map();
  await ask(all);
}

/** Failures that are one range's alone, or of too much at once. */
const DIVISIBLE: ReadonlySet<string> = new Set([
  'InvalidArgument',
  'InvalidReference',
  'ItemNotFound',
  'ResponsePayloadSizeLimitExceeded',
]);

/** One round trip; where that fails, one for each half. */
async function ask(all: readonly Asked[]): Promise<void> {
  try {
    const found = await read(all);
    all.forEach((each, i) => each.found(found[i] as IsEmpty));
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (all.length === 1 || !DIVISIBLE.has(code)) {
      for (const each of all) each.failed(error);
      return;
    }
    const half = Math.ceil(all.length / 2);
    await ask(all.slice(0, half));
    await ask(all.slice(half));
  }
}

function read(all: readonly Asked[]): Promise<IsEmpty[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const ranges = all.map(({ sheet, range }) => {
      const whole = context.workbook.worksheets.getItem(sheet).getRange(range);
      whole.load('rowIndex,columnIndex');
      // Of whole columns only what is used.
      const used = whole.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,valueTypes');
      return { whole, used };
    });
    await context.sync();
    return ranges.map(({ whole, used }): IsEmpty => {
      if (used.isNullObject) return () => true;
      const types = used.valueTypes;
      const down = whole.rowIndex - used.rowIndex;
      const right = whole.columnIndex - used.columnIndex;
      return (row, column) => (types[row + down]?.[column + right] ?? 'Empty') === 'Empty';
    });
  });
}
