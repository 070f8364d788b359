import { divide, exact, HAU_GIANG_2023 } from '../../src/rules';
import { words, type Problem } from '../../src/words';
import { CELL, RULE_PROBLEMS, TABLE_PROBLEMS } from './every-problem';

const say = (problem: Problem) => words.problemText(HAU_GIANG_2023, problem);
const every = [...Object.values(RULE_PROBLEMS), ...Object.values(TABLE_PROBLEMS)].map(
  (problem): [string, Problem] => [problem.code, problem],
);

describe('every problem says what, where, what to do', () => {
  test.each(every)('%s is whole sentences', (_, problem) => {
    expect(say(problem)).toMatch(/^\p{Lu}/u);
    expect(say(problem)).toMatch(/[.?]$/);
    expect(say(problem)).not.toMatch(/undefined|NaN|null|\[object/);
  });

  test.each(every)('%s has no clause in our shorthand, no space before %%', (_, problem) => {
    expect(say(problem)).not.toMatch(/\b[IVX]+\.\d/);
    expect(say(problem)).not.toMatch(/ %|\d\.\d+%/);
    expect(say(problem)).not.toMatch(/  |\.\.|≥|≤|<|>/);
  });

  const figures = [
    'aExceedsB',
    'zeroDenominator',
    'nothingCounted',
    'unusableFigure',
    'aboveOne',
    'noCounts',
    'rowUnknown',
    'logDiffers',
    'accountsImplausible',
  ] as const;
  test.each(figures)('%s names its cell', (code) => {
    expect(say(RULE_PROBLEMS[code])).toContain(`ô ${CELL.address}`);
  });

  const names = [
    'unknownUnit',
    'ambiguousUnit',
    'oldFont',
    'percentColumn',
    'changedByUser',
    'badDecision',
  ] as const;
  test.each(names)('%s names its cell', (code) => {
    expect(say(TABLE_PROBLEMS[code])).toContain(`ô ${CELL.address}`);
  });
});

describe('the messages that were settled', () => {
  const THANG = 'Xã Vị Thắng, huyện Vị Thủy';
  test.each<[string, Problem, string]>([
    [
      'a > b',
      RULE_PROBLEMS.aExceedsB,
      `${THANG}: hồ sơ trực tuyến (120) lớn hơn tổng hồ sơ (100), ô D12, E12. Chưa chấm đơn vị này. Đề nghị kiểm tra lại số liệu.`,
    ],
    [
      'b = 0',
      { ...RULE_PROBLEMS.zeroDenominator, places: [{ sheet: 'Xã', address: 'E12' }] },
      `${THANG}: tổng hồ sơ bằng 0 (ô E12) nên không tính được tỷ lệ. Chưa chấm; không tính là 0 điểm.`,
    ],
    [
      'a missing column',
      TABLE_PROBLEMS.missingColumn,
      "Trang tính 'Xã': không tìm thấy cột 'Tổng hồ sơ phát sinh'. Chọn cột ở mục Số liệu.",
    ],
    [
      'a duplicate',
      {
        ...RULE_PROBLEMS.duplicateUnit,
        places: [
          { sheet: 'Xã', address: 'B12' },
          { sheet: 'Xã', address: 'B57' },
        ],
      },
      `${THANG} có ở 2 dòng (12 và 57). Chưa chấm đơn vị này; giữ lại một dòng rồi chấm lại.`,
    ],
    [
      'an unknown unit',
      { ...TABLE_PROBLEMS.unknownUnit, places: [{ sheet: 'Xã', address: 'B9' }] },
      "Không có trong danh mục: 'Vị Thằng' (ô B9). Có phải: xã Vị Thắng, huyện Vị Thủy?",
    ],
  ])('%s', (_, problem, message) => expect(say(problem)).toBe(message));

  test('69,996% near the gate of 70% is shown so that the difference is seen', () => {
    const near = {
      ...RULE_PROBLEMS.nearJump,
      criterion: 'dvc',
      threshold: '70%',
      kind: 'gate',
      ratio: divide(exact(17499), exact(25000)),
    } as Problem;
    expect(say(near)).toContain('69,996%');
    expect(say(near)).toContain('sát dưới điều kiện xét 70%');
  });

  test('the reading that would change the first places is cited by its clause in words', () => {
    expect(say(RULE_PROBLEMS.readingMatters)).toContain('điểm a khoản 2 mục III Kế hoạch');
  });
});
