import type { Plan } from '../../plan';
import { UNITS } from './units';

/**
 * UBND tỉnh Hậu Giang's 2023 plan "Người dân Hậu Giang nộp dịch vụ công trực tuyến", in the plan's
 * own order. docs/plan.md says how each clause is read.
 */
export const HAU_GIANG_2023: Plan = {
  id: 'hau-giang-2023',
  movement: 'Người dân Hậu Giang nộp dịch vụ công trực tuyến',
  year: 2023,
  province: 'tỉnh Hậu Giang',

  // II.2: from the first of the month of issue (blank in the plan) to the end of the year.
  period: { clause: 'II.2', from: null, until: '2023-12-31' },

  levels: [
    {
      id: 'district',
      clause: 'III.2.a',
      name: 'cấp huyện',
      criteria: [
        {
          id: 'dvc',
          clause: 'III.2.a',
          name: 'Tỷ lệ hồ sơ xử lý trực tuyến (toàn trình và một phần) trên tổng số hồ sơ phát sinh',
          shortName: 'DVCTT',
          numerator: 'Tổng số hồ sơ TTHC nộp trực tuyến',
          denominator: 'Tổng số hồ sơ phát sinh của các DVCTT đã công bố',
          full: '60',
          threshold: '90%',
          aboveOne: 'error',
          nothingCounted: 'warning',
          combine: { level: 'commune', clause: 'III.2.a' },
          memberSum: null,
          percentAllowed: false,
          postChannel: true,
        },
        {
          id: 'eid',
          clause: 'III.2.a',
          name: 'Cấp tài khoản định danh điện tử mức độ 2 của người dân',
          shortName: 'ĐDĐT',
          numerator: 'Tổng số tài khoản định danh điện tử được cấp (đã kích hoạt)',
          denominator: 'Tổng số người dân có căn cước công dân',
          full: '40',
          threshold: '80%',
          aboveOne: 'warning',
          nothingCounted: 'error',
          combine: null,
          memberSum: 'commune',
          percentAllowed: true,
          postChannel: false,
        },
      ],
      gate: null,
      tieBreak: null,
    },
    {
      id: 'commune',
      clause: 'III.2.b',
      name: 'cấp xã',
      criteria: [
        {
          id: 'dvc',
          clause: 'III.2.b',
          name: 'Tỷ lệ hồ sơ xử lý trực tuyến (toàn trình và một phần) trên tổng số hồ sơ phát sinh',
          shortName: 'DVCTT',
          numerator: 'Tổng số hồ sơ TTHC nộp trực tuyến',
          denominator: 'Tổng số hồ sơ phát sinh của các DVCTT đã công bố',
          full: '60',
          threshold: '100%',
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
          name: 'Cấp tài khoản định danh điện tử mức độ 2 của người dân',
          shortName: 'ĐDĐT',
          numerator: 'Tổng số tài khoản định danh điện tử được cấp (đã kích hoạt)',
          denominator: 'Tổng số người dân có căn cước công dân',
          full: '40',
          threshold: '90%',
          aboveOne: 'warning',
          nothingCounted: 'error',
          combine: null,
          memberSum: null,
          percentAllowed: true,
          postChannel: false,
        },
      ],
      gate: { clause: 'III.2.b', criterion: 'dvc', from: '70%' },
      tieBreak: { clause: 'III.2.b', criterion: 'dvc' },
    },
  ],

  prizes: [
    {
      id: 'district',
      clause: 'IV.2.a',
      level: 'district',
      prizes: [
        { name: 'Nhất', clause: 'IV.2.a', money: 20_000_000, bonus: 3, bonusClause: 'IV.4.a' },
        { name: 'Nhì', clause: 'IV.2.a', money: 15_000_000, bonus: 2, bonusClause: 'IV.4.b' },
        { name: 'Ba', clause: 'IV.2.a', money: 10_000_000, bonus: 1, bonusClause: 'IV.4.c' },
      ],
    },
  ],

  places: [
    {
      id: 'commune',
      clause: 'IV.2.b',
      level: 'commune',
      places: 7,
      perGroup: { clause: 'III', most: 2 },
      money: null,
    },
  ],

  // IV.2.c: two a district, but three for Phụng Hiệp (934) and one for Ngã Bảy (931).
  individuals: {
    clause: 'IV.2.c',
    total: 16,
    perGroup: 2,
    exceptions: { '934': 3, '931': 1 },
  },

  units: UNITS,
};
