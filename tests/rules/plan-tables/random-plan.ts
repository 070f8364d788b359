import fc from 'fast-check';
import type { Criterion, Level, Plan, Unit } from '../../../src/rules';

/** Texts of every script, as a cell gives them back. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((some) => some.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .filter((some) => some !== '');
const clause = fc.constantFrom('III.2.a', 'IV.2', 'Điều 5', '2.1');
const severity = fc.constantFrom('error' as const, 'warning' as const);

const hundredths = (most: number) =>
  fc.integer({ min: 1, max: most * 100 }).map((n) => String(n / 100));
/** "90%", "66.5%", "0.07%", "2/3". */
const ratio = fc.oneof(
  hundredths(100).map((percent) => `${percent}%`),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.nat(999))
    .map(([top, more]) => `${top}/${top + more}`),
);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const criterion = (id: string, other: string | null): fc.Arbitrary<Criterion> =>
  fc.record({
    id: fc.constant(id),
    clause,
    name: text,
    shortName: text,
    numerator: text,
    denominator: text,
    full: hundredths(100),
    threshold: ratio,
    aboveOne: severity,
    nothingCounted: severity,
    combine:
      other === null
        ? fc.constant(null)
        : fc.option(fc.record({ level: fc.constant(other), clause })),
    memberSum: other === null ? fc.constant(null) : fc.option(fc.constant(other)),
    percentAllowed: fc.boolean(),
    postChannel: fc.boolean(),
  });

const level = (id: string, ids: readonly string[], other: string | null): fc.Arbitrary<Level> =>
  fc.record({
    id: fc.constant(id),
    clause,
    name: text,
    criteria: fc.tuple(...ids.map((each) => criterion(each, other))),
    gate: fc.option(fc.record({ clause, criterion: fc.constantFrom(...ids), from: ratio })),
    tieBreak: fc.option(fc.record({ clause, criterion: fc.constantFrom(...ids) })),
  });

/** Groups, and members of some of them. */
const units = (upper: string, lower: string): fc.Arbitrary<Unit[]> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.tuple(fc.nat(3), text, text), { minLength: 4, maxLength: 12 }),
    )
    .map(([count, all]) => {
      const groups = Array.from({ length: count }, (_, i) => `0${i}`);
      return all.map(([at, type, name], i): Unit => {
        const own = groups[i];
        // Each group's first member follows the groups.
        const parent = groups[i - count] ?? groups[at % count] ?? null;
        return own === undefined
          ? { code: `x${i}`, level: lower, type, name: `${name} #${i}`, parent }
          : { code: own, level: upper, type, name: `${name} #${i}`, parent: null };
      });
    })
    .filter((all) => {
      const parents = new Set(all.map(({ parent }) => parent));
      return all.every(({ code, parent }) => parent !== null || parents.has(code));
    });

/** A plan that the tables can say: of one level or two, whatever it is about. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .tuple(fc.boolean(), fc.uniqueArray(fc.constantFrom('dvc', 'eid', 'cây', '3'), { minLength: 1 }))
  .chain(([isScored, ids]) => {
    const lower = level('xã', ids, null);
    const levels = isScored ? fc.tuple(level('huyện', ids, 'xã'), lower) : fc.tuple(lower);
    return fc.tuple(levels, units('huyện', 'xã'));
  })
  .chain(([levels, list]) => {
    const ids = fc.constantFrom(...levels.map(({ id }) => id));
    const groups = [...new Set(list.flatMap(({ parent }) => parent ?? []))];
    const count = fc.nat(20);
    const prize = fc.record({
      name: text,
      clause,
      money: fc.nat(100_000_000),
      bonus: fc.nat(9),
      bonusClause: clause,
    });
    return fc.record<Plan>({
      id: text,
      movement: text,
      year: fc.integer({ min: 2000, max: 2199 }),
      province: text,
      period: fc.record({ clause, from: fc.option(day), until: day }).map(({ from, ...rest }) => ({
        ...rest,
        from: from !== null && from <= rest.until ? from : null,
      })),
      levels: fc.constant(levels),
      prizes: fc
        .array(
          fc.record({
            clause,
            level: ids,
            prizes: fc.array(prize, { minLength: 1, maxLength: 3 }),
          }),
          { maxLength: 2 },
        )
        .map((all) =>
          all.map((award, i) => ({
            ...award,
            id: `p${i}`,
            prizes: award.prizes.map((each, n) => ({ ...each, name: `${each.name} #${n}` })),
          })),
        ),
      places: fc
        .array(
          fc.record({
            clause,
            level: ids,
            places: fc.integer({ min: 1, max: 30 }),
            perGroup: fc.option(fc.record({ clause, most: fc.integer({ min: 1, max: 9 }) })),
            money: fc.option(fc.nat(9_000_000)),
          }),
          { maxLength: 2 },
        )
        .map((all) => all.map((award, i) => ({ ...award, id: `s${i}` }))),
      individuals: fc.option(
        fc.record({
          clause,
          total: count,
          perGroup: count,
          exceptions: fc.dictionary(fc.constantFrom(...groups), count),
        }),
      ),
      units: fc.constant(list),
    });
  });
