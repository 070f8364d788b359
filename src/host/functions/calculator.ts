import type { CellContent, CellValue, Rect, SheetModel, WorkbookModel } from '../model';
import { formatRect, intersect, quoteSheet } from '../richapi/addresses';
import { parseCall, type Argument, type Call } from './parse';
import { errorCode, isError, type CustomFunction, type CustomFunctions } from './registry';
import { Spills } from './spills';

/** A cell whose formula is one call of a custom function. */
interface Called {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly call: Call;
  readonly called: CustomFunction;
}

/** An argument as it stands in the workbook: an empty cell is null. */
interface Given {
  readonly value: unknown;
  /** Null for what is no reference. */
  readonly address: string | null;
}

/** What functions get for an empty cell: desktop Excel gives 0, Excel on the web null. */
export type BlankArguments = 'zero' | 'null';

/** Formulas that follow from each other are done in as many rounds; a circle ends here. */
const MOST_ROUNDS = 50;

/**
 * Evaluates formulas that are one call of a custom function, and again when a cell that they take
 * changes. Other formulas keep their stored value.
 */
export class Calculator {
  private readonly spills = new Spills();
  /** What each formula was last evaluated on. */
  private prints = new Map<string, string>();
  private running: Promise<void> = Promise.resolve();
  private pending = 0;

  constructor(
    private readonly model: WorkbookModel,
    private readonly functions: CustomFunctions,
    private readonly blanks: BlankArguments,
  ) {}

  /**
   * Evaluates what has changed since the last time.
   * @param all whether what has not changed is evaluated too
   * @returns when all is done
   */
  calculate(all = false): Promise<void> {
    this.pending += 1;
    this.running = this.running.then(async () => {
      this.pending -= 1;
      if (all) this.prints.clear();
      // Another pass is waiting, and will see all that this one would.
      if (this.pending === 0) await this.pass();
    });
    return this.running;
  }

  /** Resolves when nothing is being evaluated any more. */
  get settled(): Promise<void> {
    return this.running;
  }

  private async pass(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (!(await this.round())) return;
    }
  }

  /** Evaluates each formula once. @returns whether any was to be evaluated */
  private async round(): Promise<boolean> {
    const prints = new Map<string, string>();
    let changed = false;
    const formulas = this.formulas();
    this.spills.keepOnly(new Set(formulas.map(placeOf)));
    for (const each of formulas) {
      const args = this.argumentsOf(each);
      const print = JSON.stringify([each.formula, args]);
      const place = placeOf(each);
      prints.set(place, print);
      // A formula that was entered again, the same as before, has no value yet.
      const hasValue = each.sheet.read(each.row, each.column).calculated;
      const isDone = this.prints.get(place) === print && hasValue;
      if (isDone && !this.spills.isDisturbed(place)) continue;
      changed = true;
      this.spills.lay(place, each, await this.evaluate(each, args));
    }
    this.prints = prints;
    return changed;
  }

  private async evaluate(formula: Called, args: readonly Given[]): Promise<CellValue[][]> {
    const { called } = formula;
    const least = called.parameters.filter(({ optional }) => !optional).length;
    if (args.length < least || args.length > called.parameters.length) {
      return [[{ error: '#VALUE!' }]];
    }
    const error = args.flatMap(({ value }) => [value].flat(2)).find(isErrorValue);
    if (error) return [[error]];
    try {
      // Arguments that were left out come as null, so that what Excel adds comes after them.
      const all = called.parameters.map((_, i) => this.handedOver(args[i]));
      const addresses = called.parameters.map((_, i) => args[i]?.address ?? null);
      const answer = await this.functions.call(called.id, all, {
        address: addressOf(formula.sheet, { ...formula, rows: 1, columns: 1 }),
        ...(called.options?.requiresParameterAddresses ? { parameterAddresses: addresses } : {}),
      });
      const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
      return rows.map((row) => row.map(cellOf));
    } catch (thrown) {
      return [[{ error: errorCode(thrown) }]];
    }
  }

  /** An argument as a function gets it. */
  private handedOver(given: Given | undefined): unknown {
    if (!given) return null;
    const { value, address } = given;
    if (address === null || this.blanks === 'null') return value;
    return Array.isArray(value)
      ? (value as unknown[][]).map((cells) => cells.map((cell) => cell ?? 0))
      : (value ?? 0);
  }

  private argumentsOf({ sheet, call, called }: Called): Given[] {
    return call.args.map((arg, i) => {
      const matrix = called.parameters[i]?.dimensionality === 'matrix';
      const { value, address } = this.given(arg, sheet);
      if (Array.isArray(value) === matrix || (value === null && address === null)) {
        return { value, address };
      }
      if (matrix) return { value: [[value]], address };
      const cells = value as CellValue[][];
      const only = cells.length === 1 && cells[0]?.length === 1;
      return { value: only ? (cells[0]?.[0] ?? null) : { error: '#VALUE!' }, address };
    });
  }

  private given(arg: Argument, own: SheetModel): Given {
    if ('omitted' in arg) return { value: null, address: null };
    if ('constant' in arg) return { value: arg.constant, address: null };
    const name = arg.sheet?.toLowerCase();
    const sheet =
      name === undefined ? own : this.model.sheets.find((each) => each.name.toLowerCase() === name);
    if (!sheet) return { value: { error: '#REF!' }, address: null };
    return { value: valuesOf(sheet, arg.rect), address: addressOf(sheet, arg.rect) };
  }

  private formulas(): Called[] {
    const found: Called[] = [];
    for (const sheet of this.model.sheets) {
      const used = sheet.used(true);
      if (!used) continue;
      for (let row = used.row; row < used.row + used.rows; row += 1) {
        for (let column = used.column; column < used.column + used.columns; column += 1) {
          const { formula } = sheet.read(row, column);
          if (formula === null) continue;
          const call = parseCall(formula);
          const called = call && this.named(call);
          if (called) found.push({ sheet, row, column, formula, call, called });
        }
      }
    }
    return found;
  }

  private named({ namespace, name }: Call): CustomFunction | null {
    if (namespace !== this.functions.namespace.toUpperCase()) return null;
    return this.functions.functions.find((each) => each.name.toUpperCase() === name) ?? null;
  }
}

function placeOf({ sheet, row, column }: Pick<Called, 'sheet' | 'row' | 'column'>): string {
  return `${sheet.id} ${row} ${column}`;
}

function addressOf(sheet: SheetModel, rect: Rect): string {
  return `${quoteSheet(sheet.name)}!${formatRect(rect)}`;
}

/** The cells of a rectangle; whole columns and rows as far as the sheet is used. */
function valuesOf(sheet: SheetModel, { row, column, rows, columns }: Rect): CellValue[][] {
  const used = sheet.used(true);
  const last = used && intersect(used, { row, column, rows, columns });
  const height = rows > 100_000 ? (last ? last.row + last.rows - row : 1) : rows;
  const width = columns > 10_000 ? (last ? last.column + last.columns - column : 1) : columns;
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => valueOf(sheet.read(row + i, column + j))),
  );
}

function valueOf({ value, formula, calculated }: CellContent): CellValue {
  return formula !== null && !calculated ? { error: '#GETTING_DATA' } : value;
}

function isErrorValue(value: unknown): value is { error: string } {
  return typeof value === 'object' && value !== null && 'error' in value;
}

function cellOf(value: unknown): CellValue {
  if (isError(value)) return { error: errorCode(value) };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return null;
}
