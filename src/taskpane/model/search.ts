import { fullName, nameKey, withoutMarks, type UnitResult } from '../../rules';

/** What names are searched by: "Vị Thủy" is found by "vi thuy", "VI THUY" and "Vị Thuỷ". */
export function searchKey(text: string): string {
  return withoutMarks(nameKey(text));
}

/** The units whose name holds what was typed, of one group where one is chosen. */
export function findUnits(
  units: readonly UnitResult[],
  typed: string,
  group: string | null,
): readonly UnitResult[] {
  const key = searchKey(typed);
  return units.filter(
    ({ unit }) =>
      (group === null || unit.parent === group) &&
      (key === '' || searchKey(fullName(unit)).includes(key)),
  );
}
