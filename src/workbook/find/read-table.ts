import type { Accounts, Match, TableProblem, Unit, UnitFinder } from '../../rules';
import {
  addedUp,
  checkedAgainst,
  columnHabits,
  countAt,
  countsOf,
  hasNumbers,
  isBlank,
  rawRow,
  type ColumnHabits,
  type RawRow,
} from './figures';
import { placeIn, textAt } from './grid';
import { settledBy } from './names';
import { percentProblems } from './percents';
import {
  departmentIn,
  hasUnitType,
  isColumnNumber,
  isNumbersRow,
  isOldFont,
  isProvincial,
  isTotal,
  sectionOf,
  serviceIn,
} from './row-kinds';
import type { DepartmentRow, RowsRead, TableRow } from './rows';
import type { FoundTable } from './tables';
import { unknownName } from './unknown-name';

/** The rows below a unit's row that say what its dossiers were: the portal has two or three. */
interface Parts {
  readonly published: readonly number[];
  readonly other: readonly number[];
  /** One past the last of them. */
  readonly end: number;
}

/** What the user said that a name means, below a group or none; null where nothing was said. */
export type ChosenUnit = (shown: string, group: Unit | null) => Unit | null;

/** One reading of a table, from its first row down: what stands above a row may say whose it is. */
export class ReadTable {
  readonly #habits: ColumnHabits;
  /** The first column of figures behind the unit's. */
  readonly #figuresFrom: number;
  readonly #rows: (TableRow & { readonly parts: number })[] = [];
  readonly #departments: DepartmentRow[] = [];
  readonly #problems: TableProblem[] = [];
  readonly #outside: string[] = [];
  /** The group whose head or row stands above. A head alone binds the rows below; a row suggests. */
  #above: { readonly unit: Unit; readonly binds: boolean } | null = null;
  #section: 'province' | 'local' | null = null;

  constructor(
    private readonly table: FoundTable,
    private readonly unitColumn: number,
    private readonly level: string | null,
    private readonly finder: UnitFinder,
    private readonly chosen: ChosenUnit,
  ) {
    this.#habits = columnHabits(table);
    const figures = [...table.columns].filter(([role]) => role !== 'unit' && role !== 'group');
    const behind = figures.map(([, { index }]) => index).filter((index) => index > unitColumn);
    this.#figuresFrom = behind.length > 0 ? Math.min(...behind) : unitColumn + 1;
  }

  read(): RowsRead {
    const { grid, start, end } = this.table;
    this.#problems.push(...this.#habits.problems);
    for (let row = start; row < end;) row = this.#readRow(row);
    if (this.#outside.length > 0) {
      const at = { severity: 'info', places: [], sheet: grid.sheet } as const;
      this.#problems.push({ ...at, code: 'otherOffices', shown: this.#outside });
    }
    const rows = this.#withAllParts();
    this.#problems.push(...percentProblems(this.table, rows));
    return { rows, departments: this.#departments, problems: this.#problems };
  }

  /** Reads one row, with those that are parts of it. @returns the next row to read */
  #readRow(row: number): number {
    const { grid } = this.table;
    const next = row + 1;
    const shown = textAt(grid, row, this.unitColumn);
    if (isNumbersRow(grid, row) || isTotal(grid, row, this.unitColumn)) return next;
    const section = sectionOf(shown) ?? this.#sectionBeside(row, shown);
    if (section) {
      this.#section = section;
      this.#above = null;
      return next;
    }
    const own = rawRow(this.table, row, this.#habits);
    if (shown === '' || isColumnNumber(shown)) {
      if (hasNumbers(own)) this.#tellNameless(row);
      return next;
    }
    if (isOldFont(shown)) {
      this.#tell({ code: 'oldFont', severity: 'error', places: [this.#placeOf(row)], shown });
      return next;
    }
    return this.#readNamed(row, shown, own);
  }

  #readNamed(row: number, shown: string, own: RawRow): number {
    const parts = this.#partsBelow(row, shown);
    const figures = this.#withParts(row, own, parts);
    const blank = isBlank(figures);
    const group = this.#groupOf(row);
    if (group && 'unknown' in group) {
      if (!blank) this.#tell(group.unknown);
      return parts.end;
    }
    const match = this.#find(shown, group?.unit ?? null, group?.binds ?? true);
    if ('found' in match) {
      this.#readUnit(row, match.found, figures, parts);
    } else if (!this.#isOffice(row, shown, figures, blank)) {
      const problem = unknownName(match, shown, this.#placeOf(row), figures);
      if (problem) this.#tell(problem);
    }
    return parts.end;
  }

  #readUnit(row: number, unit: Unit, figures: RawRow, parts: Parts): void {
    const { table, level } = this;
    const blank = isBlank(figures);
    const isGroup = unit.parent === null && !table.columns.has('group') && table.level !== 'upper';
    if (isGroup) this.#above = { unit, binds: blank };
    if (blank && unit.level !== level && level !== null) return;
    if (blank && unit.parent === null && this.#isGroupHead(parts.end, unit)) return;
    const accounts = this.#accountsOf(row);
    const counts = countsOf(figures);
    const place = this.#placeOf(row);
    this.#rows.push({ table, row, unit, counts, accounts, place, parts: parts.published.length });
  }

  /** A group that only stands above in a flat list gives way to a type and name that are certain. */
  #find(shown: string, parent: Unit | null, binds: boolean): Match {
    const match = this.#findWritten(shown, parent, binds);
    return settledBy(match, 'found' in match ? null : this.chosen(shown, binds ? parent : null));
  }

  #findWritten(shown: string, parent: Unit | null, binds: boolean): Match {
    const match = this.finder.find(shown, { parent, level: this.level });
    if ('found' in match || binds || !hasUnitType(shown)) return match;
    const alone = this.finder.find(shown, { parent: null, level: this.level });
    return 'found' in alone ? alone : match;
  }

  /** "II" in a column of numbers, "Cấp huyện" anywhere: heads of the portal's sections are merged. */
  #sectionBeside(row: number, shown: string) {
    if (shown !== '') return null;
    for (let column = 0; column < this.unitColumn; column += 1) {
      const section = sectionOf(textAt(this.table.grid, row, column));
      if (section) return section;
    }
    return null;
  }

  #partsBelow(row: number, shown: string): Parts {
    const { grid, end } = this.table;
    const published: number[] = [];
    const other: number[] = [];
    const own = this.#serviceOf(row);
    if (own) (own === 'published' ? published : other).push(row);
    let at = row + 1;
    for (; at < end; at += 1) {
      const service = this.#serviceOf(at);
      if (!service || isTotal(grid, at, this.unitColumn)) break;
      const name = textAt(grid, at, this.unitColumn);
      if (name !== '' && name !== shown && !serviceIn(name)) break;
      (service === 'published' ? published : other).push(at);
    }
    return { published, other, end: at };
  }

  /** The service that a row names in a cell before its figures. */
  #serviceOf(row: number) {
    for (let column = 0; column < this.#figuresFrom; column += 1) {
      const service = serviceIn(textAt(this.table.grid, row, column));
      if (service) return service;
    }
    return null;
  }

  #withParts(row: number, own: RawRow, { published, other }: Parts): RawRow {
    if (published.length === 0 && other.length === 0) return own;
    if (other.length > 0) {
      const places = other.map((at) => this.#placeOf(at));
      this.#tell({ code: 'servicesLeftOut', severity: 'info', places, rows: other.length });
    }
    const sum = addedUp(published.map((at) => rawRow(this.table, at, this.#habits)));
    const isPart = published.includes(row) || other.includes(row);
    // Where other services are left out, the unit's own row counts more than its parts do.
    return isPart || other.length > 0 ? sum : checkedAgainst(own, sum);
  }

  /** Units of which a part is missing that the others have: their sums would be too small. */
  #withAllParts(): TableRow[] {
    const most = new Map<string, number>();
    for (const { unit, parts } of this.#rows) {
      most.set(unit.level, Math.max(parts, most.get(unit.level) ?? 0));
    }
    return this.#rows.flatMap(({ parts, ...row }) => {
      const wanted = most.get(row.unit.level) ?? 0;
      if (parts === wanted) return [row];
      const shown = textAt(this.table.grid, row.row, this.unitColumn);
      const at = { severity: 'error', places: [row.place] } as const;
      this.#tell({ ...at, code: 'partsMissing', shown, parts, wanted });
      return [];
    });
  }

  #groupOf(row: number) {
    const column = this.table.columns.get('group');
    return column ? this.#groupIn(row, column.index) : this.#above;
  }

  /**
   * The group that a row's group column names, also where the cell is merged over several rows. Null
   * where it could be more than one; a problem where the plan has none of that name.
   */
  #groupIn(
    row: number,
    column: number,
  ): { readonly unit: Unit; readonly binds: boolean } | { readonly unknown: TableProblem } | null {
    const { grid } = this.table;
    let at = row;
    while (at >= 0 && textAt(grid, at, column) === '') at -= 1;
    if (at < 0) return null;
    const shown = textAt(grid, at, column);
    const match = this.finder.find(shown, { parent: null, level: null });
    const found = 'found' in match ? [match.found] : 'candidates' in match ? match.candidates : [];
    const groups = found.filter(({ parent }) => parent === null);
    const [unit] = groups;
    if (unit) return groups.length === 1 ? { unit, binds: true } : null;
    const suggestions = ('suggestions' in match ? match.suggestions : [])
      .filter(({ parent }) => parent === null)
      .map(({ code }) => code);
    const places = [placeIn(grid, at, column)];
    return { unknown: { code: 'unknownUnit', severity: 'error', places, shown, suggestions } };
  }

  /** A blank row of a group with a row of one of its members right below is that group's heading. */
  #isGroupHead(next: number, group: Unit): boolean {
    const below = textAt(this.table.grid, next, this.unitColumn);
    if (below === '') return false;
    const match = this.finder.find(below, { parent: group, level: null });
    return 'found' in match && match.found.parent === group.code;
  }

  /** Takes the rows of offices that are no units: those of the province, those of a district. */
  #isOffice(row: number, shown: string, figures: RawRow, blank: boolean): boolean {
    if (this.#section === 'province' || isProvincial(shown)) {
      if (!blank) this.#outside.push(shown);
      return true;
    }
    const department = departmentIn(shown);
    if (!department) return false;
    const named = department.district
      ? this.finder.find(department.district, { parent: null, level: null })
      : null;
    const district = named && 'found' in named ? named.found : this.#above?.unit;
    if (!district || district.parent !== null) return false;
    const [counts, place] = [countsOf(figures), this.#placeOf(row)];
    if (!blank) this.#departments.push({ table: this.table, row, shown, district, counts, place });
    return true;
  }

  #tellNameless(row: number): void {
    const at = this.table.grid.row + row + 1;
    const places = [this.#placeOf(row)];
    this.#tell({ code: 'namelessRow', severity: 'warning', places, row: at });
  }

  #tell(problem: TableProblem): void {
    this.#problems.push(problem);
  }

  #placeOf(row: number) {
    return placeIn(this.table.grid, row, this.unitColumn);
  }

  #accountsOf(row: number): Accounts | null {
    const column = this.table.columns.get('accounts');
    if (!column) return null;
    const distinct = countAt(this.table.grid, row, column.index, this.#habits);
    if ('unusable' in distinct) return null;
    return {
      distinct: distinct.value,
      logged: null,
      busiest: null,
      onBusiest: null,
      confirmed: false,
      place: distinct.place,
    };
  }
}
