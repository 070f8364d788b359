import type { Place } from '../../rules';

/** What the ribbon's buttons say where something goes wrong. */
export const COMMANDS = {
  editing: 'Đang sửa ô. Nhấn Enter (hoặc Esc) rồi bấm lại.',
  oldExcel:
    'Excel này quá cũ nên chưa dùng được phần mềm chấm điểm. Sổ tính được giữ nguyên. Mở bằng Excel 2021 hoặc mới hơn, Microsoft 365, hoặc Excel trên web.',
  protectedBook:
    'Sổ tính đang mở chỉ để đọc, hoặc sổ tính hay trang tính đang được bảo vệ, nên không ghi được. Bấm Cho phép Chỉnh sửa (Enable Editing) hoặc lưu thành tệp khác; đang bảo vệ thì vào thẻ Xem lại (Review), bỏ bảo vệ; rồi bấm lại.',
  /** Somebody changed the workbook between reading and writing. */
  changed: {
    cells: (places: readonly Place[], count: number) =>
      `${changedCells(places, count)} vừa thay đổi trong lúc phần mềm đang làm, nên chưa ghi gì. Bấm lại.`,
    renamed: (sheet: string, now: string) =>
      `Trang tính '${sheet}' vừa được đổi tên thành '${now}' trong lúc phần mềm đang làm, nên chưa ghi gì. Bấm lại.`,
    deleted: (sheet: string) =>
      `Trang tính '${sheet}' vừa bị xóa trong lúc phần mềm đang làm, nên chưa ghi gì. Kiểm tra lại sổ tính rồi bấm lại.`,
    protected: (sheet: string) =>
      `Trang tính '${sheet}' vừa được bảo vệ trong lúc phần mềm đang làm, nên chưa ghi gì. Bỏ bảo vệ (Xem lại → Bỏ bảo vệ trang tính) rồi bấm lại.`,
    rowsHidden: (sheet: string) =>
      `Trang tính '${sheet}' vừa được lọc hoặc ẩn dòng trong lúc phần mềm đang làm, nên chưa ghi gì. Bỏ lọc, hiện hết các dòng rồi bấm lại.`,
    nameTaken: (sheet: string) =>
      `Vừa có thêm trang tính '${sheet}' trong lúc phần mềm đang làm (có thể người khác cũng đang chấm), nên chưa ghi gì. Bấm lại.`,
  },
  /** What was being done when it failed. */
  doing: {
    reading: 'Đang đọc số liệu',
    scoring: 'Đang chấm điểm',
    writing: 'Đang ghi kết quả',
    readingLog: 'Đang đọc nhật ký hồ sơ',
    restoring: 'Đang trả sổ tính về như cũ',
    templates: 'Đang tạo biểu mẫu nhập',
  },
  failed: (doing: string, why: string) =>
    `${doing} thì Excel báo lỗi (${why}). Bấm lại; vẫn lỗi thì lưu sổ tính, đóng Excel, mở lại rồi chấm.`,
  untouched: 'Sổ tính được giữ như cũ.',
  lost: (areas: readonly string[]) =>
    `Chưa trả lại được như cũ: ${areas.join('; ')}. Kiểm tra các ô này, hoặc đóng sổ tính không lưu.`,
} as const;

/** "Ô B3, C3, D3 và 12 ô khác của trang 'Xã'". */
function changedCells(places: readonly Place[], count: number): string {
  const more = count > places.length ? ` và ${count - places.length} ô khác` : '';
  const cells = places.map(({ address }) => address).join(', ');
  return `Ô ${cells}${more} của trang '${places[0]?.sheet ?? ''}'`;
}
