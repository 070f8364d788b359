import { newWorkbookFile, type SheetModel } from '../src/host';
import { fullName, type ScoreResult, type UnitResult } from '../src/rules';
import { COMMUNE_HEADINGS, DISTRICT_HEADINGS } from '../scripts/sample';
import type { BenchRow } from './figures';
import { COMMUNE_FORMULAS, DISTRICT_FORMULAS, formulaFor } from './formulas';

const AT = new Date('2024-01-05T00:00:00Z');

/** The workbook that the headless run is given: unit rows and nothing else. */
export async function inputWorkbook(rows: readonly BenchRow[]): Promise<Uint8Array> {
  const file = await newWorkbookFile(['Huyện', 'Xã']);
  const [upper, lower] = file.model.sheets;
  const nameOf = names(rows);
  if (upper)
    write(upper, [
      [...DISTRICT_HEADINGS],
      ...districts(rows).map((row, i) => [i + 1, fullName(row.unit), ...figures(row)]),
    ]);
  if (lower) {
    write(lower, [
      [...COMMUNE_HEADINGS],
      ...communes(rows).map((row, i) => [
        i + 1,
        fullName(row.unit),
        nameOf.get(row.unit.parent ?? '') ?? '',
        ...figures(row),
        row.accounts,
      ]),
    ]);
  }
  return file.save(AT);
}

/**
 * The same figures with the job beside them: as formulas without stored values, which LibreOffice
 * has to calculate, or as the values that they come to.
 */
export async function jobWorkbook(
  rows: readonly BenchRow[],
  as: 'formulas' | 'values',
  result: ScoreResult,
): Promise<Uint8Array> {
  const file = await newWorkbookFile(['Huyện', 'Xã']);
  const [upper, lower] = file.model.sheets;
  const nameOf = names(rows);
  const units = new Map(
    Object.values(result.levels).flatMap((level) =>
      level.units.map((unit) => [unit.unit.code, unit]),
    ),
  );
  const awarded = new Set(result.awards.places.map(({ unit }) => unit.unit.code));
  const before = rankedBefore(result);
  const last = communes(rows).length + 1;
  const fill = (
    sheet: SheetModel,
    mine: readonly BenchRow[],
    formulas: Readonly<Record<string, string>>,
    valueOf: (unit: UnitResult, column: string) => string | number | null,
  ) => {
    mine.forEach((row, i) => {
      const cells = [
        '',
        fullName(row.unit),
        nameOf.get(row.unit.parent ?? '') ?? '',
        ...figures(row),
        row.accounts,
      ];
      cells.forEach((value, column) => sheet.writeValue(i + 1, column, value));
      const unit = units.get(row.unit.code) as UnitResult;
      for (const [letter, template] of Object.entries(formulas)) {
        const column = letter.charCodeAt(0) - 65;
        if (as === 'formulas')
          sheet.writeFormula(i + 1, column, formulaFor(template, i + 2, mine.length + 1, last));
        else sheet.writeValue(i + 1, column, valueOf(unit, letter));
      }
    });
  };
  if (upper) fill(upper, districts(rows), DISTRICT_FORMULAS, districtValue);
  if (lower)
    fill(lower, communes(rows), COMMUNE_FORMULAS, (unit, column) =>
      communeValue(unit, column, awarded, before.get(unit.unit.code) ?? null),
    );
  return file.save(AT);
}

/** How many units of the same group rank before each ranked one. */
function rankedBefore({ levels }: ScoreResult): Map<string, number> {
  const before = new Map<string, number>();
  const seen = new Map<string | null, { rank: number; better: number; all: number }>();
  for (const { unit, rank } of levels['commune']?.units ?? []) {
    if (rank === null) continue;
    const group = seen.get(unit.parent) ?? { rank: 0, better: 0, all: 0 };
    const better = group.rank === rank ? group.better : group.all;
    seen.set(unit.parent, { rank, better, all: group.all + 1 });
    before.set(unit.code, better);
  }
  return before;
}

function districtValue(
  { criteria, total, rank }: UnitResult,
  column: string,
): string | number | null {
  const { dvc, eid } = criteria;
  const values: Record<string, number | null> = {
    I: approx(dvc?.own),
    J: approx(dvc?.memberMean),
    K: approx(dvc?.ratio),
    L: approx(dvc?.points),
    M: approx(eid?.ratio),
    N: approx(eid?.points),
    O: approx(total),
    P: approx(total),
    Q: rank,
  };
  return values[column] ?? null;
}

function communeValue(
  { unit, criteria, total, rank, status, measures }: UnitResult,
  column: string,
  awarded: ReadonlySet<string>,
  before: number | null,
): string | number | null {
  const { dvc, eid } = criteria;
  const values: Record<string, string | number | null> = {
    I: approx(dvc?.ratio),
    J: approx(dvc?.points),
    K: approx(eid?.ratio),
    L: approx(eid?.points),
    M: approx(total),
    N: status === 'ranked' ? 1 : 0,
    O: approx(total),
    P: measures.dossiersPerAccount?.approx ?? null,
    Q: rank,
    R: before,
    S: before === null ? 0 : before < 2 ? 1 : 0,
    T: awarded.has(unit.code) ? 'Khen' : null,
  };
  return values[column] ?? null;
}

function approx(figure: { known: boolean; approx?: number } | null | undefined): number | null {
  return figure?.known ? (figure.approx ?? null) : null;
}

const districts = (rows: readonly BenchRow[]) => rows.filter(({ unit }) => unit.parent === null);
const communes = (rows: readonly BenchRow[]) => rows.filter(({ unit }) => unit.parent !== null);
const figures = ({ online, dossiers, activated, people }: BenchRow) => [
  online,
  dossiers,
  activated,
  people,
];
const names = (rows: readonly BenchRow[]) =>
  new Map(rows.map(({ unit }) => [unit.code, fullName(unit)]));

function write(sheet: SheetModel, rows: readonly (readonly (string | number)[])[]): void {
  rows.forEach((row, r) => row.forEach((value, c) => sheet.writeValue(r, c, value)));
}
