/** One problem of every code, placed in cells where it has a place. */
import { exact, type RuleProblem, type TableProblem } from '../../src/rules';

export const CELL = { sheet: 'Xã', address: 'D12' };
const SECOND = { sheet: 'Xã', address: 'E12' };
const THANG = '31450';
const DONG = '31462';
const VI_THUY = '935';

type Rest<P> = P extends unknown ? Omit<P, 'severity' | 'places' | 'unit'> : never;

const about = (problem: Rest<RuleProblem>, unit: string | null = THANG): RuleProblem =>
  ({ severity: 'error', places: [CELL, SECOND], unit, ...problem }) as RuleProblem;
const ofAll = (problem: Rest<RuleProblem>): RuleProblem =>
  ({ severity: 'warning', places: [], unit: null, ...problem }) as RuleProblem;
const table = (problem: Rest<TableProblem>, places = [CELL]): TableProblem =>
  ({ severity: 'error', places, ...problem }) as TableProblem;

/** By code: the type asks for each, so that a new code isn't forgotten here. */
export const RULE_PROBLEMS: { readonly [C in RuleProblem['code']]: RuleProblem } = {
  aExceedsB: about({ code: 'aExceedsB', criterion: 'dvc', a: exact(120), b: exact(100) }),
  zeroDenominator: about({ code: 'zeroDenominator', criterion: 'dvc', a: exact(3) }),
  nothingCounted: about({ code: 'nothingCounted', criterion: 'dvc' }),
  unusableFigure: about({
    code: 'unusableFigure',
    criterion: 'dvc',
    which: 'a',
    why: 'text',
    shown: 'abc',
  }),
  aboveOne: about({ code: 'aboveOne', criterion: 'eid', ratio: exact(2) }),
  duplicateUnit: about({ code: 'duplicateUnit' }),
  duplicateIdentical: about({ code: 'duplicateIdentical' }),
  unitWithoutRow: about({ code: 'unitWithoutRow' }),
  rowUnknown: about({ code: 'rowUnknown', named: 'Xã Không Có' }, null),
  levelWithoutRows: ofAll({ code: 'levelWithoutRows', level: 'commune' }),
  noCounts: about({ code: 'noCounts', criterion: 'eid' }),
  levelWithoutCounts: ofAll({ code: 'levelWithoutCounts', level: 'commune', criterion: 'dvc' }),
  memberMissing: about(
    { code: 'memberMissing', member: THANG, criterion: 'dvc', because: [{ why: 'noRow' }] },
    VI_THUY,
  ),
  noMembers: about({ code: 'noMembers' }, VI_THUY),
  mayIncludeMembers: about(
    { code: 'mayIncludeMembers', own: exact(9000), members: exact(8000), criterion: 'dvc' },
    VI_THUY,
  ),
  nearJump: about({
    code: 'nearJump',
    criterion: 'eid',
    ratio: exact(0.75),
    threshold: '90%',
    kind: 'fullPoints',
    above: false,
  }),
  looksEqual: ofAll({ code: 'looksEqual', units: [THANG, DONG], total: exact(97.25) }),
  percentOnly: ofAll({
    code: 'percentOnly',
    level: 'commune',
    criterion: 'eid',
    letter: 'số 12/CAT',
    units: 5,
  }),
  percentMayCross: about({ code: 'percentMayCross', criterion: 'eid', threshold: '90%' }),
  percentMayReorder: about({ code: 'percentMayReorder', other: DONG }),
  tie: ofAll({ code: 'tie', level: 'commune', units: [THANG, DONG], rank: 4 }),
  undecided: ofAll({
    code: 'undecided',
    award: 'commune',
    units: [THANG, DONG],
    seats: 1,
    prizes: [],
    total: exact(97.25),
  }),
  fewerThanPlaces: ofAll({ code: 'fewerThanPlaces', award: 'commune', awarded: 5, seats: 7 }),
  logDiffers: about({ code: 'logDiffers', logged: 90, reported: exact(100) }),
  notInLog: about({ code: 'notInLog', reported: exact(95) }),
  accountsImplausible: about({ code: 'accountsImplausible', distinct: 999 }),
  toBeLookedInto: about({
    code: 'toBeLookedInto',
    onOneAccount: 40,
    share: exact(0.5),
    bounds: { onOneAccount: 30, busiestShare: '50%' },
  }),
  readingMatters: ofAll({
    code: 'readingMatters',
    level: 'district',
    changes: [{ reading: 'pooledCounts', first: [VI_THUY] }],
  }),
  postMatters: ofAll({ code: 'postMatters', units: 3, awardsChange: true }),
  decisionVoid: ofAll({ code: 'decisionVoid', level: 'commune', units: [THANG, DONG] }),
  declinedUnknown: ofAll({ code: 'declinedUnknown', named: 'Xã Không Có' }),
  individualUnknown: about({ code: 'individualUnknown', name: 'Lê Văn A', group: 'X' }, null),
  individualIncomplete: about(
    { code: 'individualIncomplete', name: '', fields: ['name', 'post'] },
    null,
  ),
  individualTwice: about({ code: 'individualTwice', name: 'Lê Văn A' }, null),
  individualNamesakes: about({ code: 'individualNamesakes', name: 'Lê Văn A' }, null),
  overQuota: ofAll({ code: 'overQuota', group: VI_THUY, proposed: 3, quota: 2 }),
  underQuota: ofAll({ code: 'underQuota', group: VI_THUY, proposed: 1, quota: 2 }),
};

export const TABLE_PROBLEMS: { readonly [C in TableProblem['code']]: TableProblem } = {
  noTable: table({ code: 'noTable' }, []),
  missingColumn: table(
    { code: 'missingColumn', sheet: 'Xã', column: { criterion: 'dvc', figure: 'b' } },
    [],
  ),
  doubtfulColumn: table(
    {
      code: 'doubtfulColumn',
      sheet: 'Xã',
      column: { criterion: 'dvc', figure: 'a' },
      headings: ['Trực tuyến 1', 'Trực tuyến 2'],
    },
    [],
  ),
  unknownUnit: table({ code: 'unknownUnit', shown: 'Vị Thằng', suggestions: [THANG] }),
  ambiguousUnit: table({ code: 'ambiguousUnit', shown: 'Long Mỹ', candidates: ['936', '937'] }),
  namelessRow: table({ code: 'namelessRow', row: 12 }),
  oldFont: table({ code: 'oldFont', shown: 'X· VÞ Th¾ng' }),
  percentColumn: table({ code: 'percentColumn', heading: 'Tỷ lệ' }),
  percentDisagrees: table({
    code: 'percentDisagrees',
    heading: 'Tỷ lệ',
    shown: '95%',
    counted: 85.7143,
  }),
  severalPeriods: table({
    code: 'severalPeriods',
    candidates: ['Tháng 10', 'Tháng 11'],
    wanted: null,
  }),
  noSuchPeriod: table({ code: 'noSuchPeriod', wanted: 'Quý I', candidates: ['Quý IV'] }),
  periodsDiffer: table({ code: 'periodsDiffer', shown: ['Tháng 10', 'Tháng 11'] }),
  unclearNumbers: table({
    code: 'unclearNumbers',
    sheet: 'Xã',
    column: { criterion: 'dvc', figure: 'a' },
    heading: 'Trực tuyến',
    shown: '1.234',
    candidates: [1234, 1.234],
  }),
  servicesLeftOut: table({ code: 'servicesLeftOut', rows: 3 }),
  partsMissing: table({ code: 'partsMissing', shown: 'Xã Vị Thắng', parts: 1, wanted: 2 }),
  otherOffices: table({ code: 'otherOffices', sheet: 'Xã', shown: ['Sở Tư pháp'] }, []),
  departments: table({ code: 'departments', shown: ['Phòng Tư pháp'], answer: null }),
  totalScope: table({ code: 'totalScope' }),
  settingMissing: table({ code: 'settingMissing', setting: 'planNumber' }, []),
  hiddenRows: table({ code: 'hiddenRows', sheet: 'Xã' }, []),
  protectedSheet: table({ code: 'protectedSheet', sheet: 'Xã' }, []),
  sheetNameTaken: table(
    { code: 'sheetNameTaken', wanted: 'Kết quả cấp xã', given: 'Kết quả cấp xã (2)' },
    [],
  ),
  columnsMoved: table({ code: 'columnsMoved', sheet: 'Xã', to: 'M' }, []),
  changedByUser: table({ code: 'changedByUser', sheet: 'Xã', shown: '99' }),
  copyKept: table({ code: 'copyKept', sheet: 'Cần rà soát', copy: 'Cần rà soát 05-01-2024' }, []),
  badDecision: table({ code: 'badDecision', what: 'who', shown: '' }),
  logUnmatched: table(
    { code: 'logUnmatched', log: 'nhat-ky.csv', rows: 1200, shown: ['Xã Lạ', ''] },
    [],
  ),
  logWithoutAccount: table({ code: 'logWithoutAccount', log: 'nhat-ky.csv', rows: 3 }, []),
  logOutside: table(
    { code: 'logOutside', log: 'nhat-ky.csv', rows: 1200, from: '2023-10-01', to: '2023-12-31' },
    [],
  ),
  logUndated: table({ code: 'logUndated', log: 'nhat-ky.csv', rows: 3 }, []),
  logSheetUnused: table({ code: 'logSheetUnused', sheets: ['Nhật ký'], log: 'nhat-ky.csv' }, []),
  logDoubtful: table({ code: 'logDoubtful', sheet: 'Nhật ký', headings: ['A', 'B'] }, []),
  sheetHeldBack: table({ code: 'sheetHeldBack', sheet: 'Nhật ký' }, []),
  logNotByPeriod: table({ code: 'logNotByPeriod', log: 'nhat-ky.csv', lacks: 'days' }, []),
  individualColumns: table(
    { code: 'individualColumns', sheet: 'Cá nhân', missing: ['name', 'post'] },
    [],
  ),
  tooOld: table({ code: 'tooOld', lacks: 'thiết lập trang in' }, []),
};
