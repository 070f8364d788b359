/**
 * The worksheet functions as Excel sees them. Names, parameters and descriptions in functions.json
 * are made from these comments, and each function is associated by the same plugin: it adds the calls
 * to this file when webpack builds it. The plugin reads the text of each function and nothing that
 * it refers to, so functions of the same parameters list them, and their comments, each for itself.
 *
 * All ask for the addresses of their arguments: without them an empty cell is no other than a 0.
 */
import { answer } from './answer';
import { awardsOf, concentrationOf, memberMeanOf, ranksOf } from './lists';
import { tableOf, unitOf } from './named';
import { explanationOf, mayBeConsidered, pointsOf, ratioOf, totalOf } from './unit';

/**
 * Tỷ lệ a / b, ví dụ hồ sơ nộp trực tuyến trên tổng hồ sơ.
 * @customfunction TYLE
 * @requiresParameterAddresses
 * @param a Tử số.
 * @param b Mẫu số.
 * @returns Tỷ lệ, định dạng theo % để xem.
 */
export function TYLE(
  a: unknown,
  b: unknown,
  invocation?: CustomFunctions.Invocation,
): Promise<number> {
  return answer(invocation, { a, b }, (rules, it) => ratioOf(rules, it.a, it.b));
}

/**
 * Tổng điểm của một đơn vị theo Kế hoạch.
 * @customfunction DIEM
 * @requiresParameterAddresses
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
  invocation?: CustomFunctions.Invocation,
): Promise<number> {
  const given = {
    cấp,
    hồ_sơ_trực_tuyến,
    tổng_hồ_sơ,
    tài_khoản_kích_hoạt,
    người_có_CCCD,
    tỷ_lệ_bình_quân_xã,
  };
  return answer(invocation, given, (rules, it) => totalOf(rules, unitOf(it)));
}

/**
 * Điểm tiêu chí dịch vụ công trực tuyến của một đơn vị.
 * @customfunction DIEMDVCTT
 * @requiresParameterAddresses
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
  invocation?: CustomFunctions.Invocation,
): Promise<number> {
  const given = { cấp, hồ_sơ_trực_tuyến, tổng_hồ_sơ, tỷ_lệ_bình_quân_xã };
  return answer(invocation, given, (rules, it) => pointsOf(rules, { ...unitOf(it), eid: null }));
}

/**
 * Điểm tiêu chí định danh điện tử của một đơn vị.
 * @customfunction DIEMDINHDANH
 * @requiresParameterAddresses
 * @param cấp "xã" hoặc "huyện".
 * @param tài_khoản_kích_hoạt Số tài khoản ĐDĐT mức độ 2 đã kích hoạt.
 * @param người_có_CCCD Số người dân có căn cước công dân.
 * @returns Điểm tiêu chí.
 */
export function DIEMDINHDANH(
  cấp: unknown,
  tài_khoản_kích_hoạt: unknown,
  người_có_CCCD: unknown,
  invocation?: CustomFunctions.Invocation,
): Promise<number> {
  const given = { cấp, tài_khoản_kích_hoạt, người_có_CCCD };
  return answer(invocation, given, (rules, it) => pointsOf(rules, { ...unitOf(it), dvc: null }));
}

/**
 * Đơn vị có được xét hay không. Cấp huyện luôn được xét.
 * @customfunction DUOCXET
 * @requiresParameterAddresses
 * @param cấp "xã" hoặc "huyện".
 * @param hồ_sơ_trực_tuyến Tổng số hồ sơ TTHC nộp trực tuyến.
 * @param tổng_hồ_sơ Tổng số hồ sơ phát sinh của các DVCTT đã công bố.
 * @returns TRUE nếu được xét.
 */
export function DUOCXET(
  cấp: unknown,
  hồ_sơ_trực_tuyến: unknown,
  tổng_hồ_sơ: unknown,
  invocation?: CustomFunctions.Invocation,
): Promise<boolean> {
  const given = { cấp, hồ_sơ_trực_tuyến, tổng_hồ_sơ };
  return answer(invocation, given, (rules, it) =>
    mayBeConsidered(rules, { ...unitOf(it), eid: null }),
  );
}

/**
 * Bình quân tỷ lệ hồ sơ trực tuyến của các xã trong một huyện.
 * @customfunction BINHQUANXA
 * @requiresParameterAddresses
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
  invocation?: CustomFunctions.Invocation,
): Promise<number> {
  const given = { huyện, cột_huyện, cột_a, cột_b };
  return answer(invocation, given, (rules, it) =>
    memberMeanOf(rules, it.huyện, it.cột_huyện, it.cột_a, it.cột_b),
  );
}

/**
 * Xếp hạng cả bảng: mỗi dòng một hạng và một tổng điểm.
 * @customfunction XEPHANG
 * @requiresParameterAddresses
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
  invocation?: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const given = {
    cấp,
    đơn_vị,
    huyện,
    a,
    b,
    tài_khoản,
    CCCD,
    số_tài_khoản_nộp,
    tỷ_trọng_3_tài_khoản,
    bảng_xã,
  };
  return answer(invocation, given, (rules, it) => ranksOf(rules, tableOf(it)));
}

/**
 * Danh sách đề nghị khen thưởng: hạng, đơn vị, huyện, tình trạng.
 * @customfunction KHENTHUONG
 * @requiresParameterAddresses
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
  invocation?: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const given = {
    cấp,
    đơn_vị,
    huyện,
    a,
    b,
    tài_khoản,
    CCCD,
    số_tài_khoản_nộp,
    tỷ_trọng_3_tài_khoản,
    bảng_xã,
  };
  return answer(invocation, given, (rules, it) => awardsOf(rules, tableOf(it)));
}

/**
 * Mức độ tập trung của các tài khoản nộp hồ sơ.
 * @customfunction TAPTRUNG
 * @requiresParameterAddresses
 * @param tài_khoản Cột mã tài khoản, mỗi hồ sơ một dòng.
 * @returns Mỗi dòng một số liệu, tên ở trước.
 */
export function TAPTRUNG(
  tài_khoản: unknown[][],
  invocation?: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return answer(invocation, { tài_khoản }, (rules, it) => concentrationOf(rules, it.tài_khoản));
}

/**
 * Diễn giải điểm của một đơn vị thành câu, theo từng bước của Kế hoạch.
 * @customfunction DIENGIAI
 * @requiresParameterAddresses
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
  invocation?: CustomFunctions.Invocation,
): Promise<string> {
  const given = {
    cấp,
    hồ_sơ_trực_tuyến,
    tổng_hồ_sơ,
    tài_khoản_kích_hoạt,
    người_có_CCCD,
    tỷ_lệ_bình_quân_xã,
  };
  return answer(invocation, given, (rules, it) => explanationOf(rules, unitOf(it)));
}
