import { compare } from './exact';
import type { Declined, ScoreInput, TieDecision, UnitRow } from './input';
import { individualQuotas } from './individuals';
import type { Member } from './members';
import { awardPlaces } from './places';
import { levelOf, type Criterion, type Level, type Plan, type Unit } from './plan';
import { awardPrizes } from './prizes';
import type { RuleProblem } from './problem';
import { rankLevel } from './rank';
import { COMBINED_RATIOS, DEFAULT_READINGS, type CombinedRatio, type Readings } from './readings';
import type {
  Awards,
  LevelResult,
  RankGroup,
  ReadingEffect,
  ScoreResult,
  UnitScore,
} from './result';
import { checkUnit, scoreUnit, type CheckedUnit } from './score-unit';
import { levelWarnings } from './warnings';

/**
 * Scores, ranks and rewards the units of a plan: the one way to score.
 * @param input the rows as they were read (any order), the board's decisions, the candidates
 * @returns every unit of the plan with its figures (each with its trace) or the reasons why there
 * are none; the awards, with what is undecided; and all that the user must be told
 */
export function score(
  plan: Plan,
  input: ScoreInput,
  readings: Readings = DEFAULT_READINGS,
): ScoreResult {
  const run = new Run(plan, input, readings);
  const levels: Record<string, LevelResult> = {};
  for (const level of plan.levels) levels[level.id] = run.level(level.id);
  const awards = awardsOf(plan, levels, input, readings);
  const problems = run.problems;
  for (const result of Object.values(levels)) {
    problems.push(...levelWarnings(result, readings, (unit, at) => run.members(unit, at)));
    problems.push(...ties(result));
  }
  problems.push(...awardProblems(plan, levels, awards, readings));
  problems.push(...individualQuotas(plan, input.individuals).problems);
  problems.push(...rowsOfNoUnit(plan, input.rows));
  problems.push(...unknownDeclined(plan, input.declined));
  problems.push(...decisionsOfNoLevel(plan, input.tieDecisions));
  const effects = run.effects();
  problems.push(...readingProblems(effects));
  const result: ScoreResult = { plan, readings, levels, awards, effects, problems };
  const post = postProblem(result, input);
  return post ? { ...result, problems: [...problems, post] } : result;
}

/** One run over the input: each level is checked and scored once, members before their groups. */
class Run {
  readonly problems: RuleProblem[] = [];
  readonly #rows = new Map<string, UnitRow[]>();
  readonly #units = new Map<string, Unit[]>();
  readonly #children = new Map<string, Unit[]>();
  readonly #checked = new Map<string, Map<string, CheckedUnit>>();
  readonly #levels = new Map<string, LevelResult>();
  readonly #scores = new Map<string, UnitScore>();
  readonly #declined: ReadonlyMap<string, Declined>;

  constructor(
    private readonly plan: Plan,
    private readonly input: ScoreInput,
    private readonly readings: Readings,
  ) {
    this.#declined = new Map(input.declined.map((each) => [each.unit, each]));
    for (const row of input.rows) append(this.#rows, row.unit, row);
    for (const unit of plan.units) {
      append(this.#units, unit.level, unit);
      if (unit.parent !== null) append(this.#children, `${unit.parent}/${unit.level}`, unit);
    }
  }

  level(id: string): LevelResult {
    const done = this.#levels.get(id);
    if (done) return done;
    const level = levelOf(this.plan, id);
    for (const each of this.#memberLevels(level)) this.level(each);
    const scores = this.#scoresOf(level, this.readings, this.problems);
    for (const each of scores) this.#scores.set(each.unit.code, each);
    const ranking = rankLevel(level, scores, this.readings, this.input.tieDecisions);
    for (const decision of ranking.voidDecisions) {
      this.problems.push({
        code: 'decisionVoid',
        severity: 'warning',
        unit: null,
        places: [],
        level: id,
        units: decision.units,
      });
    }
    const unscored = scores.filter(({ status }) => status === 'incomplete' || status === 'invalid');
    const result = {
      level,
      units: ranking.units,
      groups: ranking.groups,
      unscored: unscored.length,
    };
    this.#levels.set(id, result);
    return result;
  }

  members(unit: string, level: string): readonly UnitScore[] {
    const children = this.#children.get(`${unit}/${level}`) ?? [];
    return children.flatMap(({ code }) => this.#scores.get(code) ?? []);
  }

  /** Who would stand on the prize ranks under each reading of the combined ratio (row 2). */
  effects(): ReadingEffect[] {
    return this.plan.prizes.flatMap(({ level: id, prizes }) => {
      const level = levelOf(this.plan, id);
      if (!level.criteria.some((criterion) => criterion.combine)) return [];
      const first = (reading: CombinedRatio) => {
        if (reading === this.readings.combinedRatio)
          return firstRanks(this.level(id).groups, prizes.length);
        const readings = { ...this.readings, combinedRatio: reading };
        const scores = this.#scoresOf(level, readings, []);
        const { groups } = rankLevel(level, scores, readings, this.input.tieDecisions);
        return firstRanks(groups, prizes.length);
      };
      const inForce = JSON.stringify(first(this.readings.combinedRatio));
      return COMBINED_RATIOS.map((reading) => {
        const these = first(reading);
        return { level: id, reading, first: these, same: JSON.stringify(these) === inForce };
      });
    });
  }

  #memberLevels(level: Level): string[] {
    return level.criteria.flatMap(({ combine, memberSum }) =>
      [combine?.level, memberSum].filter((id): id is string => typeof id === 'string'),
    );
  }

  #scoresOf(level: Level, readings: Readings, problems: RuleProblem[]): UnitScore[] {
    const checked = this.#checkedUnits(level);
    const membersOf = (unit: Unit) => (criterion: Criterion, at: string) =>
      this.#membersFor(unit, criterion, at);
    return [...checked.values()].map((each) => {
      const scored = scoreUnit(level, each, membersOf(each.unit), readings, problems);
      const declined = this.#declined.get(each.unit.code);
      return declined
        ? { ...scored, notes: [...scored.notes, { code: 'declined', declined } as const] }
        : scored;
    });
  }

  #checkedUnits(level: Level): Map<string, CheckedUnit> {
    const done = this.#checked.get(level.id);
    if (done) return done;
    const units = this.#units.get(level.id) ?? [];
    const found: RuleProblem[] = [];
    const checked = new Map(
      units.map((unit) => {
        const rows = this.#rows.get(unit.code) ?? [];
        return [unit.code, checkUnit(level, unit, rows, this.readings, found)];
      }),
    );
    this.#checked.set(level.id, checked);
    this.problems.push(...this.#oncePerLevel(level, checked, found));
    this.#reportMissingRows(level, checked);
    return checked;
  }

  /** What every row of a level lacks is said once, not once a unit. */
  #oncePerLevel(
    level: Level,
    checked: ReadonlyMap<string, CheckedUnit>,
    found: readonly RuleProblem[],
  ): RuleProblem[] {
    const rows = [...checked.values()].filter(({ row }) => row !== null);
    const absent = level.criteria
      .filter(({ id }) => rows.length > 0 && rows.every(({ row }) => !row?.counts[id]))
      .map(({ id }) => id);
    const told = absent
      .filter((criterion) =>
        found.some((each) => each.code === 'noCounts' && each.criterion === criterion),
      )
      .map((criterion): RuleProblem => ({
        code: 'levelWithoutCounts',
        severity: 'error',
        unit: null,
        places: [],
        level: level.id,
        criterion,
      }));
    return [
      ...told,
      ...found.filter((each) => each.code !== 'noCounts' || !absent.includes(each.criterion)),
    ];
  }

  #reportMissingRows(level: Level, checked: ReadonlyMap<string, CheckedUnit>): void {
    const without = [...checked.values()].filter(({ row }) => row === null);
    if (without.length > 0 && without.length === checked.size) {
      this.problems.push({
        code: 'levelWithoutRows',
        severity: 'error',
        unit: null,
        places: [],
        level: level.id,
      });
      return;
    }
    for (const { unit } of without) {
      this.problems.push({
        code: 'unitWithoutRow',
        severity: 'error',
        unit: unit.code,
        places: [],
      });
    }
  }

  #membersFor(unit: Unit, criterion: Criterion, at: string): Member[] {
    const level = levelOf(this.plan, at);
    const theirs = level.criteria.find(({ id }) => id === criterion.id);
    const checked = this.#checkedUnits(level);
    if (!theirs) return [];
    return (this.#children.get(`${unit.code}/${at}`) ?? []).flatMap((member) => {
      const each = checked.get(member.code);
      const own = each?.own[criterion.id];
      return each && own
        ? [{ unit: member, hasRow: each.row !== null, own, criterion: theirs }]
        : [];
    });
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function firstRanks(groups: readonly RankGroup[], count: number): ReadingEffect['first'] {
  return groups
    .filter(({ rank }) => rank <= count)
    .flatMap(({ rank, units }) => units.map(({ unit }) => ({ rank, unit })));
}

function awardsOf(
  plan: Plan,
  levels: Readonly<Record<string, LevelResult>>,
  input: ScoreInput,
  readings: Readings,
): Awards {
  const declined = new Map(input.declined.map((each) => [each.unit, each]));
  const groupsOf = (level: string) => levels[level]?.groups ?? [];
  const prizes = plan.prizes.map((award) =>
    awardPrizes(award, groupsOf(award.level), declined, readings.declinedPrize),
  );
  const places = plan.places.map((award) =>
    awardPlaces(withReadings(award, readings), groupsOf(award.level), declined),
  );
  return {
    prizes: prizes.flatMap((each) => each.prizes),
    vacant: prizes.flatMap((each) => each.vacant),
    places: places.flatMap((each) => each.places),
    passedOver: [...prizes, ...places].flatMap((each) => each.passedOver),
    undecided: [...prizes, ...places].flatMap((each) => each.undecided),
    quotas: individualQuotas(plan, input.individuals).quotas,
  };
}

function withReadings(award: Plan['places'][number], readings: Readings): Plan['places'][number] {
  const perGroup =
    award.perGroup && readings.perGroup !== null
      ? { ...award.perGroup, most: readings.perGroup }
      : award.perGroup;
  return { ...award, places: readings.places ?? award.places, perGroup };
}

function ties({ level, groups }: LevelResult): RuleProblem[] {
  return groups
    .filter(({ units }) => units.length > 1)
    .map(({ rank, units }) => ({
      code: 'tie',
      severity: 'warning',
      unit: null,
      places: units.flatMap(({ row }) => (row ? [row.place] : [])),
      level: level.id,
      units: units.map(({ unit }) => unit.code),
      rank,
    }));
}

function awardProblems(
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

function decisionsOfNoLevel(plan: Plan, decisions: readonly TieDecision[]): RuleProblem[] {
  const levels = new Set(plan.levels.map(({ id }) => id));
  return decisions
    .filter(({ level }) => !levels.has(level))
    .map(({ level, units }) => ({
      code: 'decisionVoid',
      severity: 'warning',
      unit: null,
      places: [],
      level,
      units,
    }));
}

function rowsOfNoUnit(plan: Plan, rows: readonly UnitRow[]): RuleProblem[] {
  const scored = new Set(plan.levels.map(({ id }) => id));
  const codes = new Set(
    plan.units.filter(({ level }) => scored.has(level)).map(({ code }) => code),
  );
  return rows
    .filter(({ unit }) => !codes.has(unit))
    .map(({ unit, place }) => ({
      code: 'rowUnknown',
      severity: 'error',
      unit: null,
      places: [place],
      named: unit,
    }));
}

function unknownDeclined(plan: Plan, declined: readonly Declined[]): RuleProblem[] {
  const codes = new Set(plan.units.map(({ code }) => code));
  return declined
    .filter(({ unit }) => !codes.has(unit))
    .map(({ unit }) => ({
      code: 'declinedUnknown',
      severity: 'error',
      unit: null,
      places: [],
      named: unit,
    }));
}

/** Says whether the first places would change under another reading of the combined ratio. */
function readingProblems(effects: readonly ReadingEffect[]): RuleProblem[] {
  const levels = [...new Set(effects.map(({ level }) => level))];
  return levels.flatMap((level): RuleProblem[] => {
    const changes = effects
      .filter((effect) => effect.level === level && !effect.same)
      .map(({ reading, first }) => ({ reading, first: first.map(({ unit }) => unit.code) }));
    return changes.length === 0
      ? []
      : [{ code: 'readingMatters', severity: 'warning', unit: null, places: [], level, changes }];
  });
}

/** Where dossiers by public post are given: what counting them in the denominator would change. */
function postProblem(result: ScoreResult, input: ScoreInput): RuleProblem | null {
  const given = input.rows.some(({ counts }) =>
    Object.values(counts).some(({ post }) => post && 'value' in post && post.value > 0),
  );
  if (!given) return null;
  const post = result.readings.post === 'leftOut' ? 'inDenominator' : 'leftOut';
  const { plan, readings } = result;
  const run = new Run(plan, input, { ...readings, post });
  const levels: Record<string, LevelResult> = {};
  for (const level of plan.levels) levels[level.id] = run.level(level.id);
  const awards = awardsOf(plan, levels, input, { ...readings, post });
  const totals = new Map(
    Object.values(levels).flatMap(({ units }) =>
      units.map(({ unit, total }) => [unit.code, total]),
    ),
  );
  const units = Object.values(result.levels).flatMap((level) =>
    level.units.filter(({ unit, total }) => {
      const other = totals.get(unit.code);
      if (!other || total.known !== other.known) return true;
      return total.known && other.known && compare(total.value, other.value) !== 0;
    }),
  );
  return {
    code: 'postMatters',
    severity: 'info',
    unit: null,
    places: [],
    units: units.length,
    awardsChange: awardSignature(awards) !== awardSignature(result.awards),
  };
}

function awardSignature(awards: Awards): string {
  return JSON.stringify([
    awards.prizes.map(({ prize, unit }) => [prize.name, unit.unit.code]),
    awards.places.map(({ unit }) => unit.unit.code).sort(),
    awards.undecided.map(({ units, places }) => [places, units.map(({ unit }) => unit.code)]),
  ]);
}
