import { LevelGlance, mayGlance, MembersGlance } from './glance';
import type { Declined, ScoreInput } from './input';
import { levelTables, RowsByUnit, type LevelTable } from './level-table';
import type { Member } from './members';
import { GlancedScore } from './placed';
import type { Criterion, Level, Plan, Unit } from './plan';
import type { RuleProblem } from './problem';
import { rankLevel } from './rank';
import type { Readings } from './readings';
import type { LevelResult, RankGroup, UnitScore } from './result';
import { checkUnit, scoreUnit, type CheckedUnit } from './score-unit';

/** One run over the input: each level is checked and scored once, members before their groups. */
export class Run {
  readonly problems: RuleProblem[] = [];
  readonly #rows: RowsByUnit;
  readonly #tables: ReadonlyMap<string, LevelTable>;
  readonly #glances = new Map<string, LevelGlance>();
  readonly #levels = new Map<string, LevelResult>();
  readonly #declined: ReadonlyMap<string, Declined>;

  constructor(
    private readonly plan: Plan,
    private readonly input: ScoreInput,
    private readonly readings: Readings,
  ) {
    this.#declined = new Map(input.declined.map((each) => [each.unit, each]));
    this.#rows = new RowsByUnit(input.rows);
    this.#tables = levelTables(plan);
  }

  level(id: string): LevelResult {
    const done = this.#levels.get(id);
    if (done) return done;
    const table = this.#table(id);
    const { level } = table;
    for (const each of memberLevels(level)) this.level(each);
    table.scores = this.#scoresOf(table, this.readings, this.problems);
    const ranking = rankLevel(level, table.scores, this.readings, this.input.tieDecisions);
    for (const { units } of ranking.voidDecisions) {
      const at = { severity: 'warning', unit: null, places: [] } as const;
      this.problems.push({ ...at, code: 'decisionVoid', level: id, units });
    }
    const { units, groups } = ranking;
    const unscored = units.filter(({ status }) => status === 'incomplete' || status === 'invalid');
    const result = { level, units, groups, unscored: unscored.length };
    this.#levels.set(id, result);
    return result;
  }

  /** The units that would be ranked under other readings, without a word about them. */
  groupsUnder(readings: Readings, id: string): readonly RankGroup[] {
    const table = this.#table(id);
    const scores = this.#scoresOf(table, readings, []);
    return rankLevel(table.level, scores, readings, this.input.tieDecisions).groups;
  }

  members(unit: string, level: string): readonly UnitScore[] {
    const table = this.#table(level);
    return table.membersOf(unit).map((index) => table.scores[index] as UnitScore);
  }

  /** @throws RangeError where the plan has no such level. */
  #table(id: string): LevelTable {
    const table = this.#tables.get(id);
    if (!table) throw new RangeError(`Plan ${this.plan.id} has no level ${id}`);
    return table;
  }

  #scoresOf(table: LevelTable, readings: Readings, problems: RuleProblem[]): UnitScore[] {
    const glance = this.#glanceAt(table, readings);
    if (!table.isChecked) this.#check(table, glance);
    return table.units.map((unit, index) => {
      const row = glance?.isSettled(index) ? this.#rows.only(unit.code) : null;
      return glance && row
        ? new GlancedScore(unit, row, glance, index)
        : this.#inFull(table, index, readings, problems);
    });
  }

  /** The first look at a level; null under readings where it can't serve. */
  #glanceAt(table: LevelTable, readings: Readings): LevelGlance | null {
    const { level, units } = table;
    if (!mayGlance(level, readings)) return null;
    // What is worked out later was told of before: a settled unit has nothing to be told.
    const inFull = (index: number) => this.#inFull(table, index, readings, []);
    const glance = new LevelGlance(level, units.length, readings, inFull);
    units.forEach((unit, index) => {
      const row = this.#rows.only(unit.code);
      if (!row || this.#declined.has(unit.code)) return;
      glance.look(index, unit.code, row, (at) => this.#membersGlance(unit, at));
    });
    if (readings === this.readings) this.#glances.set(level.id, glance);
    return glance;
  }

  #membersGlance(unit: Unit, level: string): MembersGlance {
    const members = this.#table(level).membersOf(unit.code);
    return new MembersGlance(this.#glances.get(level) ?? null, members);
  }

  #inFull(table: LevelTable, index: number, readings: Readings, told: RuleProblem[]): UnitScore {
    const checked = this.#checkedAt(table, index, told);
    const membersOf = (criterion: Criterion, at: string) =>
      this.#membersFor(checked.unit, criterion, at);
    const scored = scoreUnit(table.level, checked, membersOf, readings, told);
    const declined = this.#declined.get(checked.unit.code);
    return declined
      ? { ...scored, notes: [...scored.notes, { code: 'declined', declined }] }
      : scored;
  }

  #checkedAt(table: LevelTable, index: number, told: RuleProblem[]): CheckedUnit {
    const unit = table.units[index] as Unit;
    return (table.checked[index] ??= checkUnit(
      table.level,
      unit,
      this.#rows.of(unit.code),
      this.readings,
      told,
    ));
  }

  /** Checks the rows of a level, but for those that a first look found in order. */
  #check(table: LevelTable, glance: LevelGlance | null): void {
    table.isChecked = true;
    const found: RuleProblem[] = [];
    const checked: CheckedUnit[] = [];
    for (let index = 0; index < table.units.length; index += 1) {
      if (!glance?.isSettled(index)) checked.push(this.#checkedAt(table, index, found));
    }
    const { level } = table;
    const rest = table.units.length - checked.length;
    this.problems.push(...(rest > 0 ? found : oncePerLevel(level, checked, found)));
    const without = checked.filter(({ row }) => row === null);
    if (without.length > 0 && without.length === table.units.length) {
      const at = { severity: 'error', unit: null, places: [] } as const;
      this.problems.push({ ...at, code: 'levelWithoutRows', level: level.id });
      return;
    }
    for (const { unit } of without) {
      const at = { severity: 'error', unit: unit.code, places: [] } as const;
      this.problems.push({ ...at, code: 'unitWithoutRow' });
    }
  }

  #membersFor(unit: Unit, criterion: Criterion, at: string): Member[] {
    const table = this.#table(at);
    const theirs = table.level.criteria.find(({ id }) => id === criterion.id);
    if (!theirs) return [];
    const members: Member[] = [];
    for (const index of table.membersOf(unit.code)) {
      const { unit: member, row, own: all } = this.#checkedAt(table, index, []);
      const own = all[criterion.id];
      if (own) members.push({ unit: member, hasRow: row !== null, own, criterion: theirs });
    }
    return members;
  }
}

function memberLevels(level: Level): string[] {
  return level.criteria.flatMap(({ combine, memberSum }) =>
    [combine?.level, memberSum].filter((id): id is string => typeof id === 'string'),
  );
}

/** What every row of a level lacks is said once, not once a unit. */
function oncePerLevel(
  level: Level,
  checked: readonly CheckedUnit[],
  found: readonly RuleProblem[],
): RuleProblem[] {
  const rows = checked.filter(({ row }) => row !== null);
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
