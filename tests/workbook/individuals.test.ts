/** The user's sheet "Cá nhân", read and listed by the real host. */
import { HAU_GIANG_2023 } from '../../src/rules';
import { scoreIn, sheetNamed, textsOf, told, valuesOf, workbookOf, type Rows } from './build';
import { SMALL_PLAN, smallSheets } from './small';

const plan = SMALL_PLAN;
const HEAD = [
  'STT',
  'Ông/Bà, họ và tên',
  'Chức vụ',
  'Đơn vị công tác',
  'Huyện, thị xã, thành phố',
  'Tóm tắt thành tích',
  'Đơn vị đề nghị',
];
const PERSON = ['Trần Thị B', 'Công chức', 'UBND xã Vị Thắng', 'H. Vị Thuỷ', 'Nộp thay 0', 'Huyện'];

async function run(people: Rows, sheet = 'Cá nhân') {
  const file = await workbookOf({ ...smallSheets(), [sheet]: people });
  const outcome = await scoreIn(file, { plan });
  const about = told(outcome).filter((text) => /^individual|Quota/.test(text));
  return { file, outcome, about };
}

test('found by its headings below a title, by district; blank rows, numbers and signatures are nobody', async () => {
  const { outcome } = await run([
    ['DANH SÁCH'],
    HEAD,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    [1, ...PERSON],
    [2, null, null, null, 'Huyện Long Mỹ'],
    [3, 'Lê Văn C', 'Phó Trưởng phòng', 'UBND huyện', 'huyện Long Mỹ', 'Tuyên truyền', 'Huyện'],
    ['Tổng cộng', 2],
    [],
    [null, 'NGƯỜI LẬP BIỂU'],
    [null, 'Nguyễn Văn Ký'],
  ]);
  expect(outcome.individuals.map(({ place, ...each }) => [each.name, each.group, place])).toEqual([
    ['Trần Thị B', '935', { sheet: 'Cá nhân', address: 'B4' }],
    ['Lê Văn C', '936', { sheet: 'Cá nhân', address: 'B6' }],
  ]);
});

test('a district that heads its people counts for those who have none written', async () => {
  const { outcome } = await run([
    ['Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Huyện', 'Thành tích'],
    ['II. Huyện Phụng Hiệp'],
    ['A', 'x', 'y', null, 'z'],
    ['B', 'x', 'y', 'Huyện Vị Thủy', 'z'],
  ]);
  expect(outcome.individuals.map(({ name, group }) => [name, group])).toEqual([
    ['A', '934'],
    ['B', '935'],
  ]);
});

test('the list has them by district, and who is still to come', async () => {
  const { file } = await run([HEAD, [1, ...PERSON]]);
  const sheet = sheetNamed(file.model, 'DS đề nghị khen thưởng');
  const rows = valuesOf(sheet, 'A1', 'H60');
  const head = rows.findIndex((row) => row[1] === 'Ông/Bà, họ và tên');
  expect(rows.slice(head + 1, head + 4)).toEqual([
    [null, 'Huyện Vị Thủy (01)', null, null, null, null, null, null],
    [
      1,
      'Trần Thị B',
      'Công chức',
      'UBND xã Vị Thắng',
      'Nộp thay 0',
      'Bằng khen của Chủ tịch UBND tỉnh',
      'theo quy định hiện hành',
      null,
    ],
    [
      null,
      'Chưa đề nghị đủ số lượng được xét: huyện Phụng Hiệp (còn 03), huyện Vị Thủy (còn 01), huyện Long Mỹ (còn 02)',
      null,
      null,
      null,
      null,
      null,
      null,
    ],
  ]);
  expect(textsOf(sheet)).toContain(
    'Tổng cộng: 07 tập thể, 01 cá nhân. Tổng tiền thưởng: 45.000.000 đồng (Bằng chữ: Bốn mươi lăm triệu đồng), chưa gồm phần theo quy định hiện hành.',
  );
});

test('what is wrong is told with its cell: no post, no district that is known, a column too few', async () => {
  const { about, outcome } = await run([
    HEAD,
    [1, 'Trần Thị B', null, 'UBND xã', 'Huyện Vị Thủy', 'x', 'y'],
    [2, 'Lê Văn C', 'Công chức', 'UBND xã', 'Long Mỹ Tây', 'x', 'y'],
  ]);
  expect(outcome.draft).toBe(true);
  expect(about).toEqual(
    expect.arrayContaining([
      'individualIncomplete: Cá nhân Trần Thị B: chưa có chức vụ, ô B2. Bổ sung rồi chấm lại.',
      expect.stringMatching(/^individualUnknown: Cá nhân Lê Văn C: 'Long Mỹ Tây' .* ô B3/),
    ]),
  );
  const columns = await run([['Họ và tên', 'Chức vụ', 'Thành tích']]);
  expect(columns.about).toEqual([
    "individualColumns: Trang tính 'Cá nhân': không tìm thấy cột 'Đơn vị công tác', 'Huyện, thị xã, thành phố' trong danh sách cá nhân. Ghi đúng tiêu đề cột rồi chấm lại.",
  ]);
});

test('another sheet’s table of people counts only where none is called "Cá nhân"', async () => {
  const other = await run([HEAD, [1, ...PERSON]], 'DS tháng 12');
  expect(other.outcome.individuals).toHaveLength(1);
  const sheets = { ...smallSheets(), Khác: [HEAD, [1, ...PERSON]], 'Cá nhân': [HEAD] };
  const outcome = await scoreIn(await workbookOf(sheets), { plan });
  expect(outcome.individuals).toEqual([]);
});

test('our own list is never read back as input', async () => {
  const { file } = await run([HEAD, [1, ...PERSON]], 'DS tháng 12');
  expect((await scoreIn(file, { plan })).individuals).toHaveLength(1);
});

test('the whole plan: sixteen people, nothing to say of the quotas', async () => {
  const quotas: Record<string, number> = { '934': 3, '931': 1 };
  const districts = HAU_GIANG_2023.units.filter(({ level }) => level === 'district');
  const people = districts.flatMap(({ code, type, name }) =>
    Array.from({ length: quotas[code] ?? 2 }, (_, i) => [
      i + 1,
      `Cá nhân ${code} ${i}`,
      'Công chức',
      'UBND',
      `${type} ${name}`,
      'x',
      'y',
    ]),
  );
  const file = await workbookOf({ ...smallSheets(), 'Cá nhân': [HEAD, ...people] });
  const outcome = await scoreIn(file);
  expect(outcome.individuals).toHaveLength(16);
  expect(outcome.problems.filter(({ code }) => /individual|Quota/.test(code))).toEqual([]);
});
