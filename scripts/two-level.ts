import type { Plan, Unit } from '../src/rules';
import { between, seeded } from './random';

/** Plainly made up: no province has these clusters or units. */
const CLUSTERS: readonly (readonly string[])[] = [
  ['Phường Mẫu Mai', 'Phường Mẫu Lan', 'Xã Mẫu Cúc', 'Xã Mẫu Trúc', 'Xã Mẫu Tùng', 'Xã Mẫu Bách'],
  ['Phường Mẫu Sen', 'Xã Mẫu Súng', 'Xã Mẫu Huệ', 'Xã Mẫu Hồng', 'Xã Mẫu Đào', 'Xã Mẫu Mận'],
  ['Phường Mẫu Dừa', 'Xã Mẫu Cau', 'Xã Mẫu Khóm', 'Xã Mẫu Bưởi', 'Xã Mẫu Cam', 'Xã Mẫu Quýt'],
  ['Đặc khu Mẫu Đảo', 'Xã Mẫu Sao', 'Xã Mẫu Trăng', 'Xã Mẫu Mây', 'Xã Mẫu Gió', 'Xã Mẫu Sương'],
];

const TYPES = ['Phường', 'Xã', 'Đặc khu'];

function unitOf(full: string, code: string, parent: string): Unit {
  const type = TYPES.find((each) => full.startsWith(`${each} `)) ?? '';
  return { code, level: 'commune', type, name: full.slice(type.length + 1), parent };
}

const UNITS: readonly Unit[] = [
  ...CLUSTERS.map((_, i): Unit => ({
    code: `C${i + 1}`,
    level: 'cluster',
    type: 'Cụm thi đua',
    name: `số ${i + 1}`,
    parent: null,
  })),
  ...CLUSTERS.flatMap((names, i) =>
    names.map((name, n) => unitOf(name, `90${i + 1}0${n + 1}`, `C${i + 1}`)),
  ),
];

/**
 * A made-up plan for a province of two levels, as there are since July 2025: no districts, so that
 * the cap and the quotas go by clusters of communes ("cụm thi đua"), which aren't scored themselves.
 */
export const TWO_LEVEL_2026: Plan = {
  id: 'gia-dinh-2026',
  movement: 'Người dân nộp hồ sơ trực tuyến (kế hoạch mẫu)',
  year: 2026,
  province: 'tỉnh Giả Định',
  period: { clause: 'II.2', from: '2026-01-01', until: '2026-12-31' },
  levels: [
    {
      id: 'commune',
      clause: 'III.2',
      name: 'cấp xã',
      criteria: [
        {
          id: 'dvc',
          clause: 'III.2.a',
          name: 'Tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ phát sinh',
          shortName: 'DVCTT',
          numerator: 'Số hồ sơ nộp trực tuyến',
          denominator: 'Tổng số hồ sơ phát sinh của các DVCTT đã công bố',
          full: '70',
          threshold: '95%',
          aboveOne: 'error',
          nothingCounted: 'warning',
          combine: null,
          memberSum: null,
          percentAllowed: false,
          postChannel: true,
        },
        {
          id: 'eid',
          clause: 'III.2.b',
          name: 'Kích hoạt tài khoản định danh điện tử mức độ 2',
          shortName: 'ĐDĐT',
          numerator: 'Số tài khoản định danh điện tử đã kích hoạt',
          denominator: 'Tổng số người dân có căn cước',
          full: '30',
          threshold: '85%',
          aboveOne: 'warning',
          nothingCounted: 'error',
          combine: null,
          memberSum: null,
          percentAllowed: true,
          postChannel: false,
        },
      ],
      gate: { clause: 'III.3', criterion: 'dvc', from: '60%' },
      tieBreak: { clause: 'III.4', criterion: 'dvc' },
    },
  ],
  prizes: [],
  places: [
    {
      id: 'commune',
      clause: 'IV.1',
      level: 'commune',
      places: 8,
      perGroup: { clause: 'IV.1', most: 2 },
      money: 5_000_000,
    },
  ],
  individuals: { clause: 'IV.2', total: 9, perGroup: 2, exceptions: { C4: 3 } },
  units: UNITS,
};

type Counts = readonly [
  online: number,
  dossiers: number,
  activated: number,
  people: number,
  accounts: number,
];

/**
 * Figures that can be checked by hand: 70 × the ratio below 95 %, 30 × the ratio below 85 %. They
 * stand above all that chance makes of the others.
 */
const ON_PURPOSE: Readonly<Record<string, Counts>> = {
  // Cluster 1 has the best three: 70 + 30; 65,8 + 30; 65,1 + 30. The third is passed over.
  'Mẫu Mai': [960, 1000, 8600, 10000, 400],
  'Mẫu Lan': [940, 1000, 8500, 10000, 390],
  'Mẫu Cúc': [930, 1000, 8600, 10000, 380],
  // 64,4 + 30; 63 + 30.
  'Mẫu Sen': [920, 1000, 8700, 10000, 370],
  'Mẫu Súng': [900, 1000, 8700, 10000, 360],
  // 62,3 + 30.
  'Mẫu Đảo': [890, 1000, 8600, 10000, 350],
  // Exactly 95 %: 70 + 21.
  'Mẫu Dừa': [950, 1000, 7000, 10000, 340],
  // Both 87: 63 + 24, and 65,1 + 21,9. Two dossiers an account go before three.
  'Mẫu Cau': [900, 1000, 8000, 10000, 300],
  'Mẫu Sao': [930, 1000, 7300, 10000, 465],
  // Exactly 60 % is considered: 42 + 30; 59,9 % isn't.
  'Mẫu Bách': [600, 1000, 9000, 10000, 250],
  'Mẫu Mận': [599, 1000, 9000, 10000, 250],
};

/** What chance gives: 62 to 85 % of dossiers, 60 to 80 % of accounts: 83,5 points at most. */
function chance(random: () => number): Counts {
  const dossiers = between(random, 700, 1900);
  const online = Math.floor((dossiers * between(random, 620, 850)) / 1000);
  const people = between(random, 8000, 19000);
  const activated = Math.floor((people * between(random, 600, 800)) / 1000);
  return [online, dossiers, activated, people, Math.ceil(online * (0.3 + 0.4 * random()))];
}

export const TWO_LEVEL_HEADINGS = [
  'TT',
  'Xã, phường, đặc khu',
  'Cụm thi đua',
  'Số hồ sơ nộp trực tuyến',
  'Tổng số hồ sơ phát sinh của các DVCTT đã công bố',
  'Tài khoản ĐDĐT mức 2 đã kích hoạt',
  'Số người dân có căn cước',
  'Số tài khoản nộp',
] as const;

/** The rows as they stand on the input sheet: the same seed, the same figures. */
export function twoLevelRows(seed = 20260701): (string | number)[][] {
  const random = seeded(seed);
  return UNITS.filter(({ parent }) => parent !== null).map((unit, i) => {
    const made = chance(random);
    const cluster = `Cụm thi đua số ${(unit.parent ?? '').slice(1)}`;
    return [i + 1, `${unit.type} ${unit.name}`, cluster, ...(ON_PURPOSE[unit.name] ?? made)];
  });
}
