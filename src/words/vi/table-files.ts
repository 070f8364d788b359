/** Why a file that figures are taken from can't be read, and what to do. */
export const TABLE_FILE_FAULTS = {
  empty: 'Tệp trống.',
  notATable:
    'Tệp không phải là bảng số liệu (.xlsx, hoặc .csv ngăn cách bằng dấu chấm phẩy hay dấu phẩy). Mở bằng Excel, chọn Lưu thành, Excel Workbook (.xlsx), rồi lấy lại.',
  notUtf8:
    'Tệp .csv không dùng bảng mã UTF-8. Mở bằng Excel, chọn Lưu thành, CSV UTF-8 (.csv) hoặc Excel Workbook (.xlsx), rồi lấy lại.',
  html: 'Tệp là trang web được đặt đuôi Excel. Mở bằng Excel, chọn Lưu thành, Excel Workbook (.xlsx), rồi lấy tệp mới.',
  oldBinary:
    'Tệp ở định dạng cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, bỏ mật khẩu nếu có, chọn Lưu thành, Excel Workbook (.xlsx), rồi lấy tệp mới.',
  passwordProtected:
    'Tệp có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu rồi lấy lại.',
  tooLarge: 'Tệp quá lớn để là bảng số liệu các đơn vị. Chỉ giữ trang có số liệu rồi lấy lại.',
  damaged: 'Tệp bị hỏng, không đọc được. Lấy lại bản gốc, hoặc mở bằng Excel để sửa rồi lưu lại.',
} as const;
