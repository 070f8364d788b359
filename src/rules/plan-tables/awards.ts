import type { Level, PlaceAward, Plan, Prize, PrizeAward } from '../plan';
import { noteTwice, type RowReader } from './row';

/** What is given to units: prizes by rank, and places. */
export function readAwards(
  prizes: readonly RowReader[],
  places: readonly RowReader[],
  levels: readonly Level[],
): Pick<Plan, 'prizes' | 'places'> {
  const codes = new Set(levels.map(({ id }) => id));
  const levelIn = (row: RowReader) => {
    const level = row.text('level');
    if (level !== '' && !codes.has(level)) row.note('level', 'unknownLevel');
    return level;
  };
  const given = {
    prizes: readPrizes(prizes, levelIn),
    places: places.map((row) => readPlaces(row, levelIn)),
  };
  noteTwice(prizes, 'name', (row) => `${row.shown('code')}\n${row.shown('name')}`);
  const ofPrizes = new Set(given.prizes.map(({ id }) => id));
  for (const row of places) if (ofPrizes.has(row.shown('code'))) row.note('code', 'twice');
  noteTwice(places, 'code', (row) => row.shown('code'));
  return given;
}

function readPrizes(rows: readonly RowReader[], levelIn: (row: RowReader) => string): PrizeAward[] {
  const awards = new Map<string, PrizeAward & { readonly prizes: Prize[] }>();
  for (const row of rows) {
    const id = row.text('code');
    const level = levelIn(row);
    const clause = row.text('awardClause');
    const award = awards.get(id) ?? { id, clause, level, prizes: [] };
    if (award.level !== level) row.note('level', 'awardDiffers');
    if (award.clause !== clause) row.note('awardClause', 'awardDiffers');
    award.prizes.push({
      name: row.text('name'),
      clause: row.text('clause'),
      money: row.count('money'),
      bonus: row.bonus('bonus'),
      bonusClause: row.text('bonusClause'),
    });
    awards.set(id, award);
  }
  return [...awards.values()];
}

function readPlaces(row: RowReader, levelIn: (row: RowReader) => string): PlaceAward {
  return {
    id: row.text('code'),
    clause: row.text('clause'),
    level: levelIn(row),
    places: row.count('places', 1),
    perGroup: row.isBlank('most', 'mostClause')
      ? null
      : { clause: row.text('mostClause'), most: row.count('most', 1) },
    money: row.isBlank('money') ? null : row.count('money'),
  };
}
