import { hasPost, type ScoreInput } from './input';
import type { Level, Plan } from './plan';
import { COMBINED_RATIOS, type Readings } from './readings';

/** A question that the plan's text leaves open, with the answers that are compared, each once. */
export interface ReadingChoice {
  readonly key: keyof Readings;
  readonly answers: readonly Partial<Readings>[];
}

/** Decimals to which totals may be rounded before ranking (row 13 of docs/plan.md). */
export const ROUNDINGS: readonly (number | null)[] = [null, 0, 1, 2, 3, 4];
/** How many of the busiest accounts may be looked at, where a log tells. */
const BUSIEST = [1, 3, 5];

/**
 * The questions of which every combination of answers is computed ("All readings" of the plan's
 * details). The answer in force comes first; a question that the figures don't raise is left out.
 */
export function combinedChoices(plan: Plan, input: ScoreInput, inForce: Readings): ReadingChoice[] {
  const criteria = plan.levels.flatMap((level) => level.criteria);
  const combines = criteria.some(({ combine }) => combine);
  const among = <K extends keyof Readings>(key: K, raised: boolean, all: readonly Readings[K][]) =>
    raised ? [choice(inForce, key, all)] : [];
  return [
    ...among('combinedRatio', combines, COMBINED_RATIOS),
    ...among('post', hasPost(input, plan), ['leftOut', 'inDenominator']),
    ...among('unusableMember', combines, ['leftOut', 'countsAsZero']),
    ...among('noMembers', combines, ['ownRatioAlone', 'notScored']),
    ...among(
      'gate',
      plan.levels.some(({ gate }) => gate),
      ['wholeUnit', 'criterionOnly'],
    ),
    ...among(
      'tieMeasures',
      plan.levels.some(({ tieBreak }) => tieBreak),
      [inForce.tieMeasures, [...inForce.tieMeasures].reverse()],
    ),
    ...among('rounding', true, [null, 2]),
    ...among('memberSum', hasMemberCounts(plan, input), ['ownRow', 'sumOfMembers']),
  ];
}

/** Every other option, each of which is changed alone. @param withLog a log tells of every k */
export function loneChoices(plan: Plan, inForce: Readings, withLog: boolean): ReadingChoice[] {
  const prizes = plan.prizes.length > 0;
  return [
    choice(inForce, 'rounding', ROUNDINGS),
    ...(prizes ? [choice(inForce, 'declinedPrize', ['vacant', 'movesUp'])] : []),
    ...(withLog ? [choice(inForce, 'busiestAccounts', BUSIEST)] : []),
    ...(inForce.percentOnly ? [choice(inForce, 'percentOnly', [null])] : []),
  ];
}

function choice<K extends keyof Readings>(
  inForce: Readings,
  key: K,
  all: readonly Readings[K][],
): ReadingChoice {
  const answers = new Map([inForce[key], ...all].map((each) => [JSON.stringify(each), each]));
  return { key, answers: [...answers.values()].map((each) => ({ [key]: each })) };
}

/** Are there counts of members that could stand in for their group's own (row 15)? */
function hasMemberCounts({ levels, units }: Plan, { rows }: ScoreInput): boolean {
  const levelOf = new Map(units.map(({ code, level }) => [code, level]));
  return levels
    .flatMap(({ criteria }) => criteria)
    .some(({ id, memberSum }) => {
      const isGiven = ({ unit, counts }: ScoreInput['rows'][number]) =>
        levelOf.get(unit) === memberSum && !!counts[id] && 'value' in counts[id].a;
      return memberSum !== null && rows.some(isGiven);
    });
}

/** Every combination of one answer to each question; the one in force first. */
export function combinationsOf(
  choices: readonly ReadingChoice[],
  inForce: Readings,
): readonly Readings[] {
  return choices.reduce<readonly Readings[]>(
    (all, { answers }) => answers.flatMap((answer) => all.map((each) => ({ ...each, ...answer }))),
    [inForce],
  );
}

/** Readings that can change who stands where at a level: only for these is it ranked anew. */
export function readingsThatTouch(plan: Plan, level: Level): readonly (keyof Readings)[] {
  const { criteria, gate, tieBreak, id } = level;
  const combines = criteria.some(({ combine }) => combine);
  const sums = criteria.some(({ memberSum }) => memberSum !== null);
  const involved = plan.levels.filter(
    (each) =>
      each.id === id ||
      criteria.some(
        ({ combine, memberSum }) => combine?.level === each.id || memberSum === each.id,
      ),
  );
  const some = (of: (criterion: Level['criteria'][number]) => boolean) =>
    involved.some((each) => each.criteria.some(of));
  const keys: (keyof Readings)[] = ['rounding'];
  if (combines) keys.push('combinedRatio', 'unusableMember', 'noMembers');
  if (sums) keys.push('memberSum');
  if (some(({ postChannel }) => postChannel)) keys.push('post');
  if (some(({ percentAllowed }) => percentAllowed)) keys.push('percentOnly');
  if (gate) keys.push('gate');
  if (tieBreak) keys.push('tieMeasures', 'busiestAccounts');
  if (plan.prizes.some((award) => award.level === id)) keys.push('declinedPrize');
  return keys;
}
