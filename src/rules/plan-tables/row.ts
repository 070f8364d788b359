import { compare, ONE, parseExact } from '../exact';
import { cellText, countIn, dayIn, decimalText, ratioText } from './cells';
import type { PlanCell, PlanFault, PlanFaultCode, PlanRow, PlanTableName } from './tables';

/**
 * A row of a plan's tables that is being read. What can't be read is noted as a fault, and something
 * of the right type answered in its place: the plan is only taken where nothing was noted.
 */
export class RowReader {
  constructor(
    readonly table: PlanTableName,
    readonly index: number,
    private readonly cells: PlanRow,
    private readonly faults: PlanFault[],
  ) {}

  note(column: string | null, what: PlanFaultCode, shown?: string, severity?: 'warning'): void {
    this.faults.push({
      severity: severity ?? 'error',
      table: this.table,
      row: this.index,
      column,
      what,
      shown: shown ?? (column === null ? '' : this.shown(column)),
    });
  }

  shown(column: string): string {
    return cellText(this.#cell(column));
  }

  /** Something is wrong in one of the cells. */
  isWrong(...columns: readonly string[]): boolean {
    return this.faults.some(
      ({ table, row, column }) =>
        table === this.table && row === this.index && columns.includes(column ?? ''),
    );
  }

  isBlank(...columns: readonly string[]): boolean {
    return columns.every((column) => this.shown(column) === '');
  }

  text(column: string): string {
    const text = this.shown(column);
    if (text === '') this.note(column, 'empty');
    return text;
  }

  optional(column: string): string | null {
    return this.shown(column) || null;
  }

  /** A decimal number, above 0. */
  points(column: string): string {
    const text = this.#read(column, decimalText, 'notNumber', '1');
    if (Number(text) === 0) this.note(column, 'outOfRange');
    return text;
  }

  /** A number from 0 up. */
  bonus(column: string): number {
    return Number(this.#read(column, decimalText, 'notNumber', '0'));
  }

  /** Above 0, at most 100 %. */
  ratio(column: string): string {
    const text = this.#read(column, ratioText, 'notRatio', '100%');
    const value = parseExact(text);
    if (value.approx === 0 || compare(value, ONE) > 0) this.note(column, 'outOfRange');
    return text;
  }

  count(column: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
    const count = this.#read(column, countIn, 'notCount', least);
    if (count < least || count > most) this.note(column, 'outOfRange');
    return count;
  }

  date(column: string): string {
    return this.#read(column, dayIn, 'notDate', '');
  }

  isYes(column: string): boolean {
    const yesNo = (cell: PlanCell) => (typeof cell === 'boolean' ? cell : null);
    return this.#read(column, yesNo, 'notYesNo', false);
  }

  severity(column: string): 'error' | 'warning' {
    const severity = (cell: PlanCell) => (cell === 'error' || cell === 'warning' ? cell : null);
    return this.#read(column, severity, 'notSeverity', 'error');
  }

  #cell(column: string): PlanCell {
    return this.cells[column] ?? null;
  }

  #read<T>(column: string, read: (cell: PlanCell) => T | null, what: PlanFaultCode, instead: T): T {
    const value = this.isBlank(column) ? null : read(this.#cell(column));
    if (value !== null) return value;
    this.note(column, this.isBlank(column) ? 'empty' : what);
    return instead;
  }
}

/** Notes each row whose key stands in a row above. */
export function noteTwice(
  rows: readonly RowReader[],
  column: string,
  keyOf: (row: RowReader) => string,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (seen.has(key) && !row.isBlank(column)) row.note(column, 'twice');
    seen.add(key);
  }
}
