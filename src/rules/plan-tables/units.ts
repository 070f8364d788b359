import type { Level, Unit } from '../plan';
import { nameKey } from '../unit-names';
import { noteTwice, type RowReader } from './row';

/** The plan's unit list, and that every level has some. */
export function readUnits(rows: readonly RowReader[], levels: readonly Level[]): Unit[] {
  const parents = new Map(rows.map((row) => [row.shown('code'), row.shown('parent')]));
  const asGroups = new Set(parents.values());
  const scored = new Set(levels.map(({ id }) => id));
  const units = rows.map((row): Unit => {
    const code = row.text('code');
    const level = row.text('level');
    const parent = row.optional('parent');
    // Groups that aren't scored have a level of their own, which the plan doesn't list.
    const isGroupAlone = parent === null && asGroups.has(code);
    if (level !== '' && !scored.has(level) && !isGroupAlone) row.note('level', 'unknownLevel');
    if (parent !== null) noteParent(row, parents, parent);
    return { code, level, type: row.text('type'), name: row.text('name'), parent };
  });
  noteTwice(rows, 'code', (row) => row.shown('code'));
  noteTwice(rows, 'name', (row) =>
    ['type', 'name', 'parent'].map((column) => nameKey(row.shown(column))).join('\n'),
  );
  const [first] = rows;
  for (const { id } of levels) {
    const has = units.some(({ level }) => level === id);
    if (first && id !== '' && !has) first.note('level', 'noUnits', id);
  }
  return units;
}

function noteParent(row: RowReader, parents: ReadonlyMap<string, string>, parent: string): void {
  const above = parents.get(parent);
  if (above === undefined) row.note('parent', 'unknownUnit');
  else if (above !== '' || parent === row.shown('code')) row.note('parent', 'nestedGroup');
}

/** Codes of the units that others belong to. */
export function groupsIn(units: readonly Unit[]): ReadonlySet<string> {
  return new Set(units.flatMap(({ parent }) => parent ?? []));
}
