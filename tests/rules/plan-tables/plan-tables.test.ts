/** A plan as tables: the same plan comes back, and what is wrong is told by row and column. */
import fc from 'fast-check';
import {
  HAU_GIANG_2023,
  readPlan,
  writePlan,
  type Plan,
  type PlanRow,
  type PlanTableName,
  type PlanTables,
} from '../../../src/rules';
import { CLUSTERS_2026, GREEN_2025 } from '../plans/green-2025';
import { randomPlan } from './random-plan';

describe('a plan comes back as it was', () => {
  test.each<[string, Plan, string[]]>([
    ['of 2023', HAU_GIANG_2023, []],
    // 45,5 + 30 + 24,5 are 100; the village's one criterion has 10 points.
    ['of two levels, with thirds', GREEN_2025, ['levels 1 code fullPoints 10']],
    ['whose groups aren’t scored', CLUSTERS_2026, []],
  ])('%s', (_, plan, told) => {
    const { plan: back, faults } = readPlan(writePlan(plan));
    expect(back).toEqual(plan);
    expect(
      faults.map(({ table, row, column, what, shown }) =>
        [table, row, column, what, shown].join(' '),
      ),
    ).toEqual(told);
  });

  test('whatever plan it is', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const { plan: back, faults } = readPlan(writePlan(plan));
        expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(back).toEqual(plan);
      }),
    );
  });
});

/** The tables of 2023 with another row in the place of one, or after the last. */
function withRow(table: PlanTableName, row: number, change: PlanRow): PlanTables {
  const tables = writePlan(HAU_GIANG_2023);
  const rows = [...tables[table]];
  rows[row] = { ...rows[row], ...change };
  return { ...tables, [table]: rows };
}

describe('cells as people write them', () => {
  test.each<[PlanTableName, number, string, string | number, (plan: Plan) => unknown, unknown]>([
    ['criteria', 0, 'threshold', 0.9, ({ levels }) => levels[0]?.criteria[0]?.threshold, '90%'],
    [
      'criteria',
      0,
      'threshold',
      '92,50 %',
      ({ levels }) => levels[0]?.criteria[0]?.threshold,
      '92.5%',
    ],
    ['criteria', 0, 'threshold', 0.925, ({ levels }) => levels[0]?.criteria[0]?.threshold, '92.5%'],
    [
      'criteria',
      0,
      'threshold',
      ' 2 / 3',
      ({ levels }) => levels[0]?.criteria[0]?.threshold,
      '2/3',
    ],
    ['criteria', 0, 'full', '60,0', ({ levels }) => levels[0]?.criteria[0]?.full, '60'],
    ['prizes', 0, 'money', '25.000.000', ({ prizes }) => prizes[0]?.prizes[0]?.money, 25_000_000],
    ['units', 8, 'name', ' Vị  Thanh Một ', ({ units }) => units[8]?.name, 'Vị Thanh Một'],
    ['units', 0, 'code', 930, ({ units }) => units[0]?.code, '930'],
  ])('%s %i %s: %j', (table, row, column, cell, pick, expected) => {
    const { plan } = readPlan(withRow(table, row, { [column]: cell }));
    expect(plan && pick(plan)).toEqual(expected);
  });
});

describe('what is wrong is told by row and column, and no plan made of it', () => {
  test.each<[PlanTableName, number, PlanRow, string]>([
    ['plan', 0, { movement: ' ' }, 'movement empty'],
    ['plan', 0, { year: 'hai nghìn' }, 'year notCount'],
    ['plan', 0, { year: 26 }, 'year outOfRange'],
    ['plan', 0, { until: '2023-02-30' }, 'until notDate'],
    ['plan', 0, { from: '2024-01-01' }, 'until endsBeforeStart'],
    ['plan', 1, { code: 'khac' }, '- tooManyRows'],
    ['levels', 1, { code: 'district' }, 'code twice'],
    ['levels', 1, { gateCriterion: 'phép' }, 'gateCriterion unknownCriterion'],
    ['levels', 1, { gateFrom: null }, 'gateFrom empty'],
    ['levels', 2, { code: 'thôn', name: 'cấp thôn', clause: 'V' }, 'code noCriteria'],
    ['criteria', 0, { full: 0 }, 'full outOfRange'],
    ['criteria', 0, { full: 'sáu mươi' }, 'full notNumber'],
    ['criteria', 0, { full: -60 }, 'full notNumber'],
    ['criteria', 0, { threshold: 90 }, 'threshold outOfRange'],
    ['criteria', 0, { threshold: '90 phần trăm' }, 'threshold notRatio'],
    ['criteria', 0, { aboveOne: 'bỏ qua' }, 'aboveOne notSeverity'],
    ['criteria', 0, { percentAllowed: 'x' }, 'percentAllowed notYesNo'],
    ['criteria', 0, { combineLevel: 'thôn' }, 'combineLevel unknownLevel'],
    ['criteria', 0, { combineLevel: 'district' }, 'combineLevel unknownLevel'],
    ['criteria', 4, { level: 'thôn' }, 'level unknownLevel'],
    ['criteria', 1, { code: 'dvc' }, 'code twice'],
    ['prizes', 1, { name: 'Nhất' }, 'name twice'],
    ['prizes', 1, { level: 'commune' }, 'level awardDiffers'],
    ['prizes', 1, { money: 'mười triệu' }, 'money notCount'],
    ['places', 0, { code: 'district' }, 'code twice'],
    ['places', 0, { places: 0 }, 'places outOfRange'],
    ['places', 0, { places: 7.5 }, 'places notCount'],
    ['places', 0, { most: null }, 'most empty'],
    ['places', 0, { level: 'thôn' }, 'level unknownLevel'],
    ['exceptions', 0, { unit: '31318' }, 'unit notGroup'],
    ['exceptions', 1, { unit: '931' }, 'unit twice'],
    ['units', 9, { code: '31318' }, 'code twice'],
    ['units', 9, { name: 'I', type: 'Phường', parent: '930' }, 'name twice'],
    ['units', 9, { parent: '999' }, 'parent unknownUnit'],
    ['units', 9, { parent: '31318' }, 'parent nestedGroup'],
    ['units', 9, { level: 'thôn' }, 'level unknownLevel'],
    ['units', 9, { name: null }, 'name empty'],
  ])('%s %i %j: %s', (table, row, change, told) => {
    const { plan, faults } = readPlan(withRow(table, row, change));
    expect(plan).toBeNull();
    const here = faults.filter((fault) => fault.table === table && fault.row === row);
    expect(here.map(({ column, what }) => `${column ?? '-'} ${what}`)).toContain(told);
  });

  test('a table that must have rows and has none', () => {
    const { plan, faults } = readPlan({ ...writePlan(HAU_GIANG_2023), units: [], people: [] });
    expect(plan).toBeNull();
    const tables = faults.filter(({ what }) => what === 'noRows').map(({ table }) => table);
    expect(tables).toEqual(['units', 'people']);
  });

  test('a criterion whose figures nobody can read', () => {
    const { faults } = readPlan(writePlan(HAU_GIANG_2023), new Set(['dvc']));
    expect(faults.map(({ row, column, what, shown }) => [row, column, what, shown])).toEqual([
      [1, 'code', 'unreadableCriterion', 'eid'],
      [3, 'code', 'unreadableCriterion', 'eid'],
    ]);
  });
});

test('sums that may be meant are told, and the plan is taken', () => {
  const { plan, faults } = readPlan(withRow('criteria', 0, { full: 55 }));
  expect(plan?.levels[0]?.criteria[0]?.full).toBe('55');
  expect(faults).toEqual([
    {
      severity: 'warning',
      table: 'levels',
      row: 0,
      column: 'code',
      what: 'fullPoints',
      shown: '95',
    },
  ]);
  // 2 for each of 8 districts, but 3 for one and 1 for another: 16.
  const people = readPlan(withRow('people', 0, { total: 20 }));
  expect(people.faults.map(({ what, shown }) => [what, shown])).toEqual([['quotas', '16']]);
});

test('a cell that can’t be read is told alone, not with sums that it spoils', () => {
  const told = (tables: PlanTables) => readPlan(tables).faults.map(({ what }) => what);
  expect(told(withRow('criteria', 0, { full: 'sáu mươi' }))).toEqual(['notNumber']);
  expect(told(withRow('exceptions', 0, { count: 'ba' }))).toEqual(['notCount']);
});
