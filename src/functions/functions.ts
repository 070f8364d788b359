/**
 * The worksheet functions as Excel sees them. Names, parameters and descriptions in functions.json
 * are made from these comments, and each function is associated by the same plugin: it adds the calls
 * to this file when webpack builds it.
 */
import { answer } from './answer';
import { awardsOf, concentrationOf, memberMeanOf, ranksOf } from './lists';
import { explanationOf, mayBeConsidered, pointsOf, ratioOf, totalOf } from './unit';

/**
 * Tỷ lệ a / b, ví dụ hồ sơ nộp trực tuyến trên tổng hồ sơ.
 * @customfunction TYLE
 * @param a Tử số.
 * @param b Mẫu số.
 * @returns Tỷ lệ, định dạng theo % để xem.
 */
export function TYLE(a: unknown, b: unknown): Promise<number> {
  return answer((rules) => ratioOf(rules, a, b));
}

/**
 * Tổng điểm của một đơn vị theo Kế hoạch.
 * @customfunction DIEM
 * @param cấp "xã" hoặc "huyện".
 * @param hồ_sơ_trực_tuyến Tổng số hồ sơ TTHC nộp trực tuyến.
 * @param tổng_hồ_sơ Tổng số hồ sơ phát sinh của các DVCTT đã công bố.
 * @param tài_khoản_kích_hoạt Số tài khoản ĐDĐT mức độ 2 đã kích hoạt.
 * @param người_có_CCCD Số người dân có căn cước công dân.
 * @param tỷ_lệ_bình_quân_xã Bình quân tỷ lệ các xã, cần ở cấp huyện: HG.BINHQUANXA.
 * @returns Tổng điểm.
 */
export function DIEM(
  cấp: unknown,
  hồ_sơ_trực_tuyến: unknown,
  tổng_hồ_sơ: unknown,
  tài_khoản_kích_hoạt: unknown,
  người_có_CCCD: unknown,
  tỷ_lệ_bình_quân_xã?: unknown,
): Promise<number> {
  return answer((rules) =>
    totalOf(rules, {
      level: cấp,
      dvc: [hồ_sơ_trực_tuyến, tổng_hồ_sơ],
      eid: [tài_khoản_kích_hoạt, người_có_CCCD],
      mean: tỷ_lệ_bình_quân_xã,
    }),
  );
}

/**
 * Điểm tiêu chí dịch vụ công trực tuyến của một đơn vị.
 * @customfunction DIEMDVCTT
 * @param cấp "xã" hoặc "huyện".
 * @param hồ_sơ_trực_tuyến Tổng số hồ sơ TTHC nộp trực tuyến.
 * @param tổng_hồ_sơ Tổng số hồ sơ phát sinh của các DVCTT đã công bố.
 * @param tỷ_lệ_bình_quân_xã Bình quân tỷ lệ các xã, cần ở cấp huyện: HG.BINHQUANXA.
 * @returns Điểm tiêu chí.
 */
export function DIEMDVCTT(
  cấp: unknown,
  hồ_sơ_trực_tuyến: unknown,
  tổng_hồ_sơ: unknown,
  tỷ_lệ_bình_quân_xã?: unknown,
): Promise<number> {
  return answer((rules) =>
    pointsOf(rules, {
      level: cấp,
      dvc: [hồ_sơ_trực_tuyến, tổng_hồ_sơ],
      eid: null,
      mean: tỷ_lệ_bình_quân_xã,
    }),
  );
}

/**
 * Điểm tiêu chí định danh điện tử của một đơn vị.
 * @customfunction DIEMDINHDANH
 * @param cấp "xã" hoặc "huyện".
 * @param tài_khoản_kích_hoạt Số tài khoản ĐDĐT mức độ 2 đã kích hoạt.
 * @param người_có_CCCD Số người dân có căn cước công dân.
 * @returns Điểm tiêu chí.
 */
export function DIEMDINHDANH(
  cấp: unknown,
  tài_khoản_kích_hoạt: unknown,
  người_có_CCCD: unknown,
): Promise<number> {
  const eid = [tài_khoản_kích_hoạt, người_có_CCCD] as const;
  return answer((rules) => pointsOf(rules, { level: cấp, dvc: null, eid, mean: null }));
}

/**
 * Đơn vị có được xét hay không. Cấp huyện luôn được xét.
 * @customfunction DUOCXET
 * @param cấp "xã" hoặc "huyện".
 * @param hồ_sơ_trực_tuyến Tổng số hồ sơ TTHC nộp trực tuyến.
 * @param tổng_hồ_sơ Tổng số hồ sơ phát sinh của các DVCTT đã công bố.
 * @returns TRUE nếu được xét.
 */
export function DUOCXET(
  cấp: unknown,
  hồ_sơ_trực_tuyến: unknown,
  tổng_hồ_sơ: unknown,
): Promise<boolean> {
  const dvc = [hồ_sơ_trực_tuyến, tổng_hồ_sơ] as const;
  return answer((rules) => mayBeConsidered(rules, { level: cấp, dvc, eid: null, mean: null }));
}

/**
 * Bình quân tỷ lệ hồ sơ trực tuyến của các xã trong một huyện.
 * @customfunction BINHQUANXA
 * @param huyện Tên huyện, thị xã, thành phố.
 * @param cột_huyện Cột huyện của bảng xã.
 * @param cột_a Cột hồ sơ nộp trực tuyến của bảng xã.
 * @param cột_b Cột tổng hồ sơ của bảng xã.
 * @returns Bình quân tỷ lệ.
 */
export function BINHQUANXA(
  huyện: unknown,
  cột_huyện: unknown[][],
  cột_a: unknown[][],
  cột_b: unknown[][],
): Promise<number> {
  return answer((rules) => memberMeanOf(rules, huyện, cột_huyện, cột_a, cột_b));
}

/**
 * Xếp hạng cả bảng: mỗi dòng một hạng và một tổng điểm.
 * @customfunction XEPHANG
 * @param cấp "xã" hoặc "huyện".
 * @param đơn_vị Cột tên đơn vị.
 * @param huyện Cột huyện, thị xã, thành phố; ở cấp huyện để trống.
 * @param a Cột hồ sơ nộp trực tuyến.
 * @param b Cột tổng hồ sơ.
 * @param tài_khoản Cột tài khoản ĐDĐT mức độ 2 đã kích hoạt.
 * @param CCCD Cột số người có CCCD.
 * @param số_tài_khoản_nộp Cột số tài khoản nộp hồ sơ, để phân định khi bằng điểm.
 * @param tỷ_trọng_3_tài_khoản Cột tỷ trọng hồ sơ của 3 tài khoản nộp nhiều nhất.
 * @param bảng_xã Bảng xã, cần ở cấp huyện: đơn vị, huyện, hồ sơ trực tuyến, tổng hồ sơ.
 * @returns Hạng và tổng điểm của từng dòng.
 */
export function XEPHANG(
  cấp: unknown,
  đơn_vị: unknown[][],
  huyện: unknown[][],
  a: unknown[][],
  b: unknown[][],
  tài_khoản: unknown[][],
  CCCD: unknown[][],
  số_tài_khoản_nộp?: unknown[][],
  tỷ_trọng_3_tài_khoản?: unknown[][],
  bảng_xã?: unknown[][],
): Promise<unknown[][]> {
  return answer((rules) =>
    ranksOf(rules, {
      level: cấp,
      units: đơn_vị,
      groups: huyện,
      dvc: [a, b],
      eid: [tài_khoản, CCCD],
      accounts: số_tài_khoản_nộp,
      shares: tỷ_trọng_3_tài_khoản,
      members: bảng_xã,
    }),
  );
}

/**
 * Danh sách đề nghị khen thưởng: hạng, đơn vị, huyện, tình trạng.
 * @customfunction KHENTHUONG
 * @param cấp "xã" hoặc "huyện".
 * @param đơn_vị Cột tên đơn vị.
 * @param huyện Cột huyện, thị xã, thành phố; ở cấp huyện để trống.
 * @param a Cột hồ sơ nộp trực tuyến.
 * @param b Cột tổng hồ sơ.
 * @param tài_khoản Cột tài khoản ĐDĐT mức độ 2 đã kích hoạt.
 * @param CCCD Cột số người có CCCD.
 * @param số_tài_khoản_nộp Cột số tài khoản nộp hồ sơ, để phân định khi bằng điểm.
 * @param tỷ_trọng_3_tài_khoản Cột tỷ trọng hồ sơ của 3 tài khoản nộp nhiều nhất.
 * @param bảng_xã Bảng xã, cần ở cấp huyện: đơn vị, huyện, hồ sơ trực tuyến, tổng hồ sơ.
 * @returns Mỗi dòng một đơn vị.
 */
export function KHENTHUONG(
  cấp: unknown,
  đơn_vị: unknown[][],
  huyện: unknown[][],
  a: unknown[][],
  b: unknown[][],
  tài_khoản: unknown[][],
  CCCD: unknown[][],
  số_tài_khoản_nộp?: unknown[][],
  tỷ_trọng_3_tài_khoản?: unknown[][],
  bảng_xã?: unknown[][],
): Promise<unknown[][]> {
  return answer((rules) =>
    awardsOf(rules, {
      level: cấp,
      units: đơn_vị,
      groups: huyện,
      dvc: [a, b],
      eid: [tài_khoản, CCCD],
      accounts: số_tài_khoản_nộp,
      shares: tỷ_trọng_3_tài_khoản,
      members: bảng_xã,
    }),
  );
}

/**
 * Mức độ tập trung của các tài khoản nộp hồ sơ.
 * @customfunction TAPTRUNG
 * @param tài_khoản Cột mã tài khoản, mỗi hồ sơ một dòng.
 * @returns Mỗi dòng một số liệu, tên ở trước.
 */
export function TAPTRUNG(tài_khoản: unknown[][]): Promise<unknown[][]> {
  return answer((rules) => concentrationOf(rules, tài_khoản));
}

/**
 * Diễn giải điểm của một đơn vị thành câu, theo từng bước của Kế hoạch.
 * @customfunction DIENGIAI
 * @param cấp "xã" hoặc "huyện".
 * @param hồ_sơ_trực_tuyến Tổng số hồ sơ TTHC nộp trực tuyến.
 * @param tổng_hồ_sơ Tổng số hồ sơ phát sinh của các DVCTT đã công bố.
 * @param tài_khoản_kích_hoạt Số tài khoản ĐDĐT mức độ 2 đã kích hoạt.
 * @param người_có_CCCD Số người dân có căn cước công dân.
 * @param tỷ_lệ_bình_quân_xã Bình quân tỷ lệ các xã, cần ở cấp huyện: HG.BINHQUANXA.
 * @returns Câu diễn giải.
 */
export function DIENGIAI(
  cấp: unknown,
  hồ_sơ_trực_tuyến: unknown,
  tổng_hồ_sơ: unknown,
  tài_khoản_kích_hoạt: unknown,
  người_có_CCCD: unknown,
  tỷ_lệ_bình_quân_xã?: unknown,
): Promise<string> {
  return answer((rules) =>
    explanationOf(rules, {
      level: cấp,
      dvc: [hồ_sơ_trực_tuyến, tổng_hồ_sơ],
      eid: [tài_khoản_kích_hoạt, người_có_CCCD],
      mean: tỷ_lệ_bình_quân_xã,
    }),
  );
}
