/** What the ribbon's buttons say where something goes wrong. */
export const COMMANDS = {
  editing: 'Đang sửa ô. Nhấn Enter (hoặc Esc) rồi bấm lại.',
  oldExcel:
    'Excel này quá cũ nên chưa dùng được phần mềm chấm điểm. Sổ tính được giữ nguyên. Mở bằng Excel 2021 hoặc mới hơn, Microsoft 365, hoặc Excel trên web.',
  protectedBook:
    'Sổ tính hoặc trang tính đang được bảo vệ nên không ghi được. Vào thẻ Xem lại (Review), bỏ bảo vệ, rồi bấm lại.',
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
