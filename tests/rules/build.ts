import {
  DEFAULT_READINGS,
  fullName,
  HAU_GIANG_2023,
  inputOf,
  score,
  type Accounts,
  type Counts,
  type Figure,
  type Plan,
  type Readings,
  type Reported,
  type RuleProblem,
  type RuleProblemCode,
  type ScoreInput,
  type ScoreResult,
  type Unit,
  type UnitResult,
  type UnitRow,
  type Unusable,
} from '../../src/rules';

/** What stands in a cell: a number, or what is wrong with it. */
export type Cell = number | Reported;
/** a out of b. */
export type Pair = readonly [a: Cell, b: Cell];

export interface More {
  readonly post?: Cell;
  readonly eidPercent?: Cell;
  readonly dvcPercent?: Cell;
  readonly accounts?: Partial<Accounts>;
  /** Another line of the sheet, for a unit that has two. */
  readonly line?: string;
}

export const cell = (why: Unusable, shown = ''): Reported => ({
  unusable: why,
  shown,
  place: { sheet: 'Số liệu', address: 'X1' },
});

export const ABSENT: Pair = [
  { unusable: 'noColumn', shown: '', place: null },
  { unusable: 'noColumn', shown: '', place: null },
];

/** The unit that a full name ("Xã Vị Thắng") stands for; the names in the plan are unique. */
export function unitNamed(name: string, plan: Plan = HAU_GIANG_2023): Unit {
  const found = plan.units.filter((unit) => fullName(unit) === name);
  if (found.length !== 1) throw new Error(`${found.length} units are called "${name}"`);
  return found[0] as Unit;
}

export const code = (name: string, plan?: Plan): string => unitNamed(name, plan).code;
export const nameOf = ({ unit }: { readonly unit: Unit }): string => fullName(unit);

const at = (value: Cell, address: string): Reported =>
  typeof value === 'number' ? { value, place: { sheet: 'Số liệu', address } } : value;

/** The figures of one row, cell by cell: D and E hold the dossiers, F those by post, G and H e-ID. */
export function rowOf(unit: string, dvc: Pair, eid: Pair, more: More = {}): UnitRow {
  const line = more.line ?? unit;
  const counts: Record<string, Counts> = {
    dvc: {
      a: at(dvc[0], `D${line}`),
      b: at(dvc[1], `E${line}`),
      ...(more.post === undefined ? {} : { post: at(more.post, `F${line}`) }),
      ...(more.dvcPercent === undefined ? {} : { percent: at(more.dvcPercent, `I${line}`) }),
    },
    eid: {
      a: at(eid[0], `G${line}`),
      b: at(eid[1], `H${line}`),
      ...(more.eidPercent === undefined ? {} : { percent: at(more.eidPercent, `J${line}`) }),
    },
  };
  return {
    unit,
    place: { sheet: 'Số liệu', address: `B${line}` },
    counts,
    accounts: more.accounts ? accountsOf(more.accounts) : null,
  };
}

function accountsOf(some: Partial<Accounts>): Accounts {
  return {
    distinct: 1,
    logged: null,
    busiest: null,
    onBusiest: null,
    confirmed: false,
    place: null,
    ...some,
  };
}

export function row(name: string, dvc: Pair, eid: Pair, more: More = {}): UnitRow {
  return rowOf(code(name), dvc, eid, more);
}

type Extra = Partial<Omit<ScoreInput, 'rows'>>;

export function scoreRows(
  rows: readonly UnitRow[],
  readings: Partial<Readings> = {},
  extra: Extra = {},
  plan: Plan = HAU_GIANG_2023,
): ScoreResult {
  return score(plan, { ...inputOf(rows), ...extra }, { ...DEFAULT_READINGS, ...readings });
}

export function unitOf(result: ScoreResult, name: string): UnitResult {
  const { level, code: wanted } = unitNamed(name, result.plan);
  const found = result.levels[level]?.units.find(({ unit }) => unit.code === wanted);
  if (!found) throw new Error(`No result for ${name}`);
  return found;
}

/** A figure as a fraction in lowest terms ("539/10", "60"), or "–" where it is missing. */
export const shown = (figure: Figure | null | undefined): string =>
  figure?.known ? figure.value.toString() : '–';

export const points = (result: ScoreResult, name: string, criterion: 'dvc' | 'eid'): string =>
  shown(unitOf(result, name).criteria[criterion]?.points);

export const total = (result: ScoreResult, name: string): string =>
  shown(unitOf(result, name).total);

/** One unit's row scored alone. */
export function alone(
  name: string,
  dvc: Pair,
  eid: Pair,
  readings: Partial<Readings> = {},
  more: More = {},
): { result: ScoreResult; unit: UnitResult } {
  const result = scoreRows([row(name, dvc, eid, more)], readings);
  return { result, unit: unitOf(result, name) };
}

export type ProblemOf<C extends RuleProblemCode> = Extract<RuleProblem, { code: C }>;

export function problems<C extends RuleProblemCode>(
  { problems: all }: Pick<ScoreResult, 'problems'>,
  wanted: C,
): ProblemOf<C>[] {
  return all.filter((each): each is ProblemOf<C> => each.code === wanted);
}

/** Ranks of a level as a person writes them: "1 Xã Vị Thắng", tied units with "=". */
export function ranks(result: ScoreResult, level: string): string[] {
  return (result.levels[level]?.units ?? [])
    .filter(({ rank }) => rank !== null)
    .map((unit) => `${unit.rank}${unit.tied ? '=' : ''} ${nameOf(unit)}`);
}

export const DISTRICT_NAMES = HAU_GIANG_2023.units
  .filter(({ level }) => level === 'district')
  .map(fullName);

export const communesOf = (district: string): string[] =>
  HAU_GIANG_2023.units.filter(({ parent }) => parent === code(district)).map(fullName);

/** Who decided: the same for every decision in the tests. */
export const DECIDED = {
  by: 'Hội đồng Thi đua - Khen thưởng',
  on: '2024-01-15',
  why: 'Nhiều mô hình hay',
  basis: 'Biên bản số 1',
};
