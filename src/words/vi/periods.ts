import type { Period } from '../../rules';

const QUARTERS: Readonly<Record<string, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };
const HALVES: Readonly<Record<string, string>> = { dau: 'đầu năm', cuoi: 'cuối năm' };

/** "Tháng 10/2023", "Quý IV", "6 tháng đầu năm", "Từ 01/10/2023 đến 31/12/2023". */
export function periodName({ kind, number, year }: Period): string {
  const of = year === null ? '' : `/${year}`;
  switch (kind) {
    case 'week':
      return `Tuần ${number}${of}`;
    case 'month':
      return `Tháng ${number}${of}`;
    case 'quarter':
      return `Quý ${QUARTERS[number] ?? number}${of}`;
    case 'year':
      return `Năm ${number}`;
    case 'months': {
      const [count = '', half = ''] = number.split(' ');
      const which = HALVES[half] ? ` ${HALVES[half]}` : '';
      return `${count} tháng${which}${year === null ? '' : ` ${which ? '' : 'năm '}${year}`}`;
    }
    case 'range':
      return `Từ ${number.replace('-', ' đến ')}`;
  }
}
