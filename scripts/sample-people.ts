import { fullName, individualQuotas, type Plan } from '../src/rules';
import type { SampleTable } from './sample-book';

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi'];
const NUMBERS = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín'];
const POSTS = [
  'Công chức Tư pháp - Hộ tịch',
  'Công chức Văn phòng - Thống kê',
  'Đoàn viên, tổ công nghệ số cộng đồng',
  'Cán bộ Bộ phận Một cửa',
];
const ACHIEVEMENTS = [
  'Hướng dẫn người dân nộp hồ sơ trực tuyến tại Bộ phận Một cửa',
  'Vận động hộ gia đình kích hoạt tài khoản định danh điện tử',
  'Tổ chức điểm hỗ trợ nộp hồ sơ trực tuyến tại ấp, khu vực',
];

/** "Nguyễn Văn Mẫu Một", …: plainly made up, and no two alike. */
function nameOf(i: number): string {
  const middle = i % 2 === 0 ? 'Văn' : 'Thị';
  const number = NUMBERS[i % NUMBERS.length];
  return `${SURNAMES[i % SURNAMES.length]} ${middle} Mẫu ${number}`;
}

/** As many people as each group may propose, of units of its own. */
export function samplePeople(plan: Plan, groupHeading: string, period: string): SampleTable {
  let made = 0;
  const rows = individualQuotas(plan, []).flatMap(({ group, quota }) => {
    const members = plan.units.filter(({ parent }) => parent === group.code);
    return Array.from({ length: quota }, (_, i): (string | number)[] => {
      const person = made;
      made += 1;
      const unit = members[(i * 2) % members.length] ?? group;
      return [
        made,
        nameOf(person),
        POSTS[person % POSTS.length] ?? '',
        `Ủy ban nhân dân ${fullName(unit).charAt(0).toLowerCase()}${fullName(unit).slice(1)}`,
        fullName(group),
        ACHIEVEMENTS[person % ACHIEVEMENTS.length] ?? '',
        fullName(group),
      ];
    });
  });
  return {
    sheet: 'Cá nhân',
    title: 'DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG',
    period,
    headings: [
      'STT',
      'Họ và tên',
      'Chức vụ',
      'Đơn vị công tác',
      groupHeading,
      'Tóm tắt thành tích',
      'Đơn vị đề nghị',
    ],
    rows,
    widths: [30, 140, 130, 170, 130, 230, 130],
  };
}
