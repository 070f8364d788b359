import type { Criterion, Plan, Unit } from '../../../src/rules';

const criterion = (some: Pick<Criterion, 'id' | 'full' | 'threshold'> & Partial<Criterion>) => ({
  clause: '2.1',
  name: some.id,
  shortName: some.id,
  numerator: 'a',
  denominator: 'b',
  aboveOne: 'warning' as const,
  nothingCounted: 'error' as const,
  combine: null,
  memberSum: null,
  percentAllowed: false,
  postChannel: false,
  ...some,
});

const unit = (level: string, parent: string | null, ...codes: string[]): Unit[] =>
  codes.map((code) => ({ code, level, type: 'Đơn vị', name: code, parent }));

/** An invented plan with two levels that share nothing with Hậu Giang's but the shape. */
export const GREEN_2025: Plan = {
  id: 'green-2025',
  movement: 'Xanh, sạch, đẹp',
  year: 2025,
  province: 'tỉnh Giả Định',
  period: { clause: '1', from: '2025-01-01', until: '2025-06-30' },
  levels: [
    {
      id: 'region',
      clause: '2.1',
      name: 'cấp vùng',
      criteria: [
        criterion({ id: 'trees', full: '45.5', threshold: '66.5%', percentAllowed: true }),
        criterion({ id: 'waste', full: '30', threshold: '100%', aboveOne: 'error' }),
        criterion({
          id: 'water',
          full: '24.5',
          threshold: '2/3',
          combine: { level: 'village', clause: '2.1.c' },
        }),
      ],
      gate: { clause: '2.2', criterion: 'waste', from: '1/3' },
      tieBreak: { clause: '2.3', criterion: 'trees' },
    },
    {
      id: 'village',
      clause: '3.1',
      name: 'cấp thôn',
      criteria: [criterion({ id: 'water', full: '10', threshold: '50%' })],
      gate: null,
      tieBreak: null,
    },
  ],
  prizes: [
    {
      id: 'villagePrize',
      clause: '4.1',
      level: 'village',
      prizes: [
        { name: 'Vàng', clause: '4.1', money: 5_000_000, bonus: 0, bonusClause: '4.1' },
        { name: 'Bạc', clause: '4.1', money: 3_000_000, bonus: 0, bonusClause: '4.1' },
      ],
    },
  ],
  places: [
    { id: 'regionPlace', clause: '4.2', level: 'region', places: 2, perGroup: null, money: 1 },
    {
      id: 'villagePlace',
      clause: '4.3',
      level: 'village',
      places: 3,
      perGroup: { clause: '4.3', most: 1 },
      money: null,
    },
  ],
  individuals: { clause: '4.4', total: 6, perGroup: 1, exceptions: { R2: 4 } },
  units: [
    ...unit('region', null, 'R1', 'R2', 'R3'),
    ...unit('village', 'R1', 'V11', 'V12'),
    ...unit('village', 'R2', 'V21', 'V22'),
    ...unit('village', 'R3', 'V31', 'V32'),
  ],
};

/** One scored level; the cap goes by groups that aren't scored themselves ("cụm thi đua"). */
export const CLUSTERS_2026: Plan = {
  ...GREEN_2025,
  id: 'clusters-2026',
  levels: [
    {
      id: 'office',
      clause: 'A',
      name: 'cấp sở',
      criteria: [criterion({ id: 'files', clause: 'A', full: '100', threshold: '95%' })],
      gate: { clause: 'B', criterion: 'files', from: '60%' },
      tieBreak: null,
    },
  ],
  prizes: [],
  places: [
    {
      id: 'officePlace',
      clause: 'C',
      level: 'office',
      places: 4,
      perGroup: { clause: 'C, note', most: 2 },
      money: 2_000_000,
    },
  ],
  individuals: null,
  units: [
    ...unit('cluster', null, 'K1', 'K2', 'K3'),
    ...unit('office', 'K1', 'S1', 'S2', 'S3', 'S4'),
    ...unit('office', 'K2', 'S5', 'S6'),
    ...unit('office', 'K3', 'S7'),
  ],
};
