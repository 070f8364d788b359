import {
  reported,
  type Declined,
  type PlaceAward,
  type RankGroup,
  type Unit,
  type UnitResult,
} from '../../src/rules';
import { DECIDED } from './build';

/**
 * Ranked units in short: "a1 b1 | a2" is a1 of group a tied with b1 of group b at rank 1, and a2 of
 * group a at rank 3. A unit "-1" belongs to no group.
 */
export function walk(text: string): RankGroup[] {
  let rank = 1;
  return text.split('|').map((part) => {
    const codes = part.trim().split(/\s+/);
    const units = codes.map((code) => ranked(code, rank, codes.length > 1));
    const group = { rank, units };
    rank += codes.length;
    return group;
  });
}

function ranked(code: string, rank: number, tied: boolean): UnitResult {
  const parent = code.startsWith('-') ? null : code.slice(0, 1);
  const unit: Unit = { code, level: 'commune', type: 'Xã', name: code, parent };
  return {
    unit,
    status: 'ranked',
    row: null,
    criteria: {},
    total: reported('total', code, 1000 - rank, null),
    measures: { dossiersPerAccount: null, busiestShare: null },
    notes: [],
    rank,
    tied,
  };
}

export const codes = (units: readonly UnitResult[]): string =>
  units.map(({ unit }) => unit.code).join(' ');

export function declining(text = ''): ReadonlyMap<string, Declined> {
  const names = text.split(/\s+/).filter((name) => name !== '');
  return new Map(names.map((unit) => [unit, { ...DECIDED, unit }]));
}

export function award(places: number, most: number | null): PlaceAward {
  return {
    id: 'commune',
    clause: 'IV.2.b',
    level: 'commune',
    places,
    perGroup: most === null ? null : { clause: 'III', most },
    money: null,
  };
}

/** Every order of a list. */
export function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    orders([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

/** Every way to put tied groups in order, one group after the other. */
export function lines(groups: readonly RankGroup[]): UnitResult[][] {
  return groups.reduce<UnitResult[][]>(
    (all, group) => {
      const theirs = orders(group.units);
      return all.flatMap((line) => theirs.map((order) => [...line, ...order]));
    },
    [[]],
  );
}
