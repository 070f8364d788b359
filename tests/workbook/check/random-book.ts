/** Workbooks with figures of every kind, the same for the same seed. */
import { between, seeded } from '../../../scripts/random';
import { HAU_GIANG_2023, fullName, type Plan, type Readings, type Unit } from '../../../src/rules';
import type { Cell, Rows } from '../build';

/** Three districts and their communes. */
const SOME: Plan = {
  ...HAU_GIANG_2023,
  units: HAU_GIANG_2023.units.filter(
    ({ code, parent }) =>
      ['935', '936', '937'].includes(code) || ['935', '936', '937'].includes(parent ?? ''),
  ),
};

export interface RandomBook {
  readonly plan: Plan;
  readonly sheets: Record<string, Rows>;
  readonly readings: Partial<Readings>;
}

const HEAD = [
  'Hồ sơ nộp trực tuyến',
  'Tổng hồ sơ phát sinh',
  'Hồ sơ qua bưu chính',
  'Tài khoản ĐDĐT đã kích hoạt',
  'Người có CCCD',
  'Số tài khoản nộp',
];

/** Readings that are chosen among, each by its own throw. */
const CHOICES: { readonly [K in keyof Readings]?: readonly Readings[K][] } = {
  combinedRatio: ['meanOfRatios', 'meanOfPoints', 'meanCounts', 'pooledCounts'],
  post: ['leftOut', 'inDenominator'],
  unusableMember: ['leftOut', 'countsAsZero'],
  noMembers: ['ownRatioAlone', 'notScored'],
  gate: ['wholeUnit', 'criterionOnly'],
  rounding: [null, 0, 2],
  memberSum: ['ownRow', 'sumOfMembers'],
};

export function randomBook(seed: number): RandomBook {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[between(random, 0, list.length - 1)] as T;
  const chance = (of: number) => random() < of;

  /** Few distinct ratios, so that ties are likely; now and then a cell that is no count. */
  const pair = (wrong: boolean): Cell[] => {
    if (wrong && chance(0.06)) return [pick<Cell>(['?', -1, 0.5, null]), 10];
    if (wrong && chance(0.04)) return [0, 0];
    if (wrong && chance(0.04)) return [12, 10];
    if (chance(0.6)) {
      const part = between(random, 5, 10);
      const times = between(random, 1, 40);
      return [part * times, 10 * times];
    }
    const b = between(random, 1, 3000);
    const a = between(random, Math.floor(b * 0.6), b);
    // As people keep numbers: a text with its groups of digits.
    return b >= 1000 && chance(0.3) ? [grouped(a), grouped(b)] : [a, b];
  };
  const figures = (wrong: boolean): Cell[] => {
    const [a = null, b = null] = pair(wrong);
    const accounts =
      typeof a === 'number' && a > 0 && chance(0.7) ? between(random, 1, Math.min(a, 9)) : null;
    return [a, b, between(random, 0, 30), ...pair(wrong), accounts];
  };
  const rowsOf = (units: readonly Unit[], wrong: boolean): Cell[][] =>
    units.flatMap((unit): Cell[][] => {
      if (wrong && chance(0.04)) return [];
      const group = SOME.units.find(({ code }) => code === unit.parent);
      const row = [fullName(unit), ...(group ? [fullName(group)] : []), ...figures(wrong)];
      return wrong && chance(0.03) ? [row, [...row]] : [row];
    });

  const upper = SOME.units.filter(({ parent }) => parent === null);
  const without = chance(0.25) ? '937' : null;
  const lower = SOME.units.filter(({ parent }) => parent !== null && parent !== without);
  const readings = Object.fromEntries(
    Object.entries(CHOICES).map(([key, choices]) => [key, pick<unknown>(choices)]),
  ) as Partial<Readings>;
  return {
    plan: SOME,
    readings,
    sheets: {
      'Số liệu huyện': [['Đơn vị cấp huyện', ...HEAD], ...rowsOf(upper, chance(0.3))],
      "Xã, phường '23": [
        ['Xã, phường, thị trấn', 'Huyện, thị xã, thành phố', ...HEAD],
        ...rowsOf(lower, true),
      ],
    },
  };
}

/** 1234567 → "1.234.567". */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
