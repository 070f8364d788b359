import { fullName, HAU_GIANG_2023, type Unit } from '../src/rules';
import { between, seeded } from './random';

/** The counts of one unit of the sample. */
export interface SampleRow {
  readonly unit: Unit;
  readonly online: number;
  readonly dossiers: number;
  readonly activated: number;
  readonly people: number;
  readonly accounts: number;
}

/**
 * Figures that were made on purpose: at a threshold to the digit, a tie, a cap that bites. By unit
 * code: [online, dossiers, activated, people, accounts].
 */
const ON_PURPOSE: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  // Long Thạnh, Phụng Hiệp: exactly 70 %, so it is considered.
  '31408': [350, 500, 6120, 8000, 240],
  // Hòa Mỹ, Phụng Hiệp: 69,996 %, so it isn't (and two decimals would show 70,00 %).
  '31420': [17499, 25000, 7010, 9000, 9200],
  // Vị Trung and Vị Thủy, Vị Thủy: exactly 90 % and just below 90 % of e-ID.
  '31444': [612, 720, 7200, 8000, 410],
  '31447': [612, 720, 7199, 8000, 455],
  // Four communes of Vị Thanh among the best: the third and fourth are passed over.
  '31318': [995, 1000, 9450, 10000, 700],
  '31333': [1188, 1200, 8820, 9600, 800],
  '31336': [980, 1000, 8640, 9400, 650],
  '31338': [970, 1000, 8100, 8900, 610],
  // Two communes with equal points and different accounts: the tie-break decides.
  '31363': [720, 750, 9100, 10000, 480],
  '31375': [960, 1000, 7500, 8300, 300],
  // Two with equal points and equal dossiers per account, far from any award: they share a rank.
  '31459': [600, 750, 6300, 9000, 300],
  '31493': [800, 1000, 5600, 8000, 400],
};

/** The 83 units with believable figures: the same seed, the same figures. */
export function sampleRows(seed = 20231210): SampleRow[] {
  const random = seeded(seed);
  return HAU_GIANG_2023.units.map((unit) => {
    const made = unit.level === 'district' ? districtCounts(random) : communeCounts(random);
    const [online, dossiers, activated, people, accounts] = ON_PURPOSE[unit.code] ?? made;
    return { unit, online, dossiers, activated, people, accounts };
  });
}

type Counts = readonly [number, number, number, number, number];

function communeCounts(random: () => number): Counts {
  const dossiers = between(random, 380, 1900);
  const online = Math.floor(dossiers * (0.66 + 0.3 * Math.sqrt(random())));
  const people = between(random, 5200, 12400);
  const activated = Math.floor(people * (0.62 + 0.3 * random()));
  return [online, dossiers, activated, people, Math.ceil(online * (0.3 + 0.5 * random()))];
}

function districtCounts(random: () => number): Counts {
  const dossiers = between(random, 2100, 4300);
  const online = Math.floor(dossiers * (0.82 + 0.17 * random()));
  const people = between(random, 61000, 118000);
  const activated = Math.floor(people * (0.68 + 0.18 * random()));
  return [online, dossiers, activated, people, Math.ceil(online * 0.5)];
}

export const DISTRICT_HEADINGS = [
  'TT',
  'Đơn vị cấp huyện',
  'Số hồ sơ nộp trực tuyến',
  'Tổng số hồ sơ phát sinh của các DVCTT đã công bố',
  'Tài khoản ĐDĐT mức 2 đã kích hoạt',
  'Số người dân có CCCD',
] as const;

export const COMMUNE_HEADINGS = [
  'TT',
  'Xã, phường, thị trấn',
  'Huyện, thị xã, thành phố',
  'Số hồ sơ nộp trực tuyến',
  'Tổng số hồ sơ phát sinh của các DVCTT đã công bố',
  'Tài khoản ĐDĐT mức 2 đã kích hoạt',
  'Số người dân có CCCD',
  'Số tài khoản nộp',
] as const;

/** The rows as they stand on the two input sheets. */
export function sampleSheets(rows: readonly SampleRow[]) {
  const nameOf = new Map(rows.map(({ unit }) => [unit.code, fullName(unit)]));
  const districts = rows.filter(({ unit }) => unit.level === 'district');
  const communes = rows.filter(({ unit }) => unit.level === 'commune');
  return {
    districts: districts.map(({ unit, online, dossiers, activated, people }, i) => [
      i + 1,
      fullName(unit),
      online,
      dossiers,
      activated,
      people,
    ]),
    communes: communes.map(({ unit, online, dossiers, activated, people, accounts }, i) => [
      i + 1,
      fullName(unit),
      nameOf.get(unit.parent ?? '') ?? '',
      online,
      dossiers,
      activated,
      people,
      accounts,
    ]),
  };
}
