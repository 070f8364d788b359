/** The award file as .docx: what stands in each paper, and that equal input gives equal bytes. */
import { createHash } from 'node:crypto';
import { basesOn, fullName, HAU_GIANG_2023 } from '../../src/rules';
import { words } from '../../src/words';
import { makePapers } from '../../src/documents';
import { DECIDED, givenOf, papersOf, partOf, PERSON, reversedTie, ROWS } from './given';

const PAPERS = ['01', '02', '03', '04', '05', '06'];
const NAMED = /^0[1-6]-[a-z0-9-]+\.docx$/;

describe('the file of the sample', () => {
  let made: Awaited<ReturnType<typeof papersOf>>;
  beforeAll(async () => {
    made = await papersOf();
  });

  test('two proposals, minutes, decision, a report for each of 10 units and the person, summary', () => {
    const files = made.papers.map(({ file }) => file);
    expect(files.every((file) => NAMED.test(file))).toBe(true);
    expect(new Set(files).size).toBe(files.length);
    expect(PAPERS.map((each) => files.filter((file) => file.startsWith(each)).length)).toEqual([
      1, 1, 1, 1, 11, 1,
    ]);
  });

  test('the two proposals differ in issuer, symbol, signer and receiver', () => {
    const [scoring, board] = [made.text('01'), made.text('02')];
    expect(scoring).toContain('SỞ THÔNG TIN VÀ TRUYỀN THÔNG\n');
    expect(scoring).toContain('Số: …/TTr-STTTT');
    expect(scoring).toContain('Kính gửi: Ban Thi đua - Khen thưởng (Sở Nội vụ tỉnh Hậu Giang)');
    expect(scoring).toContain('GIÁM ĐỐC');
    expect(board).toContain('BAN THI ĐUA - KHEN THƯỞNG\n');
    expect(board).toContain('Số: …/TTr-BTĐKT');
    expect(board).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Hậu Giang');
    expect(board).toContain('TRƯỞNG BAN');
    expect(board).not.toContain('GIÁM ĐỐC');
  });

  test.each([
    ['01', 'Kèm theo Tờ trình số …/TTr-STTTT'],
    ['02', 'Kèm theo Tờ trình số …/TTr-BTĐKT'],
    ['03', 'Kèm theo Biên bản số …/BB-BTĐKT'],
    ['04', 'Kèm theo Quyết định số …/QĐ-UBND'],
  ])('%s has the whole list, with its own line in italics', (paper, line) => {
    const text = made.text(paper);
    const { prizes, places } = givenOf().result.awards;
    expect(text).toContain(line);
    for (const { unit } of [...prizes, ...places]) {
      const name = fullName(unit.unit);
      expect(text).toContain(`Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}\n`);
    }
    expect(text).toContain(`${PERSON.name}\n${PERSON.post}\n${PERSON.workplace}\n`);
    expect(text).toContain('Tổng cộng: 10 tập thể, 01 cá nhân. Tổng tiền thưởng: 45.000.000 đồng');
    expect(text).toContain('Nguồn số liệu: hồ sơ: Cổng dịch vụ công của tỉnh');
  });

  test('the minutes leave blanks for what only the meeting knows, a vote for each award', () => {
    const text = made.text('03');
    for (const line of [
      'Thời gian bắt đầu: … giờ … phút',
      'Thành phần tham dự: …',
      'Vắng mặt: …',
      'Chủ trì (chủ tọa): …',
      'Thư ký (người ghi biên bản): …',
      'Cuộc họp kết thúc lúc … giờ',
      'THƯ KÝ',
      'CHỦ TỌA',
    ]) {
      expect(text).toContain(line);
    }
    expect(text.match(/\n…\n…\n/g)).toHaveLength(11);
    expect(text).toContain('Không có đơn vị bằng điểm hoặc đơn vị không đề nghị');
  });

  test('every blank is marked, and nothing else', () => {
    const runs = made.xml('03').match(/<w:r>.*?<\/w:r>/gs) ?? [];
    const blanks = runs.filter((run) => run.includes('…'));
    expect(blanks.length).toBeGreaterThan(30);
    for (const run of runs) {
      const text = run.replace(/<[^>]+>/g, '');
      expect([text, run.includes('w:highlight')]).toEqual([text, text === '…']);
    }
  });

  test('a unit’s report has its figures from a and b to points and rank; a person’s what was proposed', () => {
    const { result } = givenOf();
    const unit = result.awards.places[0]!.unit;
    const text = made.text('05-bao-cao-thanh-tich-04');
    const of = unit.criteria['dvc']!;
    for (const figure of [of.a, of.b, of.ratio!, of.points, unit.total]) {
      if (!figure.known) throw new Error('known');
      expect(text).toContain(`\n${words.figureText(figure)}\n`);
    }
    expect(text).toContain(`Xếp hạng: ${unit.rank} (cấp xã).`);
    const person = made.text('05-bao-cao-thanh-tich-11-tran-thi-bich');
    expect(person).toContain(`1. Họ và tên: ${PERSON.name}`);
    expect(person).toContain(`1. Tóm tắt thành tích: ${PERSON.achievements}`);
    expect(person).toContain('2. Ngày, tháng, năm sinh: …');
  });

  test('a district’s report says how its combined ratio came about', () => {
    const { result } = givenOf();
    const of = result.awards.prizes[0]!.unit.criteria['dvc']!;
    const [own, mean] = [of.own, of.memberMean!].map((each) =>
      each.known ? words.percent(each.value) : '?',
    );
    expect(made.text('05-bao-cao-thanh-tich-01')).toContain(
      `tỷ lệ của đơn vị ${own}, bình quân các đơn vị trực thuộc ${mean}`,
    );
  });

  test('the summary ranks all 83 units, and what has no rank says why', () => {
    const text = made.text('06');
    expect(text).toContain('Bảng xếp hạng cấp huyện');
    for (const unit of HAU_GIANG_2023.units) expect(text).toContain(`\n${fullName(unit)}\n`);
    expect(text.match(/\nKhông xét\n/g)).toHaveLength(2);
    expect(text).toContain('(hạng Nhất): cộng 3 điểm.');
  });
});

describe('the board’s decisions', () => {
  test('a tie that was decided is printed with who, when, why and basis', async () => {
    const { text } = await papersOf({ input: { tieDecisions: [reversedTie()] } });
    expect(text('03')).toMatch(/- Bằng điểm \(cấp xã, \d+,\d\d điểm\): .*Thứ tự: 1\. /);
    expect(text('03')).toContain(
      'Người quyết định: Hội đồng Thi đua - Khen thưởng tỉnh, ngày 04/01/2024. Lý do: Có nhiều cách làm hay. Căn cứ: Biên bản số 12/BB-HĐ.',
    );
    expect(text('03')).not.toContain('chưa được áp dụng');
  });

  test('a decision that no longer fits is printed as not applied', async () => {
    const tieDecisions = [{ ...reversedTie(), points: '1/3' }];
    const { text } = await papersOf({ input: { tieDecisions } });
    expect(text('03')).toContain('chưa được áp dụng');
  });

  test('a declined commune keeps its rank, its award passes on: in the minutes and on the list', async () => {
    const before = givenOf().result.awards.places;
    const first = before[0]!.unit;
    const declined = [{ ...DECIDED, unit: first.unit.code }];
    const given = givenOf({ input: { declined } });
    const after = given.result.awards.places.map(({ unit }) => unit.unit.code);
    expect(after).toHaveLength(7);
    expect(after).not.toContain(first.unit.code);
    const { text } = await papersOf({ input: { declined } });
    expect(text('03')).toContain(
      `Không đề nghị khen thưởng: ${words.unitInText(HAU_GIANG_2023, first.unit.code)} (hạng ${first.rank}, `,
    );
    expect(text('03')).toContain('Đơn vị giữ nguyên thứ hạng; suất khen thưởng chuyển cho');
  });

  test('a declined district’s prize stays vacant, and the papers say so', async () => {
    const [first] = givenOf().result.awards.prizes;
    const declined = [{ ...DECIDED, unit: first!.unit.unit.code }];
    const { text } = await papersOf({ input: { declined } });
    expect(text('03')).toContain('giải để trống');
    expect(text('01')).toContain('Nhất: Để trống');
  });
});

test('a draft is headed DỰ THẢO, on the paper and on its list; else the words are nowhere', async () => {
  const [draft, done] = [await papersOf({ draft: true }), await papersOf()];
  for (const paper of PAPERS) {
    const wanted = paper < '05' ? 2 : 1;
    expect([paper, draft.text(paper).match(/DỰ THẢO\n/g)?.length]).toEqual([paper, wanted]);
    // The decision is a draft until the chairman signs it.
    expect([paper, done.text(paper).includes('DỰ THẢO')]).toEqual([paper, paper.startsWith('04')]);
  }
});

describe('legal bases', () => {
  const papers = (paperDate: string | null) => papersOf({ papers: { paperDate } });

  test('those that hold on the paper’s day; without one, on the day of the clock', async () => {
    const [before, blank] = [await papers('2023-12-29'), await papers(null)];
    expect(before.text('04')).toContain('Nghị định số 91/2017/NĐ-CP');
    expect(before.text('04')).not.toContain('98/2023');
    expect(before.text('04')).toContain('ngày 29 tháng 12 năm 2023');
    expect(blank.text('04')).toContain('Nghị định số 98/2023/NĐ-CP');
    expect(blank.text('04')).not.toContain('91/2017');
  });

  test('both ends count', () => {
    const one = { text: 'x', from: '2024-01-01', until: '2024-06-30' };
    const days = ['2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01'];
    expect(days.map((day) => basesOn([one], day).length)).toEqual([0, 1, 1, 0]);
  });

  test('where none holds, a blank stands for them', async () => {
    const { text } = await papersOf({ papers: { legalBases: [] } });
    expect(text('04')).toContain('Căn cứ … (ghi căn cứ pháp lý);');
  });
});

test('names on certificates: by level, or a unit’s own', async () => {
  const [first] = givenOf().result.awards.prizes;
  const { code } = first!.unit.unit;
  const certificateNames = { district: '{name}', [code]: 'Nhân dân và cán bộ huyện' };
  const { text } = await papersOf({ papers: { certificateNames } });
  expect(text('01')).toContain('\nNhân dân và cán bộ huyện\n');
});

test('what is missing is a visible blank', async () => {
  const { text } = await papersOf({
    papers: { planNumber: null, planDate: null, dataAsOf: null, identitySource: null },
  });
  expect(text('01')).toContain('Kế hoạch số … ngày … của');
  expect(text('01')).toContain('số liệu đến ngày …');
  expect(text('01')).toContain('định danh điện tử: ….');
});

test('with nobody proposed and half the communes missing the papers still say what there is', async () => {
  const { papers, text } = await papersOf({
    rows: ROWS.slice(0, 30),
    input: { individuals: [] },
    draft: true,
  });
  expect(papers.length).toBeGreaterThan(5);
  expect(text('01')).toContain('Cá nhân: chưa có danh sách (số lượng được xét: 16).');
  expect(papers.map((paper) => partOf(paper, 'word/document.xml')).join()).not.toMatch(
    /undefined|NaN|\[object|null/,
  );
});

test('the same input and clock give the same bytes; another clock only another date', async () => {
  const hashes = async (now: Date) =>
    (await makePapers({ ...givenOf(), now })).map(({ bytes }) =>
      createHash('sha256').update(bytes).digest('hex'),
    );
  const now = new Date('2024-01-05T09:30:00Z');
  expect(await hashes(now)).toEqual(await hashes(now));
  expect(await hashes(new Date('2024-01-06T09:30:00Z'))).not.toEqual(await hashes(now));
});
