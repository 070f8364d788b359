import { divide, exact } from '../../rules';
import { percent, prose, whole } from './numbers';

/** What the pane says of the dossier log. */
export const PANE_LOG = {
  title: 'Nhật ký hồ sơ',
  hint: 'Mỗi dòng là một hồ sơ nộp trực tuyến (đơn vị, tài khoản nộp, thủ tục, ngày nộp); dùng để phân định khi bằng điểm. Nhật ký có thể là một trang trong sổ tính, hoặc một tệp .xlsx, .csv. Tệp chỉ được đọc trên máy này, không lưu tài khoản nào, và chỉ được dùng đến khi đóng ngăn này; hãy bấm Chấm điểm trong ngăn.',
  choose: 'Chọn nhật ký hồ sơ…',
  using: (name: string) => `Đang dùng tệp ${name}.`,
  remove: (name: string) => `Bỏ nhật ký ${name}`,
  onSheets: (name: string) => `Đang dùng nhật ký ở trang: ${name}.`,

  concentration: 'Mức độ tập trung tài khoản',
  rule: '“Đối với các đơn vị điểm bằng nhau thì xét trên yếu tố tài khoản phát sinh hồ sơ, đơn vị nào hồ sơ trực tuyến phát sinh nhiều nhưng trên một vài tài khoản (lặp đi, lặp lại) thì đơn vị đó xếp sau đơn vị bằng điểm.”',
  notInLog: 'Nhật ký không có dòng nào của đơn vị này nên chưa có mức độ tập trung.',
  figures: (dossiers: number, accounts: number) =>
    `${whole(dossiers)} hồ sơ từ ${prose(accounts)} tài khoản theo nhật ký.`,
  picture: 'Hồ sơ theo số lượng mà mỗi tài khoản đã nộp',
  each: (from: number, to: number | null) =>
    to === null
      ? `Từ ${whole(from)} hồ sơ`
      : from === to
        ? `${whole(from)} hồ sơ`
        : `${whole(from)} đến ${whole(to)} hồ sơ`,
  counts: (accounts: number, dossiers: number) =>
    `${whole(accounts)} tài khoản, ${whole(dossiers)} hồ sơ`,
  pictureAlt: (
    dossiers: number,
    accounts: number,
    classes: readonly {
      readonly from: number;
      readonly to: number | null;
      readonly accounts: number;
      readonly dossiers: number;
    }[],
  ): string =>
    `Biểu đồ: ${PANE_LOG.figures(dossiers, accounts)} ${classes
      .filter((each) => each.accounts > 0)
      .map(
        (each) =>
          `Tài khoản nộp ${PANE_LOG.each(each.from, each.to).toLowerCase()}: ${PANE_LOG.counts(each.accounts, each.dossiers)}`,
      )
      .join('; ')}.`,
  share: (k: number, on: number, of: number) =>
    `${k === 1 ? 'Tài khoản nộp nhiều nhất' : `${prose(k)} tài khoản nộp nhiều nhất`}: ${whole(on)} hồ sơ (${percent(divide(exact(on), exact(of)))})`,
  busiest: 'Các tài khoản nộp nhiều nhất (đã che)',
} as const;
