import { prose, whole } from './numbers';
import { list } from './units';

interface Counts {
  readonly scored: number;
  readonly errors: number;
  readonly warnings: number;
}

function found({ errors, warnings }: Counts): string {
  if (errors + warnings === 0) return 'Không có lỗi, không có cảnh báo.';
  const parts = [
    ...(errors > 0 ? [`${prose(errors)} lỗi`] : []),
    ...(warnings > 0 ? [`${prose(warnings)} cảnh báo`] : []),
  ];
  return `Có ${parts.join(', ')}: xem mục Số liệu.`;
}

function frozen(formulas: number): string {
  return formulas > 0 ? ` ${prose(formulas)} công thức HG đã thay bằng giá trị.` : '';
}

/** What the pane says around its four places. */
export const PANE = {
  title: 'Chấm điểm thi đua',
  places: { data: 'Số liệu', results: 'Kết quả', awards: 'Khen thưởng', criteria: 'Tiêu chí' },
  score: 'Chấm điểm',
  check: 'Kiểm tra',
  checkHint: 'Chỉ kiểm tra số liệu, không ghi gì vào sổ tính',
  undo: 'Hoàn tác lần chấm vừa rồi',
  undoHint: 'Hoàn tác được cho đến khi chấm lại hoặc đóng ngăn này',
  stop: 'Dừng',
  guide: 'Hướng dẫn',
  closeGuide: 'Đóng hướng dẫn',
  dismiss: 'Đóng thông báo',
  loading: 'Đang mở…',
  goTo: 'Chuyển đến ô',
  goToCell: (address: string) => `Chuyển đến ô ${address}`,
  goToIn: (sheet: string, address: string) => `Chuyển đến ô ${address} trang ${sheet}`,
  moreCells: (count: number) => `và ${prose(count)} ô khác`,
  version: (version: string) => `Phiên bản ${version}`,
  draft: 'DỰ THẢO',
  draftHint: 'Còn lỗi, còn chỗ chờ quyết định hoặc còn thiếu thông tin văn bản: xem mục Số liệu.',
  stale: 'Các trang kết quả trong sổ tính chưa theo thay đổi mới.',
  scoreAgain: 'Bấm Chấm điểm để ghi vào các trang kết quả.',
  selected: (unit: string) => `Đang chọn: ${unit}`,
  seeSelected: 'Xem cách chấm',

  doing: {
    reading: 'Đang đọc số liệu',
    readingLog: 'Đang đọc nhật ký hồ sơ',
    checking: 'Đang kiểm tra số liệu',
    scoring: 'Đang chấm điểm',
    writing: 'Đang ghi kết quả',
    restoring: 'Đang trả sổ tính về như cũ',
    comparing: 'Đang xem có ô nào đã bị sửa',
    goingTo: 'Đang chuyển đến ô',
    readingFiles: 'Đang đọc tệp khác',
    saving: 'Đang lưu thiết lập',
    deciding: 'Đang ghi quyết định',
    templates: 'Đang tạo biểu mẫu nhập',
    exportingPlan: 'Đang ghi tiêu chí ra trang tính',
    removing: 'Đang xóa kết quả của phần mềm',
    copying: 'Đang làm bản gửi đi',
    makingPapers: 'Đang lập hồ sơ khen thưởng',
    openingSample: 'Đang mở sổ mẫu',
  },
  progress: (doing: string, done: number, of: number) =>
    of > 0 ? `${doing}: ${whole(done)}/${whole(of)} lượt` : `${doing}…`,
  waits: 'Excel chưa trả lời. Nếu đang gõ dở trong một ô, hãy nhấn Enter.',
  failed: (doing: string, why: string) =>
    `${doing} thì Excel báo lỗi (${why}). Bấm lại; vẫn lỗi thì lưu sổ tính, đóng Excel, mở lại.`,
  placeGone: 'Không còn ô hoặc trang tính này. Bấm Kiểm tra để đọc lại sổ tính.',
  crashed:
    'Phần này gặp lỗi khi hiển thị. Sổ tính không bị thay đổi. Bấm Thử lại; vẫn lỗi thì đóng ngăn rồi mở lại.',
  tryAgain: 'Thử lại',

  stopped: 'Đã dừng. Sổ tính được giữ như cũ.',
  checked: (counts: Counts) =>
    counts.scored === 0
      ? 'Chưa đơn vị nào chấm được: xem các lỗi ở mục Số liệu.'
      : `Đã kiểm tra: chấm được ${prose(counts.scored)} đơn vị. ${found(counts)}`,
  scored: (counts: Counts, draft: boolean) =>
    `Đã chấm ${prose(counts.scored)} đơn vị và ghi các trang kết quả${draft ? ' (DỰ THẢO)' : ''}. ${found(counts)}`,
  nothingScored: 'Chưa đơn vị nào chấm được nên chưa ghi gì. Sửa các lỗi dưới đây rồi chấm lại.',
  changedSince: (count: number) =>
    `Chưa hoàn tác: ${prose(count)} ô do phần mềm ghi đã bị sửa sau khi chấm, hoàn tác sẽ làm mất nội dung đã sửa. Chép phần đã sửa sang chỗ khác, hoặc giữ kết quả như hiện nay.`,
  undone: 'Đã hoàn tác: các trang tính như trước khi chấm. Kết quả chỉ còn ở ngăn này.',
  saved: 'Đã lưu trong sổ tính.',
  switched: 'Đã đổi cách hiểu và lưu trong sổ tính.',
  decided: 'Đã ghi quyết định vào trang Quyết định của Hội đồng.',
  decisionRemoved: 'Đã bỏ quyết định.',
  madeTemplates: (sheets: readonly string[]) =>
    `Đã tạo biểu mẫu: ${list(sheets)}. Nhập số liệu vào các ô để trống rồi bấm Chấm điểm.`,
  removed: (what: readonly string[]) =>
    what.length === 0
      ? 'Sổ tính không có kết quả nào của phần mềm.'
      : `Đã xóa: ${list(what)}. Thiết lập, quyết định của Hội đồng, các kỳ đã chấm và điều chỉnh số liệu được giữ.`,

  sendName: (name: string) => `${name} - bản gửi đi.xlsx`,
  sent: {
    opened: (_name: string, formulas: number) =>
      `Đã mở bản gửi đi thành sổ tính mới. Chuyển sang sổ tính đó, bấm Lưu (Save), chọn nơi lưu.${frozen(formulas)}`,
    downloaded: (name: string, formulas: number) =>
      `Đã tải về ${name}. Xem ở thư mục Tải xuống (Downloads).${frozen(formulas)}`,
  },

  dossierName: (name: string) => `${name} - hồ sơ khen thưởng.zip`,
  dossierSaved: (name: string, papers: number, draft: boolean) =>
    `Đã tải về ${name} (${prose(papers)} văn bản Word${draft ? ', DỰ THẢO' : ''}). Xem ở thư mục Tải xuống (Downloads); giải nén rồi điền các chỗ còn “…”.`,

  sample: {
    opened:
      'Đã mở sổ mẫu thành sổ tính mới; số liệu trong đó không có thật. Chuyển sang sổ mẫu, mở ngăn chấm điểm, bấm Chấm điểm. Sổ tính này được giữ nguyên.',
    downloaded:
      'Đã tải về sổ mẫu hau-giang-2023.xlsx; số liệu trong đó không có thật. Mở tệp ở thư mục Tải xuống (Downloads) bằng Excel rồi bấm Chấm điểm. Sổ tính này được giữ nguyên.',
  },
  sampleMissing:
    'Chưa mở được sổ mẫu: không tải được tệp từ máy chủ của phần mềm. Kiểm tra mạng rồi bấm lại; vẫn không được thì báo bộ phận công nghệ thông tin. Sổ tính này được giữ nguyên.',

  noOutcome: {
    title: 'Chưa có kết quả',
    text: 'Bấm Chấm điểm: phần mềm tìm bảng số liệu trong sổ tính đang mở, kiểm tra, chấm và ghi kết quả ra trang tính riêng. Số liệu gốc được giữ nguyên.',
  },
} as const;

/** The guide: what a person who opens the pane for the first time reads. */
export const GUIDE = {
  title: 'Bắt đầu',
  steps: [
    'Mở sổ tính có bảng số liệu cấp huyện và cấp xã. Chưa có thì bấm Tạo biểu mẫu nhập: biểu có sẵn tên các đơn vị.',
    'Bấm Chấm điểm. Phần mềm tìm bảng, kiểm tra, chấm, xếp hạng và ghi kết quả ra các trang tính riêng.',
    'Ở mục Số liệu: sửa lỗi (bấm Chuyển đến ô), trả lời câu hỏi, nhập thông tin văn bản, rồi chấm lại.',
    'Ở mục Kết quả: bấm vào một đơn vị để xem điểm được tính thế nào. Mục Khen thưởng: nhập quyết định của Hội đồng khi bằng điểm.',
  ],
  safe: 'Bảng số liệu được giữ nguyên; điểm được ghi vào các cột mới bên phải bảng và các trang tính mới. Có thể hoàn tác ngay trong ngăn này. Số liệu không rời khỏi máy.',
  makeTemplates: 'Tạo biểu mẫu nhập',
  makeTemplatesHint: 'Thêm trang tính mới có sẵn tên các đơn vị',
  trySample: 'Thử với số liệu mẫu',
  trySampleHint: 'Mở một sổ mẫu thành sổ tính mới; sổ tính này được giữ nguyên',
  tools: 'Việc khác',
  sendCopy: 'Lưu bản gửi đi',
  sendHint:
    'Làm một bản sao để gửi nơi khác: công thức HG thành giá trị, không kèm thiết lập của phần mềm, các trang kết quả có sẵn vùng in. Sổ tính đang mở được giữ nguyên.',
  removeResults: 'Xóa kết quả của phần mềm',
  removeHint:
    'Xóa các trang tính và các cột do phần mềm ghi; không hoàn tác được. Số liệu, thiết lập và quyết định được giữ.',
  removeSure: 'Xóa hết kết quả của phần mềm?',
  removeYes: 'Xóa kết quả',
  removeNo: 'Giữ lại',
} as const;
