import { WorkbookHost } from '../../src/host';
import { fullName, type Readings } from '../../src/rules';
import { COMPLETE, scoreIn, workbookOf, type Cell } from '../workbook/build';
import { COMMUNE_HEAD, COMMUNES, DISTRICT_HEAD, DISTRICTS, SMALL_PLAN } from '../workbook/small';
import { forHost } from './on-host';
import { follow, startFunctions } from './runtime';

let functions: Awaited<ReturnType<typeof startFunctions>>;

beforeAll(async () => {
  functions = await startFunctions();
});

const DISTRICT_OF: Readonly<Record<string, string>> = {
  'Xã Lương Tâm': 'Huyện Long Mỹ',
  'Xã Xà Phiên': 'Huyện Long Mỹ',
  'Xã Hòa An': 'Huyện Phụng Hiệp',
};

const WITH_DISTRICTS: Cell[][] = COMMUNES.map(([name = null, ...figures]) => [
  name,
  DISTRICT_OF[String(name)] ?? 'Huyện Vị Thủy',
  ...figures,
]);

const FORMULAS = {
  communes: '=HG.XEPHANG("xã",Xã!A2:A7,Xã!B2:B7,Xã!C2:C7,Xã!D2:D7,Xã!E2:E7,Xã!F2:F7)',
  districts:
    '=HG.XEPHANG("huyện",Huyện!A2:A4,"",Huyện!B2:B4,Huyện!C2:C4,Huyện!D2:D4,Huyện!E2:E4,,,Xã!A2:F7)',
};

/** A workbook with both tables, and the functions beside them on a sheet of their own. */
async function open(readings: Partial<Readings>) {
  const [unit = null, ...heads] = COMMUNE_HEAD;
  const sheets = {
    Huyện: [DISTRICT_HEAD, ...DISTRICTS],
    Xã: [[unit, 'Huyện, thị xã, thành phố', ...heads], ...WITH_DISTRICTS],
    Hàm: [],
  };
  const file = await workbookOf(sheets, { ...COMPLETE, readings });
  const host = new WorkbookHost(file, {});
  follow(readings, SMALL_PLAN);
  await host.useFunctions(forHost(functions));
  host.userEdits('Hàm', 'A1', [[FORMULAS.communes]]);
  host.userEdits('Hàm', 'D1', [[FORMULAS.districts]]);
  await host.calculated;
  return { file, host };
}

const READINGS: readonly Partial<Readings>[] = [
  {},
  { combinedRatio: 'meanOfPoints' },
  { combinedRatio: 'meanCounts' },
  { combinedRatio: 'pooledCounts' },
  { gate: 'criterionOnly' },
  { rounding: 0 },
];

/** Rank and total of each unit, as the sheet with the functions has them and as the button does. */
async function both(readings: Partial<Readings>, change?: (host: WorkbookHost) => void) {
  const { file, host } = await open(readings);
  change?.(host);
  await host.calculated;
  const sheet = file.model.sheets.find(({ name }) => name === 'Hàm');
  const cells = (column: number, names: readonly unknown[]) =>
    names.map((name, row) => {
      const [rank, total] = [0, 1].map((more) => sheet?.read(row, column + more).value ?? '');
      return [name, rank, typeof total === 'number' ? total.toFixed(9) : ''];
    });
  const shown = [
    ...cells(
      0,
      WITH_DISTRICTS.map(([name]) => name),
    ),
    ...cells(
      3,
      DISTRICTS.map(([name]) => name),
    ),
  ];
  const { result } = await scoreIn(file, { plan: SMALL_PLAN, host });
  const units = new Map(
    Object.values(result.levels).flatMap((level) =>
      level.units.map(({ unit, rank, total }) => [
        fullName(unit),
        [fullName(unit), rank ?? '', total.known ? total.approx.toFixed(9) : ''],
      ]),
    ),
  );
  return { shown, scored: shown.map(([name]) => units.get(String(name))) };
}

test.each(READINGS)(
  'under %p a sheet of functions equals the button’s result',
  async (readings) => {
    const { shown, scored } = await both(readings);
    expect(shown).toEqual(scored);
  },
);

test('also after a figure was changed, and where one is wrong', async () => {
  const changed = await both({}, (host) => host.userEdits('Xã', 'C3', [[99]]));
  expect(changed.shown).toEqual(changed.scored);
  expect(changed.shown[1]).toEqual(['Xã Vị Đông', 2, '91.400000000']);
  const wrong = await both({}, (host) => host.userEdits('Xã', 'C3', [[101]]));
  expect(wrong.shown).toEqual(wrong.scored);
  expect(wrong.shown[1]).toEqual(['Xã Vị Đông', '', '']);
});
