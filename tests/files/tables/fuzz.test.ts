/** Damaged files end in sheets or in a message, in bounded time; never in anything else. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTables, TableFileError } from '../../../src/files';
import { OpenError, openWorkbookFile } from '../../../src/host';
import { scoreIn } from '../../workbook/build';
import { SHAPES } from '../../shapes/all';
import { Chance } from '../../shapes/figures';
import { filesOf } from '../../shapes/read-back';
import { sourceOf } from '../log/build';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40);
const SEED = 5;
/** No damaged file of a few kilobytes may take longer, however busy the machine. */
const LONGEST_MS = 20_000;
jest.setTimeout(Math.max(120_000, RUNS * 400));

async function wholeWorkbook(chance: Chance): Promise<Uint8Array> {
  const shape = chance.one(Object.values(SHAPES));
  return (await filesOf(shape(chance, { texts: chance.is() }))).bytes;
}

type Damage = (bytes: Uint8Array, chance: Chance) => Uint8Array;

/** One part's XML changed, the zip itself whole. */
const inXml =
  (change: (xml: string, chance: Chance) => string): Damage =>
  (bytes, chance) => {
    const parts = unzipSync(bytes);
    const name = chance.one(Object.keys(parts).filter((each) => /\.(xml|rels)$/.test(each)));
    parts[name] = strToU8(change(strFromU8(parts[name] as Uint8Array), chance));
    return zipSync(parts);
  };

const inSheet = (change: (xml: string, chance: Chance) => string): Damage =>
  function changed(bytes, chance) {
    const parts = unzipSync(bytes);
    const name = chance.one(
      Object.keys(parts).filter((each) => /worksheets\/[^/]+\.xml$/.test(each)),
    );
    parts[name] = strToU8(change(strFromU8(parts[name] as Uint8Array), chance));
    return zipSync(parts);
  };

const cut = (text: string, chance: Chance) => text.slice(0, chance.whole(0, text.length));
const without = (text: string, chance: Chance) => {
  const from = chance.whole(0, text.length);
  return text.slice(0, from) + text.slice(from + chance.whole(1, 40));
};

const DAMAGES: Readonly<Record<string, Damage>> = {
  'bytes flipped': (bytes, chance) => {
    const own = bytes.slice();
    for (let n = chance.whole(1, 30); n > 0; n -= 1) {
      const at = chance.whole(0, own.length - 1);
      own[at] = (own[at] as number) ^ chance.whole(1, 255);
    }
    return own;
  },
  'cut off': (bytes, chance) => bytes.slice(0, chance.whole(0, bytes.length - 1)),
  'a hole': (bytes, chance) => {
    const from = chance.whole(0, bytes.length - 1);
    const to = from + chance.whole(1, 400);
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(to)]);
  },
  'XML cut off': inXml(cut),
  'XML with a hole': inXml(without),
  'a part gone': (bytes, chance) => {
    const parts = Object.entries(unzipSync(bytes));
    parts.splice(chance.whole(0, parts.length - 1), 1);
    return zipSync(Object.fromEntries(parts));
  },
  'a dimension that lies': inSheet((xml) =>
    xml
      .replace(/<dimension[^>]*>/, '')
      .replace('<sheetData', '<dimension ref="A1:XFD1048576"/><sheetData'),
  ),
  'addresses that lie': inSheet((xml, chance) => {
    const address = chance.one(['XFD1048576', 'ZZZZ1', 'A0', '1A', '', 'A99999999', 'a1']);
    return xml.replace(/<c r="[A-Z]+\d+"/, `<c r="${address}"`);
  }),
  'strings that are not there': inSheet((xml, chance) =>
    xml.replace(/t="s"([^>]*)><v>\d+/g, `t="s"$1><v>${chance.one(['99999999', '-1', 'x', '1e9'])}`),
  ),
  'numbers that are none': inSheet((xml, chance) =>
    xml.replace(/<v>\d+<\/v>/, `<v>${chance.one(['NaN', '1e999', 'Infinity', '--1', '0x10'])}</v>`),
  ),
};

/** How a task ends; anything but a result or the errors that say why fails the test. */
async function ended(task: () => Promise<unknown>): Promise<'result' | 'message'> {
  const from = Date.now();
  try {
    await task();
    return 'result';
  } catch (error) {
    if (error instanceof TableFileError || error instanceof OpenError) return 'message';
    throw error;
  } finally {
    expect(Date.now() - from).toBeLessThan(LONGEST_MS);
  }
}

test.each(Object.entries(DAMAGES))('%s', async (name, damage) => {
  const ends = { result: 0, message: 0 };
  const opened = { result: 0, message: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const chance = new Chance(SEED + run);
    const bytes = damage(await wholeWorkbook(chance), chance);
    try {
      ends[await ended(() => readTables(sourceOf(bytes), 'hong.xlsx'))] += 1;
      // The workbook itself is opened by the host, and what it opens is scored; that takes longer.
      if (run % 10 > 0) continue;
      const task = async () => scoreIn(await openWorkbookFile(bytes), { checkOnly: true });
      opened[await ended(task)] += 1;
    } catch (error) {
      throw new Error(`${name}, seed ${SEED + run}: ${String(error)}`, { cause: error });
    }
  }
  process.stdout.write(
    `${name}: ${RUNS} files, ${ends.result} read, ${ends.message} refused; ` +
      `opened as the workbook: ${opened.result} checked, ${opened.message} refused\n`,
  );
});

test('texts of any bytes', async () => {
  const ends = { result: 0, message: 0 };
  for (let run = 0; run < RUNS * 3; run += 1) {
    const chance = new Chance(SEED + run);
    const marks = ['"', ';', ',', '\n', '\r', '\t', 'Xã', '1.234', '90', '\ufeff', '\0', '<', '='];
    const text = Array.from({ length: chance.whole(0, 200) }, () => chance.one(marks)).join('');
    const bytes = strToU8(text);
    if (chance.is(0.2) && bytes.length > 0) bytes[chance.whole(0, bytes.length - 1)] = 0xe3;
    ends[await ended(() => readTables(sourceOf(bytes), 'hong.csv'))] += 1;
  }
  process.stdout.write(`texts: ${RUNS * 3} files, ${ends.result} read, ${ends.message} refused\n`);
});

describe('bombs', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

  test('a sheet of millions of cells from a few kilobytes is refused', async () => {
    const parts = unzipSync(await wholeWorkbook(new Chance(SEED)));
    const row = `<row>${'<c><v>1</v></c>'.repeat(2000)}</row>`;
    const rows = row.repeat(2500);
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    );
    const bytes = zipSync(parts, { level: 9 });
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await ended(() => readTables(sourceOf(bytes), 'bom.xlsx'))).toBe('message');
  });

  test('so is one that is a little shorter', async () => {
    const parts = unzipSync(await wholeWorkbook(new Chance(SEED)));
    const rows = `<row>${'<c><v>1</v></c>'.repeat(2000)}</row>`.repeat(300);
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    );
    const bytes = zipSync(parts, { level: 9 });
    expect(await ended(() => readTables(sourceOf(bytes), 'bom.xlsx'))).toBe('message');
  });

  test('a directory that says a part is small stops where it is larger', async () => {
    const bytes = zipSync({ '_rels/.rels': strToU8(' '.repeat(20_000_000)) }, { level: 9 });
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex(
      (_, at) => at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(entry + 24, 100, true);
    expect(await ended(() => readTables(sourceOf(bytes), 'bom.xlsx'))).toBe('message');
  });
});
