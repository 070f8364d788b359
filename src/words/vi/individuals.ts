import type { IndividualField } from '../../rules';

/** What is asked of each person proposed for an award, inside a sentence. */
export const INDIVIDUAL_FIELDS: Readonly<Record<IndividualField, string>> = {
  name: 'họ và tên',
  post: 'chức vụ',
  workplace: 'đơn vị công tác',
  group: 'huyện, thị xã, thành phố',
  achievements: 'tóm tắt thành tích',
  proposedBy: 'đơn vị đề nghị',
};

/** The input sheet "Cá nhân". */
export const INDIVIDUALS = {
  title: 'DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG',
  help: (groups: string) =>
    `Mỗi dòng một người, do các ${groups} đề nghị. Phần mềm chỉ kiểm tra số lượng, không thêm ai. Dòng chưa dùng để trống.`,
  columns: {
    order: 'STT',
    name: 'Họ và tên',
    post: 'Chức vụ',
    workplace: 'Đơn vị công tác',
    group: 'Huyện, thị xã, thành phố',
    achievements: 'Tóm tắt thành tích',
    proposedBy: 'Đơn vị đề nghị',
  },
} as const;
