/**
 * "Kiểm chứng": LibreOffice calculates the sheet's formulas, which take the user's own cells; every
 * point is ours within 1e-9, and every rank.
 */
import type { Readings } from '../../../src/rules';
import { words } from '../../../src/words';
import { changeDecisions, otherBook, type RunOutcome } from '../../../src/workbook';
import { WorkbookHost } from '../../../src/host';
import { startExcel } from '../../../src/host/node';
import { recalculated, withLibreOffice } from '../../libreoffice';
import {
  ABILITIES,
  at,
  COMPLETE,
  NOW,
  planOf,
  put,
  scoreIn,
  sheetNamed,
  workbookOf,
} from '../build';
import {
  COMMUNE_HEAD,
  COMMUNES,
  DISTRICT_HEAD,
  DISTRICTS,
  SMALL_PLAN,
  smallSheets,
} from '../small';
import { randomBook } from './random-book';
import { checkedRows, faultsOf, verdictsIn } from './read-check';

jest.setTimeout(180_000);
const { CHECK, SHEETS } = words;
const BOOKS = 24;

withLibreOffice('the sheet, calculated by LibreOffice', () => {
  const outcomes = new Map<string, RunOutcome>();
  let sheets: Map<string, string[][]>;

  /** Scores a workbook and keeps it for LibreOffice. */
  const books = new Map<string, Uint8Array>();
  async function book(
    name: string,
    rows: Parameters<typeof workbookOf>[0],
    readings: Partial<Readings> = {},
    options: Parameters<typeof scoreIn>[1] = { plan: SMALL_PLAN },
    after: (file: Awaited<ReturnType<typeof workbookOf>>) => void = () => {},
  ) {
    const file = await workbookOf(rows, { ...COMPLETE, readings });
    outcomes.set(name, await scoreIn(file, options));
    after(file);
    books.set(name, await file.save(NOW));
  }
  const sheetOf = (name: string) => sheets.get(name) ?? [];
  const outcomeOf = (name: string) => outcomes.get(name) as RunOutcome;
  const rowOf = (name: string, level: string, unit: string) =>
    checkedRows(sheetOf(name), outcomeOf(name).result.levels[level]!).find((row) =>
      row.unit.startsWith(unit),
    );

  beforeAll(async () => {
    for (let seed = 1; seed <= BOOKS; seed += 1) {
      const { plan, sheets: rows, readings } = randomBook(seed);
      await book(`so${seed}`, rows, readings, { plan });
    }
    await book('doi', smallSheets(), {}, { plan: SMALL_PLAN }, (file) =>
      put(sheetNamed(file.model, 'Xã'), ...at('B3'), 89),
    );
    await book('chen', smallSheets(), {}, { plan: SMALL_PLAN });
    await book('tinh', TIE_IN_DOUBLES, { gate: 'criterionOnly' }, { plan: TIE_PLAN });
    await book('nhohon', FINER, {}, { plan: FINER_PLAN });
    await book('tyle', PERCENTS, { percentOnly: { letter: '12/CAT' } }, { plan: SMALL_PLAN });
    await book('thanhphan', PARTS, {}, { plan: SMALL_PLAN });
    await book(
      'teptin',
      { Huyện: smallSheets().Huyện! },
      {},
      { plan: SMALL_PLAN, others: [OTHER] },
    );
    await withDecision();
    const read = recalculated(books);
    sheets = new Map([...read].map(([name, own]) => [name, own.get(SHEETS.check) ?? []]));
  });

  /** Two communes that are tied, and the board's order of them. */
  async function withDecision() {
    const rows = COMMUNES.map((row) =>
      row[0] === 'Xã Vị Đông' ? ['Xã Vị Đông', ...COMMUNES[0]!.slice(1)] : row,
    );
    const file = await workbookOf(smallSheets(rows));
    const { result } = await scoreIn(file, { plan: SMALL_PLAN });
    const tied = result.levels['commune']!.groups.find(({ units }) => units.length > 1)!.units;
    const codes = tied.map(({ unit }) => unit.code);
    const excel = await startExcel(new WorkbookHost(file));
    const decision = {
      level: 'commune',
      units: codes,
      points: tied[0]!.total.known ? tied[0]!.total.value.toString() : '',
      order: [...codes].reverse(),
      by: 'Hội đồng',
      on: '2024-01-04',
      why: 'biểu quyết',
      basis: 'biên bản',
    };
    await excel.run((context) =>
      changeDecisions(context, () => [{ kind: 'order', decision }], ABILITIES, SMALL_PLAN),
    );
    excel.dispose();
    outcomes.set('quyetdinh', await scoreIn(file, { plan: SMALL_PLAN }));
    books.set('quyetdinh', await file.save(NOW));
  }

  test(`${BOOKS} random workbooks, under random readings: every point within 1e-9, every rank`, () => {
    const faults = Array.from({ length: BOOKS }, (_, i) => `so${i + 1}`).flatMap((name) =>
      faultsOf(outcomeOf(name), sheetOf(name)).map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('they hold ties, units below the gate, units not scored, and every reading of the ratio', () => {
    const random = [...outcomes].filter(([name]) => name.startsWith('so')).map(([, own]) => own);
    const units = random.flatMap(({ result }) =>
      Object.values(result.levels).flatMap((level) => level.units),
    );
    const count = (is: (unit: (typeof units)[number]) => boolean) => units.filter(is).length;
    expect(count(({ tied }) => tied)).toBeGreaterThan(10);
    expect(count(({ status }) => status === 'gated')).toBeGreaterThan(10);
    expect(count(({ total }) => !total.known)).toBeGreaterThan(10);
    expect(count(({ notes }) => notes.some(({ code }) => code === 'tieBroken'))).toBeGreaterThan(
      10,
    );
    const read = new Set(random.map(({ result }) => result.readings.combinedRatio));
    expect(read.size).toBe(4);
  });

  test('an input cell changed afterwards: its unit, its district and who ranked behind differ', () => {
    expect(rowOf('doi', 'commune', 'Xã Vị Đông')).toMatchObject({ verdict: CHECK.differs });
    expect(rowOf('doi', 'district', 'Huyện Vị Thủy')).toMatchObject({ verdict: CHECK.differs });
    expect(rowOf('doi', 'commune', 'Xã Hòa An')).toMatchObject({ verdict: CHECK.agrees });
    expect(verdictsIn(outcomeOf('chen'), sheetOf('chen'))).toEqual({ [CHECK.agrees]: 9 });
  });

  test('157/180 & 50/70 ties 145/180 & 57/70, exactly and in the sheet', () => {
    expect(faultsOf(outcomeOf('tinh'), sheetOf('tinh'))).toEqual([]);
    expect(rowOf('tinh', 'commune', 'Xã Vị Thắng')?.rank).toBe('1');
    expect(rowOf('tinh', 'commune', 'Xã Vị Đông')?.rank).toBe('1');
  });

  test('a difference finer than ten decimals is said to be that, never an agreement', () => {
    const ranks = ['Xã Vị Thắng', 'Xã Vị Đông'].map((name) => rowOf('nhohon', 'commune', name));
    expect(ranks.map((row) => row?.verdict).sort()).toEqual([CHECK.agrees, CHECK.finer].sort());
    expect(verdictsIn(outcomeOf('nhohon'), sheetOf('nhohon'))).not.toHaveProperty(CHECK.differs);
  });

  test('percentages only, as numbers and as texts', () => {
    expect(faultsOf(outcomeOf('tyle'), sheetOf('tyle'))).toEqual([]);
    expect(verdictsIn(outcomeOf('tyle'), sheetOf('tyle'))).toEqual({ [CHECK.agrees]: 9 });
  });

  test('a total that no cell holds is added up from the cells of its parts', () => {
    expect(faultsOf(outcomeOf('thanhphan'), sheetOf('thanhphan'))).toEqual([]);
    expect(verdictsIn(outcomeOf('thanhphan'), sheetOf('thanhphan'))).toEqual({ [CHECK.agrees]: 9 });
  });

  test('figures of another file are copied: their units, and the districts, are not said to agree', () => {
    expect(faultsOf(outcomeOf('teptin'), sheetOf('teptin'))).toEqual([]);
    expect(verdictsIn(outcomeOf('teptin'), sheetOf('teptin'))).toEqual({ [CHECK.copied]: 9 });
    expect(rowOf('teptin', 'commune', 'Xã Hòa An')?.note).toBe(CHECK.fromFile('xa.csv'));
    expect(rowOf('teptin', 'district', 'Huyện Vị Thủy')?.note).toBe(CHECK.copiedMembers);
  });

  test('the board’s order is a column that the rank goes by', () => {
    expect(faultsOf(outcomeOf('quyetdinh'), sheetOf('quyetdinh'))).toEqual([]);
    const rank = (name: string) => Number(rowOf('quyetdinh', 'commune', name)?.rank);
    expect(rank('Xã Vị Thắng') - rank('Xã Vị Đông')).not.toBe(0);
    expect(rowOf('quyetdinh', 'commune', 'Xã Vị Đông')?.note).toBe(CHECK.byDecision);
  });
});

const TIE_PLAN = planOf('Huyện Vị Thủy', 'Xã Vị Thắng', 'Xã Vị Đông');
const TIE_IN_DOUBLES = {
  Huyện: [DISTRICT_HEAD, ['Huyện Vị Thủy', 90, 100, 80, 100]],
  Xã: [COMMUNE_HEAD, ['Xã Vị Thắng', 157, 180, 50, 70], ['Xã Vị Đông', 145, 180, 57, 70]],
};

/** Totals that differ by less than 7e-12. */
const FINER_PLAN = TIE_PLAN;
const FINER = {
  Huyện: [DISTRICT_HEAD, ['Huyện Vị Thủy', 90, 100, 80, 100]],
  Xã: [
    COMMUNE_HEAD,
    ['Xã Vị Thắng', 2_999_999, 3_000_000, 50, 100],
    ['Xã Vị Đông', 2_999_998, 2_999_999, 50, 100],
  ],
};

const PERCENT_HEAD = ['Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh', 'Tỷ lệ ĐDĐT mức độ 2 (%)'];
const PERCENTS = {
  Huyện: [
    ['Đơn vị cấp huyện', ...PERCENT_HEAD],
    ...DISTRICTS.map(([name, a, b], i) => [name!, a!, b!, 75.5 + i]),
  ],
  Xã: [
    ['Xã, phường, thị trấn', ...PERCENT_HEAD],
    ...COMMUNES.map(([name, a, b], i) => [name!, a!, b!, `${60 + i},25%`]),
  ],
};

const PARTS_HEAD = [
  'Hồ sơ nộp trực tuyến',
  'Hồ sơ nộp trực tiếp',
  'Tài khoản ĐDĐT đã kích hoạt',
  'Người có CCCD',
];
const direct = ([name, a, b, ...eid]: readonly unknown[]) =>
  [name, a, Number(b) - Number(a), ...eid] as (string | number)[];
const PARTS = {
  Huyện: [['Đơn vị cấp huyện', ...PARTS_HEAD], ...DISTRICTS.map(direct)],
  Xã: [['Xã, phường, thị trấn', ...PARTS_HEAD], ...COMMUNES.map(direct)],
};

const OTHER = otherBook('xa.csv', [
  {
    name: 'xa',
    visible: true,
    names: [],
    row: 0,
    column: 0,
    values: [COMMUNE_HEAD, ...COMMUNES] as (string | number)[][],
  },
]);
