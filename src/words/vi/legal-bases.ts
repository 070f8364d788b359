import type { LegalBasis } from '../../rules';

/**
 * What papers of this field rest on, with the days from and until which each holds: a start, for the
 * office to check and mend in its settings.
 */
export const LEGAL_BASES: readonly LegalBasis[] = [
  {
    text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
    from: '2016-01-01',
    until: '2025-02-28',
  },
  {
    text: 'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019',
    from: '2020-07-01',
    until: '2025-02-28',
  },
  {
    text: 'Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013',
    from: '2014-06-01',
    until: '2023-12-31',
  },
  {
    text: 'Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
    from: '2017-10-01',
    until: '2023-12-31',
  },
  {
    text: 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
    from: '2024-01-01',
    until: null,
  },
  {
    text: 'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
    from: '2024-01-01',
    until: '2025-06-30',
  },
];
