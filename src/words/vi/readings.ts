import { changedReadings, type CombinedRatio, type Readings } from '../../rules';
import { planText } from './numbers';

/** The readings of the district's combined ratio, as a sentence in a report names them. */
export const COMBINED_RATIO: Readonly<Record<CombinedRatio, string>> = {
  meanOfRatios: 'trung bình của tỷ lệ huyện và bình quân tỷ lệ các xã',
  meanOfPoints: 'trung bình của điểm huyện và bình quân điểm các xã',
  meanCounts: 'tỷ lệ trên số hồ sơ của huyện cộng bình quân số hồ sơ các xã',
  pooledCounts: 'tỷ lệ trên toàn bộ hồ sơ của huyện và các xã',
};

/** Readings that differ from the default, each as a sentence for the result sheets. */
export function changedReadingTexts(readings: Readings): string[] {
  return changedReadings(readings).flatMap((key) => READING_TEXT[key](readings));
}

const READING_TEXT: Readonly<Record<keyof Readings, (readings: Readings) => string[]>> = {
  combinedRatio: ({ combinedRatio }) => [`Tỷ lệ DVCTT cấp huyện: ${COMBINED_RATIO[combinedRatio]}`],
  post: () => ['Hồ sơ nhận qua bưu chính được tính vào tổng hồ sơ'],
  unusableMember: () => ['Xã chưa có tỷ lệ được tính là 0% trong bình quân'],
  noMembers: () => ['Huyện chưa có số liệu các xã thì chưa chấm'],
  gate: () => [
    'Xã có tỷ lệ hồ sơ trực tuyến dưới điều kiện xét: tiêu chí này tính 0 điểm, vẫn xếp hạng',
  ],
  tieMeasures: () => ['Thứ tự yếu tố phân định khi bằng điểm đã được đổi'],
  busiestAccounts: ({ busiestAccounts }) => [
    `Tỷ trọng tài khoản nộp nhiều nhất tính trên ${busiestAccounts} tài khoản`,
  ],
  places: ({ places }) => [`Số tập thể cấp xã được khen: ${places}`],
  perGroup: ({ perGroup }) => [`Số đơn vị cấp xã tối đa của một huyện, cụm: ${perGroup}`],
  rounding: ({ rounding }) => [
    `Tổng điểm được làm tròn ${rounding} chữ số thập phân trước khi xếp hạng`,
  ],
  percentOnly: ({ percentOnly }) =>
    percentOnly ? [`Chỉ có tỷ lệ, theo văn bản ${percentOnly.letter}`] : [],
  memberSum: () => ['Số liệu ĐDĐT của huyện là tổng của các xã'],
  declinedPrize: () => ['Đơn vị không được đề nghị thì đơn vị xếp sau được đẩy lên'],
  lookInto: ({ lookInto }) => [
    `Ngưỡng cần xác minh: từ ${lookInto.onOneAccount} hồ sơ trên một tài khoản hoặc từ ${planText(lookInto.busiestShare)}`,
  ],
  nearJump: ({ nearJump }) => [`Báo gần mốc điểm trong khoảng ${planText(nearJump)} điểm`],
};
