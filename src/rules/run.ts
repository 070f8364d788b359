import { LevelGlance } from './glance';
import type { Declined, ScoreInput, UnitRow } from './input';
import { Tables, type LevelTable } from './level-table';
import type { Member } from './members';
import { ScoredUnit, type RankedLevel } from './placed';
import type { Criterion, Level, Plan, Unit } from './plan';
import type { RuleProblem } from './problem';
import { groupsIn, rankLevel } from './rank';
import type { Readings } from './readings';
import type { RankGroup, UnitScore } from './result';
import { mayGlance } from './rough-rule';
import { checkUnit, scoreUnit, type CheckedUnit } from './score-unit';

/** One run over the input: each level is checked and scored once, members before their groups. */
export class Run {
  readonly problems: RuleProblem[] = [];
  readonly #tables: Tables;
  readonly #glances = new Map<string, LevelGlance | null>();
  readonly #levels = new Map<string, RankedLevel>();
  readonly #declined: ReadonlyMap<string, Declined>;

  constructor(
    plan: Plan,
    private readonly input: ScoreInput,
    private readonly readings: Readings,
  ) {
    this.#declined = new Map(input.declined.map((each) => [each.unit, each]));
    this.#tables = new Tables(plan, input.rows);
  }

  /** Rows whose unit is none that the plan scores. */
  get rowsOfNoUnit(): readonly UnitRow[] {
    return this.#tables.rowsOfNoUnit;
  }

  level(id: string): RankedLevel {
    const done = this.#levels.get(id);
    if (done) return done;
    const table = this.#tables.at(id);
    const { level } = table;
    for (const each of memberLevels(level)) this.level(each);
    table.scores = this.#scoresOf(table, this.readings, this.problems);
    const ranking = rankLevel(level, table.scores, this.readings, this.input.tieDecisions);
    for (const { units } of ranking.voidDecisions) {
      const at = { severity: 'warning', unit: null, places: [] } as const;
      this.problems.push({ ...at, code: 'decisionVoid', level: id, units });
    }
    const { units, unranked } = ranking;
    const unscored = unranked.filter(({ status }) => status !== 'gated').length;
    let groups: readonly RankGroup[] | null = null;
    const result = {
      level,
      units,
      unscored,
      get groups() {
        return (groups ??= [...groupsIn(units)]);
      },
    };
    this.#levels.set(id, result);
    return result;
  }

  /** The groups of a level as they are ranked; none of a level that the plan doesn't have. */
  groupsAt(id: string): Iterable<RankGroup> {
    return this.#tables.has(id) ? groupsIn(this.level(id).units) : [];
  }

  /** The units that would be ranked under other readings, without a word about them. */
  groupsUnder(readings: Readings, id: string): Iterable<RankGroup> {
    const table = this.#tables.at(id);
    const scores = this.#scoresOf(table, readings, []);
    return groupsIn(rankLevel(table.level, scores, readings, this.input.tieDecisions).units);
  }

  members(unit: string, level: string): readonly ScoredUnit[] {
    const table = this.#tables.at(level);
    return table.membersOf(unit).map((index) => table.scores[index] as ScoredUnit);
  }

  #scoresOf(table: LevelTable, readings: Readings, problems: RuleProblem[]): ScoredUnit[] {
    const glance = this.#glanceAt(table, readings);
    if (readings === this.readings) this.#glances.set(table.level.id, glance);
    if (!table.isChecked) this.#check(table, glance);
    const scores = new Array<ScoredUnit>(table.units.length);
    for (let index = 0; index < scores.length; index += 1) {
      scores[index] = glance?.isSettled(index)
        ? ScoredUnit.glanced(glance, index)
        : ScoredUnit.full(this.#inFull(table, index, readings, problems));
    }
    return scores;
  }

  /** The first look at a level; null under readings where it can't serve. */
  #glanceAt(table: LevelTable, readings: Readings): LevelGlance | null {
    const { level, units, onlyRows } = table;
    if (!mayGlance(level, readings)) return null;
    // Units of which more is to be said than their figures are scored in full at once.
    const rows =
      this.#declined.size === 0
        ? onlyRows
        : onlyRows.map((row) => (row && this.#declined.has(row.unit) ? null : row));
    return new LevelGlance({
      level,
      units,
      rows,
      readings,
      at: (id) => this.#glances.get(id) ?? null,
      // A settled unit has nothing to be told, so working it out later tells nothing.
      inFull: (index) => this.#inFull(table, index, readings, []),
    });
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
      this.#tables.rowsOf(unit.code),
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
    const table = this.#tables.at(at);
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
