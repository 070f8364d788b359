import type { Plan, Prize } from './plan';
import type { Readings } from './readings';
import type { Awards, UnitResult } from './result';

/** One thing that is given: a prize, or a place among equal ones, and who has it. */
export interface Seat {
  readonly award: string;
  /** Null for a place among equal ones. */
  readonly prize: Prize | null;
  /** By code: one has it, or (`isOpen`) some are in question for it; none: nobody has it. */
  readonly units: readonly string[];
  readonly isOpen: boolean;
  /** How many places: more than one only where several units are in question for as many. */
  readonly places: number;
}

/** Who has a seat, or is in question for it. */
export type Standing = Pick<Seat, 'units' | 'isOpen'>;

const codesOf = (units: readonly UnitResult[]) => units.map(({ unit }) => unit.code);

/** The seats of all awards, as they are under the readings in force; free places are one seat. */
export function seatsOf(plan: Plan, awards: Awards, readings: Readings): Seat[] {
  const prizes = plan.prizes.flatMap((award) =>
    award.prizes.map((prize): Seat => ({
      award: award.id,
      prize,
      places: 1,
      ...prizeStanding(award.id, prize, awards),
    })),
  );
  const places = plan.places.flatMap(({ id, places: planned }): Seat[] => {
    const at = { award: id, prize: null };
    const given = givenPlaces(id, awards).map((code): Seat => {
      return { ...at, places: 1, units: [code], isOpen: false };
    });
    const open = openPlaces(id, awards).map(({ units, places: some }): Seat => {
      return { ...at, places: some, units: codesOf(units), isOpen: true };
    });
    const free =
      (readings.places ?? planned) -
      given.length -
      open.reduce((sum, { places: some }) => sum + some, 0);
    const rest: Seat[] = free > 0 ? [{ ...at, places: free, units: [], isOpen: false }] : [];
    return [...given, ...open, ...rest];
  });
  return [...prizes, ...places];
}

/** How a seat stands under other readings; null where it is as it was. */
export function standings(seat: Seat, base: Awards, other: Awards): Standing | null {
  const { award, prize } = seat;
  if (prize) {
    const standing = prizeStanding(award, prize, other);
    return isSame(standing, seat) ? null : standing;
  }
  const given = givenPlaces(award, other);
  const open = openPlaces(award, other);
  const [only] = seat.units;
  const holds = seat.isOpen
    ? open.some((each) => each.places === seat.places && sameList(codesOf(each.units), seat.units))
    : only !== undefined && given.includes(only);
  if (holds) return null;
  // Who comes in at other readings, for whatever place: equal ones have no names.
  const had = givenPlaces(award, base);
  const come = given.filter((code) => !had.includes(code));
  const asked = open.flatMap(({ units }) => codesOf(units));
  if (only === undefined) {
    const more = [...come, ...asked].filter((code) => !isIn(award, code, base));
    return more.length > 0 ? { units: more, isOpen: asked.length > 0 } : null;
  }
  return { units: [...come, ...asked], isOpen: asked.length > 0 };
}

function prizeStanding(award: string, { name }: Prize, awards: Awards): Standing {
  const holder = awards.prizes.find((each) => each.award.id === award && each.prize.name === name);
  if (holder) return { units: [holder.unit.unit.code], isOpen: false };
  const open = awards.undecided.find(
    (each) => each.award === award && each.prizes.some((prize) => prize.name === name),
  );
  return { units: codesOf(open?.units ?? []), isOpen: open !== undefined };
}

function givenPlaces(award: string, { places }: Awards): string[] {
  return places.filter((each) => each.award.id === award).map(({ unit }) => unit.unit.code);
}

function openPlaces(award: string, { undecided }: Awards): Awards['undecided'][number][] {
  return undecided.filter((each) => each.award === award);
}

function isIn(award: string, code: string, awards: Awards): boolean {
  return (
    givenPlaces(award, awards).includes(code) ||
    openPlaces(award, awards).some(({ units }) => codesOf(units).includes(code))
  );
}

function isSame(x: Standing, y: Standing): boolean {
  return x.isOpen === y.isOpen && sameList(x.units, y.units);
}

function sameList(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((code) => y.includes(code));
}
