/** What the worksheet functions say: beside an error in a cell, and in the cells they fill. */
export const FUNCTIONS = {
  level: (text: string) => `Cấp “${text}” không có trong Kế hoạch. Ghi “xã” hoặc “huyện”.`,
  oneColumn: (name: string) => `“${name}” phải là một cột.`,
  lengths: 'Các cột phải có số dòng bằng nhau.',
  ratio: (name: string) => `“${name}” phải là tỷ lệ từ 0% đến 100%.`,
  empty: (name: string) => `“${name}” để trống.`,
  noNumber: (name: string) => `“${name}” không phải là số.`,
  zeroOrBlank: (name: string) =>
    `Không phân biệt được ô trống với số 0 ở “${name}”. Đưa thẳng vùng ô của sổ tính này vào hàm, hoặc dùng nút Chấm điểm.`,
  memberTable:
    'Bảng xã phải có 4 cột: đơn vị, huyện, hồ sơ trực tuyến, tổng hồ sơ; hoặc thêm 2 cột: tài khoản, CCCD.',
  needsMean: 'Cấp huyện cần có tỷ lệ bình quân xã (HG.BINHQUANXA).',
  meanCannotServe: (reading: string) =>
    `Cách hiểu đang chọn (${reading}) cần số liệu từng xã. Dùng HG.XEPHANG với bảng xã.`,
  givenMean: (mean: string) => `Bình quân tỷ lệ các xã: ${mean}`,
  noMembersHere: 'Kế hoạch không có cấp nào tính bình quân xã.',
  unitUnknown: (text: string) => `Không có trong danh mục: “${text}”.`,
  unitUnclear: (text: string) => `“${text}” có thể là nhiều đơn vị. Ghi cả loại đơn vị và huyện.`,
  nobodyAwarded: 'Chưa có đơn vị nào được đề nghị khen thưởng.',
  noAccounts: 'Cột tài khoản không có số liệu.',
  proposed: 'Đề nghị khen thưởng',
  prize: (name: string) => `Đề nghị giải ${name}`,
  undecided: 'Chờ Hội đồng quyết định',
  declined: 'Không đề nghị khen thưởng',
  accounts: {
    dossiers: 'Số hồ sơ',
    accounts: 'Số tài khoản nộp',
    perAccount: 'Hồ sơ trên mỗi tài khoản',
    onBusiest: 'Hồ sơ của tài khoản nộp nhiều nhất',
    share: (count: number) => `Tỷ trọng của ${count} tài khoản nộp nhiều nhất`,
    verdict: 'Mức độ tập trung tài khoản',
    toLookInto: 'Cần xác minh',
    plain: 'Bình thường',
  },
} as const;
