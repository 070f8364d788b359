/** Input sheets with every unit filled in, and what to type where. */
export const TEMPLATE = {
  title: (level: string) => `BIỂU NHẬP SỐ LIỆU ${level.toUpperCase()}`,
  help: 'Chỉ nhập vào các ô để trống. Nhập số lượng (số nguyên), không nhập tỷ lệ; không có thì nhập 0, chưa có số liệu thì để trống.',
  period: 'Số liệu từ ngày …/…/… đến ngày …/…/…; nguồn: …',
  columns: {
    order: 'TT',
    unit: { district: 'Đơn vị cấp huyện', commune: 'Xã, phường, thị trấn' },
    dvcA: 'Hồ sơ nộp trực tuyến',
    dvcB: 'Tổng hồ sơ phát sinh của các DVCTT đã công bố',
    eidA: 'Tài khoản ĐDĐT mức độ 2 đã kích hoạt',
    eidB: 'Người dân có CCCD',
    accounts: 'Số tài khoản nộp',
  },
  notes: {
    dvcA: 'Số hồ sơ TTHC nộp trực tuyến trong kỳ (toàn trình và một phần), theo Cổng dịch vụ công của tỉnh.',
    dvcB: 'Tổng hồ sơ trực tiếp và trực tuyến của các thủ tục đã công bố là DVCTT; không gồm thủ tục khác, không gồm hồ sơ qua bưu chính.',
    eidA: 'Số tài khoản định danh điện tử mức độ 2 đã kích hoạt đến ngày chốt, theo số liệu của Công an tỉnh.',
    eidB: 'Số người dân có căn cước công dân, theo số liệu của Công an tỉnh.',
    accounts:
      'Số tài khoản khác nhau đã nộp hồ sơ trực tuyến (nếu có); dùng để phân định khi bằng điểm.',
  },
  invalid: 'Nhập số nguyên từ 0 trở lên.',
} as const;
