import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HAU_GIANG_2023 } from '../../src/rules';
import { words } from '../../src/words';

const folder = join(__dirname, '..', '..', 'src', 'words', 'vi');
/** Every string literal of src/words/vi, with its file. */
const strings = readdirSync(folder).flatMap((file) => {
  const source = readFileSync(join(folder, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return [
    ...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g),
  ].map(([, single, double, template]) => `${file}: ${single ?? double ?? template ?? ''}`);
});
const names = HAU_GIANG_2023.units.map(({ type, name }) => `${type} ${name}`);
const printed = [...strings, ...names, HAU_GIANG_2023.movement, HAU_GIANG_2023.province];

test('the strings were found', () => {
  expect(strings.length).toBeGreaterThan(300);
  expect(strings.some((text) => text.includes('KẾT QUẢ CHẤM ĐIỂM'))).toBe(true);
});

test('one tone-mark habit: Ủy, Thủy, Hòa, Hỏa, xóa; never Uỷ, Thuỷ, Hoà, Hoả, xoá', () => {
  const other = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu;
  expect(printed.filter((text) => other.test(text))).toEqual([]);
});

test('all that we print is composed Unicode', () => {
  expect(printed.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
});

test('DVCTT, never a bare DVC', () => {
  expect(printed.filter((text) => /\bDVC\b/.test(text))).toEqual([]);
});

test('no word that was ruled out: nghi ngờ; chỉ tiêu for a quota', () => {
  expect(printed.filter((text) => /nghi ngờ|chỉ tiêu/i.test(text))).toEqual([]);
});

test('no clause in our shorthand', () => {
  expect(strings.filter((text) => /\b[IVX]+\.\d+(\.[a-z])?\b/.test(text))).toEqual([]);
});

test('no space before %', () => {
  expect(strings.filter((text) => / %/.test(text))).toEqual([]);
});

test('the sheets’ names are the settled ones, and no longer than Excel allows', () => {
  expect(words.SHEETS).toMatchObject({
    districtResult: 'Kết quả cấp huyện',
    communeResult: 'Kết quả cấp xã',
    awards: 'DS đề nghị khen thưởng',
    notProposed: 'Đơn vị không đề nghị',
    review: 'Cần rà soát',
  });
  for (const name of Object.values(words.SHEETS)) {
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[\\/?*[\]:]/);
  }
});

test('a kept copy has its day in its name, within Excel’s 31 characters', () => {
  expect(words.keptCopyName('Kết quả cấp xã', '2024-01-05T00:00:00Z')).toBe(
    'Kết quả cấp xã 05-01-2024',
  );
  const long = words.keptCopyName('Một tên trang tính dài đúng ba mốt', '2024-01-05');
  expect(long).toHaveLength(31);
  expect(long.endsWith(' 05-01-2024')).toBe(true);
});

test('the result sheets’ columns are the settled ones', () => {
  expect(Object.values(words.COLUMNS)).toEqual(
    expect.arrayContaining([
      'STT',
      'Đơn vị',
      'Huyện, thị xã, thành phố',
      'Hồ sơ nộp trực tuyến (a)',
      'Tổng hồ sơ phát sinh (b)',
      'Tỷ lệ (%)',
      'TK ĐDĐT đã kích hoạt (a)',
      'Người có CCCD (b)',
      'Tổng điểm',
      'Xếp hạng',
      'Ghi chú',
    ]),
  );
  expect(words.pointsHeading('DVCTT')).toBe('Điểm DVCTT');
});

test('units in a sentence, at its head and in full', () => {
  expect(words.unitInText(HAU_GIANG_2023, '31450')).toBe('xã Vị Thắng, huyện Vị Thủy');
  expect(words.unitAtHead(HAU_GIANG_2023, '31450')).toBe('Xã Vị Thắng, huyện Vị Thủy');
  expect(words.unitName(HAU_GIANG_2023, '930')).toBe('Thành phố Vị Thanh');
});
