import { date, whole } from './numbers';

/** What `npm run digest` says. */
export const DIGEST = {
  usage:
    'Cách dùng: npm run digest -- [--from 2023-10-01 --to 2023-12-31] TỆP…\nTỆP là nhật ký hồ sơ .csv hoặc .parquet, dòng đầu là tiêu đề; nhiều tệp được tính chung.',
  missing: 'Chưa có DuckDB. Chạy npm install rồi chạy lại.',
  failed: (why: string) => `Không đọc được nhật ký (${why}). Kiểm tra lại tệp rồi chạy lại.`,
  columns: [
    'Đơn vị',
    'Huyện, thị xã, thành phố',
    'Hồ sơ theo nhật ký',
    'Số tài khoản nộp',
    'Hồ sơ của tài khoản nộp nhiều nhất',
    'Hồ sơ của 03 tài khoản nộp nhiều nhất',
    'Hồ sơ của 05 tài khoản nộp nhiều nhất',
    'Các tài khoản nộp nhiều nhất (đã che), thủ tục nộp nhiều nhất',
  ],
  period: (from: string, to: string) => `Chỉ tính hồ sơ nộp từ ${date(from)} đến ${date(to)}.`,
  leftOut: (left: {
    readonly outside: number;
    readonly undated: number;
    readonly unmatched: number;
    readonly withoutAccount: number;
  }): string[] => {
    const lines: [rows: number, why: string][] = [
      [left.outside, 'ngoài kỳ'],
      [left.undated, 'không có ngày đọc được'],
      [left.unmatched, 'có đơn vị không khớp với danh mục'],
      [left.withoutAccount, 'không có tài khoản nộp'],
    ];
    return lines.flatMap(([rows, why]) =>
      rows > 0 ? [`Không tính ${whole(rows)} dòng ${why}.`] : [],
    );
  },
} as const;
