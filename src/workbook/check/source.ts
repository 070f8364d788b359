import type { Counts, Place, Reported } from '../../rules';
import { positionOf, type Grid } from '../find/grid';

/** A figure in the check sheet: a formula over the user's cells, or a number that had to be copied. */
export type Source =
  | { readonly from: 'cells'; readonly formula: string }
  /** Its cells are in another file, or don't give it as they stand. */
  | { readonly from: 'copy'; readonly value: number }
  | { readonly from: 'nowhere' };

const NOWHERE: Source = { from: 'nowhere' };

/** Finds the user's cells by what was read from them. */
export class Sources {
  readonly #grids: ReadonlyMap<string, Grid>;

  constructor(grids: readonly Grid[]) {
    this.#grids = new Map(grids.map((grid) => [grid.sheet, grid]));
  }

  /** A count, as a formula that gives the number, or "" where there is none. */
  count(figure: Reported | undefined): Source {
    if (!figure) return NOWHERE;
    if ('unusable' in figure) return this.#unusable(figure);
    const places = figure.parts ?? [figure.place];
    const cells = places.map((place) => place && this.#cell(place));
    const sum = cells.reduce((all, cell) => all + (cell?.number ?? NaN), 0);
    if (sum !== figure.value) return { from: 'copy', value: figure.value };
    const [first] = cells;
    if (cells.length === 1 && first) return { from: 'cells', formula: first.formula };
    const terms = cells.map((cell) => (cell as Cell).formula);
    const all = terms.join(',');
    return { from: 'cells', formula: `IF(COUNT(${all})=${terms.length},SUM(${all}),"")` };
  }

  /** The ratio that a percentage gives: 85.5 (%) is 0.855. */
  ratio(percent: Counts['percent']): Source {
    if (!percent) return NOWHERE;
    if ('unusable' in percent) return this.#unusable(percent);
    const copy: Source = { from: 'copy', value: percent.value / 100 };
    const raw = percent.place && this.#raw(percent.place);
    if (!percent.place || raw === null) return copy;
    const cell = referenceTo(percent.place);
    if (typeof raw === 'number') {
      const scale = raw === percent.value ? '/100' : '';
      const same = scale !== '' || Math.abs(raw * 100 - percent.value) < 1e-9;
      return same ? { from: 'cells', formula: `IF(ISNUMBER(${cell}),${cell}${scale},"")` } : copy;
    }
    if (
      Number(
        String(raw)
          .replace(/[%\s\u00a0]/g, '')
          .replace(',', '.'),
      ) !== percent.value
    ) {
      return copy;
    }
    // Its digits, and how many stand behind the mark of decimals: VALUE reads that by language.
    const text = without(`SUBSTITUTE(${cell},".",",")`, '%', ' ', '\u00a0');
    const decimals = `MAX(0,LEN(${text})-FIND(",",${text}&","))`;
    return {
      from: 'cells',
      formula: `IFERROR(VALUE(${without(text, ',')})/10^(${decimals}+2),"")`,
    };
  }

  /** What stands in a cell now is no count: the formula looks at it all the same where it can. */
  #unusable({ unusable, place }: Extract<Reported, { readonly unusable: unknown }>): Source {
    const looksRight = unusable === 'date' || unusable === 'disagrees';
    if (!place || looksRight || this.#raw(place) === null) return NOWHERE;
    const cell = referenceTo(place);
    return { from: 'cells', formula: `IF(ISNUMBER(${cell}),${cell},"")` };
  }

  #cell(place: Place): Cell | null {
    const raw = this.#raw(place);
    if (raw === null) return null;
    const cell = referenceTo(place);
    if (typeof raw === 'number') {
      return { number: raw, formula: `IF(ISNUMBER(${cell}),${cell},"")` };
    }
    const marks = [...new Set(String(raw).match(/[.,\s\u00a0\u202f\u2007]/gu))];
    const digits = String(raw).replace(/[.,\s\u00a0\u202f\u2007]/gu, '');
    if (!/^\d+$/.test(digits)) return null;
    return { number: Number(digits), formula: `IFERROR(VALUE(${without(cell, ...marks)}),"")` };
  }

  /** What stands in a cell; null where it is of another file. */
  #raw({ sheet, address, file }: Place) {
    const grid = file === undefined ? this.#grids.get(sheet) : undefined;
    if (!grid) return null;
    const { row, column } = positionOf(address);
    return grid.values[row - grid.row]?.[column - grid.column] ?? null;
  }
}

interface Cell {
  readonly number: number;
  readonly formula: string;
}

function without(text: string, ...marks: readonly string[]): string {
  return marks.reduce((inner, mark) => `SUBSTITUTE(${inner},"${mark}","")`, text);
}

/** `'Xã'!D6`. */
export function referenceTo({ sheet, address }: Place): string {
  return `'${sheet.replace(/'/g, "''")}'!${address}`;
}
