import type { ScoreInput } from './input';
import { individualQuotas } from './individuals';
import { awardPlaces } from './places';
import type { Plan } from './plan';
import { awardPrizes } from './prizes';
import type { RuleProblem } from './problem';
import type { Readings } from './readings';
import type { Awards, LevelResult, RankGroup } from './result';

/**
 * Who is given what by the plan's awards, and what is open.
 * @param groupsAt the groups of a level that share a rank, the first rank first
 */
export function awardsOf(
  plan: Plan,
  groupsAt: (level: string) => Iterable<RankGroup>,
  input: ScoreInput,
  readings: Readings,
): Awards {
  const declined = new Map(input.declined.map((each) => [each.unit, each]));
  const prizes = plan.prizes.map((award) =>
    awardPrizes(award, groupsAt(award.level), declined, readings.declinedPrize),
  );
  const places = plan.places.map((award) =>
    awardPlaces(withReadings(award, readings), groupsAt(award.level), declined),
  );
  return {
    prizes: prizes.flatMap((each) => each.prizes),
    vacant: prizes.flatMap((each) => each.vacant),
    places: places.flatMap((each) => each.places),
    passedOver: [...prizes, ...places].flatMap((each) => each.passedOver),
    undecided: [...prizes, ...places].flatMap((each) => each.undecided),
    quotas: individualQuotas(plan, input.individuals),
  };
}

function withReadings(award: Plan['places'][number], readings: Readings): Plan['places'][number] {
  const perGroup =
    award.perGroup && readings.perGroup !== null
      ? { ...award.perGroup, most: readings.perGroup }
      : award.perGroup;
  return { ...award, places: readings.places ?? award.places, perGroup };
}

/** What is to be told of the awards: places open between equals, and places that nobody takes. */
export function awardProblems(
  plan: Plan,
  levels: Readonly<Record<string, LevelResult>>,
  awards: Awards,
  readings: Readings,
): RuleProblem[] {
  const problems = awards.undecided.flatMap(({ award, units, places, prizes }): RuleProblem[] => {
    const total = units[0]?.total;
    if (!total?.known) return [];
    return [
      {
        code: 'undecided',
        severity: 'warning',
        unit: null,
        places: units.flatMap(({ row }) => (row ? [row.place] : [])),
        award,
        units: units.map(({ unit }) => unit.code),
        seats: places,
        prizes: prizes.map(({ name }) => name),
        total: total.value,
      },
    ];
  });
  const offered = [
    ...plan.prizes.map(({ id, level, prizes }) => ({ id, level, seats: prizes.length })),
    ...plan.places.map(({ id, level, places }) => ({
      id,
      level,
      seats: readings.places ?? places,
    })),
  ];
  for (const { id, level, seats } of offered) {
    const awarded = seatsTaken(awards, id);
    const any = (levels[level]?.units ?? []).some(({ row }) => row !== null);
    if (any && awarded < seats) {
      problems.push({
        code: 'fewerThanPlaces',
        severity: 'warning',
        unit: null,
        places: [],
        award: id,
        awarded,
        seats,
      });
    }
  }
  return problems;
}

/** Seats of an award that are given, open between units, or left vacant by the board. */
function seatsTaken(awards: Awards, id: string): number {
  const given =
    awards.prizes.filter(({ award }) => award.id === id).length +
    awards.places.filter(({ award }) => award.id === id).length;
  const vacant = awards.vacant.filter(({ award }) => award === id).length;
  const open = awards.undecided.filter(({ award }) => award === id);
  return given + vacant + open.reduce((all, { places }) => all + places, 0);
}

/** Who has what as text: equal where nothing differs. */
export function awardSignature(awards: Awards): string {
  return JSON.stringify([
    awards.prizes.map(({ prize, unit }) => [prize.name, unit.unit.code]),
    awards.places.map(({ unit }) => unit.unit.code).sort(),
    awards.undecided.map(({ units, places }) => [places, units.map(({ unit }) => unit.code)]),
  ]);
}
