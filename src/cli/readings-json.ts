import type { Plan, ReadingsCompared, SeatCompared } from '../rules';
import { words } from '../words';

/** Every combination of readings as others rely on it (docs/cli.md). */
export function readingsJson(plan: Plan, compared: ReadingsCompared) {
  const { combinations, results, roundings } = compared;
  const seats = (all: readonly SeatCompared[]) =>
    all.map(({ award, prize, units, isOpen, places, holdsUnder, otherwise }) => ({
      award,
      prize: prize?.name ?? null,
      units: units.map((code) => unitJson(plan, code)),
      undecided: isOpen,
      places,
      holdsUnder,
      otherwise: otherwise.map((other) => ({
        units: other.units.map((code) => unitJson(plan, code)),
        undecided: other.isOpen,
        combinations: other.combinations,
        readings: other.changes.map((each) => words.readingAnswers(each, compared.inForce)),
      })),
    }));
  return {
    combinations,
    results,
    seats: seats(compared.seats),
    rounding: { combinations: roundings, seats: seats(compared.rounding) },
  };
}

function unitJson(plan: Plan, code: string) {
  const unit = plan.units.find((each) => each.code === code);
  return {
    name: words.unitName(plan, code),
    district: unit ? words.parentName(plan, unit) || null : null,
  };
}
