/** What the headless run prints. */
export const CLI = {
  usage: [
    'Cách dùng: npm run cham-diem -- TỆP.xlsx [TỆP-KHÁC…] [--out KẾT-QUẢ.xlsx] [--json KẾT-QUẢ.json]',
    '             [--settings THIẾT-LẬP.json] [--map TRẢ-LỜI.json] [--period KỲ]',
    '             [--log NHẬT-KÝ] [--papers THƯ-MỤC] [--readings] [--check] [--verify]',
    '',
    '  TỆP-KHÁC    tệp có số liệu khác (.xlsx, .csv), đọc cùng; không ghi gì vào các tệp này',
    '  --out       tệp kết quả (mặc định: TỆP.da-cham.xlsx, cạnh tệp gốc; không bao giờ ghi đè tệp gốc)',
    '  --json      ghi kết quả dạng JSON',
    '  --settings  thiết lập (cách hiểu, số Kế hoạch, nguồn số liệu…) thay cho thiết lập trong tệp',
    '  --map       trả lời những điều phần mềm hỏi: cột nào là số liệu gì, số đọc theo cách nào, kỳ, …',
    '  --period    kỳ của số liệu, khi tệp có nhiều kỳ (như "Tháng 10", "Quý IV")',
    '  --log       nhật ký hồ sơ (.xlsx hoặc .csv), mỗi hồ sơ một dòng: số tài khoản nộp lấy từ đây',
    '  --papers    thư mục để ghi hồ sơ khen thưởng (.docx): tờ trình, biên bản, dự thảo quyết định, báo cáo',
    '  --readings  tính mọi tổ hợp cách hiểu Kế hoạch: thêm trang So sánh phương án',
    '  --check     chỉ kiểm tra, không ghi tệp kết quả',
    '  --verify    so với mã đối chiếu của lần chấm trước: có gì thay đổi; không ghi tệp kết quả',
  ].join('\n'),
  noInput: 'Chưa nêu tệp cần chấm.',
  sameInput: (file: string) => `Tệp '${file}' được nêu hai lần. Mỗi tệp chỉ nêu một lần.`,
  outIsInput: (file: string) =>
    `Tệp kết quả trùng với tệp gốc '${file}'. Chọn tên khác: tệp gốc không bao giờ bị ghi đè.`,
  notFound: (file: string) => `Không mở được tệp '${file}'. Kiểm tra lại đường dẫn.`,
  badJson: (file: string) => `Tệp '${file}' không phải là JSON đúng. Sửa lại rồi chạy lại.`,
  otherJson: (file: string) =>
    `Tệp '${file}' không có nội dung cần thiết (thiết lập, hoặc các câu trả lời: columns gồm sheet, role, heading; departments; period; totalScope; names). Sửa lại rồi chạy lại.`,
  outIsJson: (file: string) =>
    `Tệp kết quả và tệp JSON cùng tên '${file}'. Chọn hai tên khác nhau.`,
  cannotWrite: (file: string) =>
    `Không ghi được tệp '${file}'. Đóng tệp nếu đang mở, hoặc chọn nơi khác bằng --out.`,
  open: {
    empty: 'Tệp trống.',
    notAWorkbook:
      'Tệp không phải là sổ tính Excel (.xlsx). Mở bằng Excel, chọn Lưu thành, Excel Workbook (.xlsx).',
    passwordProtected:
      'Tệp có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu rồi chấm lại.',
    oldBinary:
      'Tệp ở định dạng cũ (.xls). Mở bằng Excel, chọn Lưu thành, Excel Workbook (.xlsx), rồi chấm tệp mới.',
    html: 'Tệp là trang web được đặt đuôi Excel. Mở bằng Excel, chọn Lưu thành, Excel Workbook (.xlsx), rồi chấm tệp mới.',
    damaged: 'Tệp bị hỏng, không đọc được. Lấy lại bản gốc, hoặc mở bằng Excel để sửa rồi lưu lại.',
  },
  partLost: (parts: readonly string[]) =>
    `Không lưu kết quả: phần ${parts.map((part) => `'${part}'`).join(', ')} của tệp gốc có thể bị mất. Tệp gốc còn nguyên; đề nghị chấm trong Excel.`,
  writeFailed: (lost: readonly string[]) =>
    lost.length === 0
      ? 'Không ghi được kết quả vào sổ tính; mọi thứ được giữ như cũ.'
      : `Không ghi được kết quả vào sổ tính. Kiểm tra lại: ${lost.join('; ')}.`,
  nothingScored: 'Chưa chấm được đơn vị nào; không ghi tệp kết quả. Xem các lỗi ở trên.',
  /** The name of a .csv's sheet whose file name has no letter that a sheet's may have. */
  csvSheet: 'Số liệu',
  checked: 'Chỉ kiểm tra: không ghi tệp kết quả.',
  wrote: (file: string) => `Đã ghi: ${file}`,
  compared: (combinations: number, results: number, held: number, seats: number) =>
    `So sánh phương án: ${combinations} phương án, ${results} kết quả; ${held} trong ${seats} suất khen giữ nguyên ở mọi phương án.`,
  wroteJson: (file: string) => `Đã ghi JSON: ${file}`,
  wrotePapers: (count: number, folder: string) => `Đã ghi ${count} văn bản (.docx) vào: ${folder}`,
  cannotMakeFolder: (folder: string) =>
    `Không tạo được thư mục '${folder}'. Chọn nơi khác bằng --papers.`,
  counts: (level: string, ranked: number, gated: number, unscored: number) =>
    `${level}: ${ranked} đơn vị được xếp hạng, ${gated} không xét, ${unscored} chưa chấm được`,
  problemCounts: (errors: number, warnings: number) =>
    `Cần rà soát: ${errors} lỗi, ${warnings} cảnh báo (trang 'Cần rà soát')`,
  awardsHead: (open: boolean) => (open ? 'Đề nghị khen thưởng (DỰ THẢO):' : 'Đề nghị khen thưởng:'),
  first: (count: number) => `${count} đơn vị đứng đầu:`,
  openWorkbook: (file: string) => `Mở tệp này bằng Excel hoặc LibreOffice: ${file}`,
  unexpected: (message: string) => `Lỗi ngoài dự kiến: ${message}`,
} as const;
