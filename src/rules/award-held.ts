import type { Awards } from './result';

/** What a unit has of the awards: a prize by its name, a place among equal ones, or a part in a tie for one. */
export type AwardHeld = 'place' | 'open' | { readonly prize: string } | null;

/** What each unit has, by code; units that have nothing aren't there. */
export function awardsHeld(awards: Awards): ReadonlyMap<string, NonNullable<AwardHeld>> {
  const held = new Map<string, NonNullable<AwardHeld>>();
  for (const { units } of awards.undecided) {
    for (const { unit } of units) held.set(unit.code, 'open');
  }
  for (const { unit } of awards.places) held.set(unit.unit.code, 'place');
  for (const { unit, prize } of awards.prizes) held.set(unit.unit.code, { prize: prize.name });
  return held;
}
