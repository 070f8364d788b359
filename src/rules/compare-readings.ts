import { awardsOf, awardSignature } from './awards';
import type { ScoreInput, UnitRow } from './input';
import type { Plan } from './plan';
import {
  combinationsOf,
  combinedChoices,
  loneChoices,
  readingsThatTouch,
  type ReadingChoice,
} from './reading-choices';
import { changedReadings, type Readings } from './readings';
import type { Awards } from './result';
import { Run } from './run';
import { seatsOf, standings, type Seat } from './seats';

/** What an award's seat is under other readings than those in force. */
export interface SeatOtherwise {
  /** Who has it then, or is in question for it; nobody where the list is empty. */
  readonly units: readonly string[];
  /** Who of them has it is for the board to decide. */
  readonly isOpen: boolean;
  readonly combinations: number;
  /** The fewest changes of readings that lead to it, each as the readings that change. */
  readonly changes: readonly Readings[];
}

export interface SeatCompared extends Seat {
  /** Under how many of the combinations it is as it stands under the readings in force. */
  readonly holdsUnder: number;
  readonly otherwise: readonly SeatOtherwise[];
}

export interface ReadingsCompared {
  readonly inForce: Readings;
  readonly choices: readonly ReadingChoice[];
  /** Computed, and how many results they have: equal ones merged. */
  readonly combinations: number;
  readonly results: number;
  readonly seats: readonly SeatCompared[];
  /** The same where nothing but the rounding before ranking changes. */
  readonly roundings: number;
  readonly rounding: readonly SeatCompared[];
}

/** The rows under other readings. */
export type RowsUnder = (readings: Readings) => readonly UnitRow[];

/**
 * Every combination of the plan's readings ("All readings"): which awards hold under all of them, and
 * who would stand there instead. A level is ranked anew only for readings that touch it; what a unit's
 * rows say is checked once for readings that don't change it.
 * @param rowsUnder where a dossier log has a say in the rows
 */
export function compareReadings(
  plan: Plan,
  input: ScoreInput,
  inForce: Readings,
  rowsUnder: RowsUnder | null = null,
): ReadingsCompared {
  const steps = comparingReadings(plan, input, inForce, rowsUnder);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, a combination each: thousands of units take seconds, and a page must breathe. */
export function* comparingReadings(
  plan: Plan,
  input: ScoreInput,
  inForce: Readings,
  rowsUnder: RowsUnder | null = null,
): Generator<void, ReadingsCompared> {
  const choices = combinedChoices(plan, input, inForce);
  const lone = loneChoices(plan, inForce, rowsUnder !== null);
  const awards = new AwardsUnder(plan, input, inForce, rowsUnder);
  const combined = combinationsOf(choices, inForce);
  const all = new Map(
    [...combined, ...changedAlone(lone, inForce)].map((each) => [keyOf(each), each]),
  );
  const rounded = changedAlone(
    lone.filter(({ key }) => key === 'rounding'),
    inForce,
  );
  const results = new Set<string>();
  for (const each of all.values()) {
    results.add(awardSignature(awards.under(each)));
    yield;
  }
  return {
    inForce,
    choices: [...choices, ...lone.filter(({ key }) => !choices.some((each) => each.key === key))],
    combinations: all.size,
    results: results.size,
    seats: compareSeats(plan, awards, [...all.values()]),
    roundings: rounded.length,
    rounding: compareSeats(plan, awards, rounded),
  };
}

function keyOf(readings: Readings): string {
  return JSON.stringify(readings);
}

/** The readings in force first, then each other answer alone. */
function changedAlone(choices: readonly ReadingChoice[], inForce: Readings): Readings[] {
  const others = choices.flatMap(({ answers }) => answers.slice(1));
  return [inForce, ...others.map((answer) => ({ ...inForce, ...answer }))];
}

/** Who is given what under any readings. */
class AwardsUnder {
  readonly #runs = new Map<string, Run>();
  readonly #ofLevels = new Map<string, Awards>();
  readonly #merged = new Map<string, Awards>();
  readonly #touching: ReadonlyMap<string, readonly (keyof Readings)[]>;

  constructor(
    private readonly plan: Plan,
    private readonly input: ScoreInput,
    readonly inForce: Readings,
    private readonly rowsUnder: RowsUnder | null,
  ) {
    this.#touching = new Map(
      plan.levels.map((level) => [level.id, readingsThatTouch(plan, level)] as const),
    );
  }

  under(readings: Readings): Awards {
    const key = keyOf(readings);
    let merged = this.#merged.get(key);
    if (!merged) {
      const parts = this.plan.levels.map(({ id }) => this.#ofLevel(id, readings));
      merged = {
        prizes: parts.flatMap((each) => each.prizes),
        vacant: parts.flatMap((each) => each.vacant),
        places: parts.flatMap((each) => each.places),
        passedOver: parts.flatMap((each) => each.passedOver),
        undecided: parts.flatMap((each) => each.undecided),
        quotas: [],
      };
      this.#merged.set(key, merged);
    }
    return merged;
  }

  #ofLevel(level: string, readings: Readings): Awards {
    const touching = this.#touching.get(level) ?? [];
    const key = JSON.stringify([level, ...touching.map((each) => readings[each])]);
    let awards = this.#ofLevels.get(key);
    if (!awards) {
      const { plan, input } = this;
      const ofLevel = <T extends { readonly level: string }>(all: readonly T[]) =>
        all.filter((award) => award.level === level);
      const part: Plan = {
        ...plan,
        prizes: ofLevel(plan.prizes),
        places: ofLevel(plan.places),
        individuals: null,
      };
      const groups = this.#runFor(readings).groupsUnder(readings, level);
      awards = awardsOf(part, () => groups, input, readings);
      this.#ofLevels.set(key, awards);
    }
    return awards;
  }

  /** A run for each way to check rows: what is found in them hangs on these readings. */
  #runFor({ post, memberSum, percentOnly, busiestAccounts }: Readings): Run {
    const checked = { post, memberSum, percentOnly, busiestAccounts };
    const key = JSON.stringify(checked);
    let run = this.#runs.get(key);
    if (!run) {
      const readings = { ...this.inForce, ...checked };
      const { plan, input, rowsUnder } = this;
      run = new Run(plan, rowsUnder ? { ...input, rows: rowsUnder(readings) } : input, readings);
      for (const { id } of plan.levels) run.level(id);
      this.#runs.set(key, run);
    }
    return run;
  }
}

/** @param combinations the first are the readings in force */
function compareSeats(
  plan: Plan,
  awards: AwardsUnder,
  combinations: readonly Readings[],
): SeatCompared[] {
  const { inForce } = awards;
  const base = awards.under(inForce);
  return seatsOf(plan, base, inForce).map((seat) => {
    const others = new Map<string, { units: readonly string[]; isOpen: boolean; by: Readings[] }>();
    let holdsUnder = 0;
    for (const readings of combinations) {
      const standing = standings(seat, base, awards.under(readings));
      if (standing === null) {
        holdsUnder += 1;
        continue;
      }
      const key = JSON.stringify(standing);
      const same = others.get(key);
      if (same) same.by.push(readings);
      else others.set(key, { ...standing, by: [readings] });
    }
    const otherwise = [...others.values()].map(({ by, ...standing }) => ({
      ...standing,
      combinations: by.length,
      changes: fewestChanges(by, inForce),
    }));
    return { ...seat, holdsUnder, otherwise };
  });
}

/** Of many combinations those that hold no other's changes and more. */
function fewestChanges(combinations: readonly Readings[], inForce: Readings): Readings[] {
  const changes = combinations.map((readings) => ({
    readings,
    keys: changedReadings(readings, inForce),
  }));
  changes.sort((x, y) => x.keys.length - y.keys.length);
  const fewest: typeof changes = [];
  for (const each of changes) {
    const holdsAnother = fewest.some(({ readings, keys }) =>
      keys.every((key) => JSON.stringify(readings[key]) === JSON.stringify(each.readings[key])),
    );
    if (!holdsAnother) fewest.push(each);
  }
  return fewest.map(({ readings }) => readings);
}
