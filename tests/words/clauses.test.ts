import { HAU_GIANG_2023 } from '../../src/rules';
import { words } from '../../src/words';

describe('clauses as papers cite them', () => {
  test.each([
    ['III.2.b', 'điểm b khoản 2 mục III Kế hoạch'],
    ['IV.2.a', 'điểm a khoản 2 mục IV Kế hoạch'],
    ['IV.4.đ', 'điểm đ khoản 4 mục IV Kế hoạch'],
    ['II.2', 'khoản 2 mục II Kế hoạch'],
    ['III', 'mục III Kế hoạch'],
  ])('%s: %s', (id, text) => expect(words.clause(id)).toBe(text));

  test('every clause of the plan can be cited, none stays in our shorthand', () => {
    const ids = [...JSON.stringify(HAU_GIANG_2023).matchAll(/"\w*[cC]lause":"([^"]+)"/g)].map(
      ([, id]) => id as string,
    );
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      expect(words.clause(id)).toMatch(/^(điểm [a-zđ] khoản \d+ |khoản \d+ )?mục [IVX]+ Kế hoạch$/);
    }
  });
});
