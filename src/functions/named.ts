import type { Range, TableArguments } from './table';
import type { OneUnit } from './unit';

/** What a call says of one unit, by the names of the parameters. */
interface UnitGiven {
  readonly cấp: unknown;
  readonly hồ_sơ_trực_tuyến?: unknown;
  readonly tổng_hồ_sơ?: unknown;
  readonly tài_khoản_kích_hoạt?: unknown;
  readonly người_có_CCCD?: unknown;
  readonly tỷ_lệ_bình_quân_xã?: unknown;
}

/** The figures of one unit out of a call's arguments. */
export function unitOf(given: UnitGiven) {
  return {
    level: given.cấp,
    dvc: [given.hồ_sơ_trực_tuyến, given.tổng_hồ_sơ],
    eid: [given.tài_khoản_kích_hoạt, given.người_có_CCCD],
    mean: given.tỷ_lệ_bình_quân_xã,
  } as const satisfies OneUnit;
}

/** What a call says of a whole table, by the names of the parameters. */
interface TableGiven {
  readonly cấp: unknown;
  readonly đơn_vị: Range;
  readonly huyện: Range;
  readonly a: Range;
  readonly b: Range;
  readonly tài_khoản: Range;
  readonly CCCD: Range;
  readonly số_tài_khoản_nộp: Range | undefined;
  readonly tỷ_trọng_3_tài_khoản: Range | undefined;
  readonly bảng_xã: Range | undefined;
}

/** The columns of a table out of a call's arguments. */
export function tableOf(given: TableGiven): TableArguments {
  return {
    level: given.cấp,
    units: given.đơn_vị,
    groups: given.huyện,
    dvc: [given.a, given.b],
    eid: [given.tài_khoản, given.CCCD],
    accounts: given.số_tài_khoản_nộp,
    shares: given.tỷ_trọng_3_tài_khoản,
    members: given.bảng_xã,
  };
}
