import fc from 'fast-check';
import { resultJson } from '../../src/cli/json';
import { figuresRead, reopened, scoreIn, workbookOf, type Cell, type Rows } from './build';
import { COMMUNE_HEAD, COMMUNES, DISTRICT_HEAD, DISTRICTS, SMALL_PLAN } from './small';

const plan = SMALL_PLAN;

/** The result as others read it, without where the figures stood. */
async function jsonOf(sheets: Record<string, Rows>) {
  const outcome = await scoreIn(await workbookOf(sheets), { plan, checkOnly: true });
  const placeless = (text: string) => text.replace(/ô [A-Z]+\d+(, [A-Z]+\d+)*/g, 'ô');
  const json = resultJson(outcome);
  const told = json.problems.map(({ code, severity, sheet, message }) =>
    [code, severity, sheet, placeless(message)].join(),
  );
  const rest = { ...json, problems: [] };
  return { ...(JSON.parse(placeless(JSON.stringify(rest))) as typeof rest), told: told.sort() };
}

const order = (length: number) =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: length, maxLength: length },
  );
const WRONG: Cell[] = ['Xã Vị Bình', 120, 100, 700, 1000];
const communes = COMMUNES.map((row) => (row[0] === 'Xã Vị Bình' ? WRONG : row));

test('rows, columns and sheets in any order give the same result', async () => {
  const plain = await jsonOf({
    Huyện: [DISTRICT_HEAD, ...DISTRICTS],
    Xã: [COMMUNE_HEAD, ...communes],
  });
  expect(plain.communes).toHaveLength(6);
  await fc.assert(
    fc.asyncProperty(
      order(6),
      order(3),
      order(5),
      fc.boolean(),
      async (rows, districtRows, columns, swapped) => {
        const mixed = (table: Rows) => table.map((row) => columns.map((i) => row[i] ?? null));
        const huyen = mixed([DISTRICT_HEAD, ...districtRows.map((i) => DISTRICTS[i] as Cell[])]);
        const xa = mixed([COMMUNE_HEAD, ...rows.map((i) => communes[i] as Cell[])]);
        const sheets = swapped ? { Xã: xa, Huyện: huyen } : { Huyện: huyen, Xã: xa };
        expect(await jsonOf(sheets)).toEqual(plain);
      },
    ),
    { numRuns: 25 },
  );
});

test('figures written into a workbook, saved and opened, are read back exactly', async () => {
  const count = fc.integer({ min: 1, max: 2_000_000_000 });
  const figures = fc
    .tuple(count, count, count, count)
    .map(([a, b, c, d]) => [Math.min(a, b), Math.max(a, b), c, d]);
  await fc.assert(
    fc.asyncProperty(fc.array(figures, { minLength: 9, maxLength: 9 }), async (all) => {
      const rows = [...DISTRICTS, ...COMMUNES].map(([name], i): Cell[] => [
        name ?? null,
        ...(all[i] ?? []),
      ]);
      const file = await workbookOf({
        Huyện: [DISTRICT_HEAD, ...rows.slice(0, 3)],
        Xã: [COMMUNE_HEAD, ...rows.slice(3)],
      });
      const outcome = await scoreIn(await reopened(file), { plan, checkOnly: true });
      expect(figuresRead(outcome)).toEqual(
        Object.fromEntries(rows.map(([name, ...own]) => [name, own])),
      );
    }),
    { numRuns: 20 },
  );
});
