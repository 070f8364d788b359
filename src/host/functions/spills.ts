import type { CellValue, SheetModel } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from '../richapi/addresses';

interface Anchor {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

interface Spill {
  readonly anchor: Anchor;
  readonly values: readonly (readonly CellValue[])[];
  /** What the formula's own cell shows is #SPILL!. */
  readonly blocked: boolean;
}

/** The cells that answers of several rows or columns have been laid over, by their formula's place. */
export class Spills {
  private readonly known = new Map<string, Spill>();

  /** Lays an answer from its formula's cell on; where something stands in its way, #SPILL!. */
  lay(place: string, anchor: Anchor, values: readonly (readonly CellValue[])[]): void {
    this.takeAway(place);
    const { sheet, row, column } = anchor;
    const blocked = isBlocked(anchor, values);
    if (values.length > 1 || (values[0]?.length ?? 0) > 1) {
      this.known.set(place, { anchor, values, blocked });
    }
    sheet.storeResult(row, column, blocked ? { error: '#SPILL!' } : (values[0]?.[0] ?? ''));
    if (blocked) return;
    forEachBelow(anchor, values, (at, value) => {
      if (value !== null && value !== '') sheet.writeValue(at.row, at.column, value);
    });
  }

  /** Whether somebody wrote into an answer's cells, or made room for one that was blocked. */
  isDisturbed(place: string): boolean {
    const spill = this.known.get(place);
    if (!spill) return false;
    const { anchor, values, blocked } = spill;
    if (blocked) return !isBlocked(anchor, values);
    let disturbed = false;
    forEachBelow(anchor, values, ({ row, column }, value) => {
      if (!holds(anchor.sheet, row, column, value)) disturbed = true;
    });
    return disturbed;
  }

  /** Takes away the answers of formulas that are gone. */
  keepOnly(places: ReadonlySet<string>): void {
    for (const place of [...this.known.keys()]) if (!places.has(place)) this.takeAway(place);
  }

  private takeAway(place: string): void {
    const spill = this.known.get(place);
    this.known.delete(place);
    if (!spill || spill.blocked) return;
    const { sheet } = spill.anchor;
    forEachBelow(spill.anchor, spill.values, ({ row, column }, value) => {
      if (holds(sheet, row, column, value)) sheet.writeValue(row, column, null);
    });
  }
}

function isBlocked(anchor: Anchor, values: readonly (readonly CellValue[])[]): boolean {
  const { sheet, row, column } = anchor;
  if (row + values.length > MAX_ROWS) return true;
  if (column + (values[0]?.length ?? 0) > MAX_COLUMNS) return true;
  let blocked = false;
  forEachBelow(anchor, values, (at, value) => {
    // A cell that holds the very value is from when the workbook was saved.
    const free = isEmpty(sheet, at.row, at.column) || holds(sheet, at.row, at.column, value);
    if (!free) blocked = true;
  });
  return blocked;
}

function isEmpty(sheet: SheetModel, row: number, column: number): boolean {
  const { value, formula } = sheet.read(row, column);
  return formula === null && (value === null || value === '');
}

function holds(sheet: SheetModel, row: number, column: number, value: CellValue): boolean {
  const there = sheet.read(row, column);
  if (there.formula !== null) return false;
  return JSON.stringify(there.value ?? '') === JSON.stringify(value ?? '');
}

/** Every cell of an answer but the formula's own. */
function forEachBelow(
  { row, column }: Anchor,
  values: readonly (readonly CellValue[])[],
  each: (at: { readonly row: number; readonly column: number }, value: CellValue) => void,
): void {
  values.forEach((cells, i) =>
    cells.forEach((value, j) => {
      if (i > 0 || j > 0) each({ row: row + i, column: column + j }, value);
    }),
  );
}
