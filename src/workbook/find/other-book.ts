import { areaOf, type Area, type Grid } from './grid';
import { COLUMNS_MARK, isOurs } from '../ours';

/** Another file whose tables are read with the workbook's. */
export interface OtherBook {
  /** The file's name, as messages say it. */
  readonly name: string;
  /** The sheets that users see, without what we wrote. */
  readonly grids: readonly Grid[];
}

/** A sheet of another file, as what reads files gives it. */
type SheetOfFile = Omit<Grid, 'sheet' | 'file'> & {
  readonly name: string;
  readonly visible: boolean;
  readonly names: readonly { readonly name: string; readonly formula: string }[];
};

/** Another file's sheets as those of the workbook: hidden ones and ours are no input there either. */
export function otherBook(file: string, sheets: readonly SheetOfFile[]): OtherBook {
  const grids = sheets.flatMap(({ name, visible, names, ...grid }): Grid[] => {
    if (!visible || isOurs(names)) return [];
    const ours = names.flatMap((own) =>
      own.name.startsWith(COLUMNS_MARK) ? (areaOf(own.formula) ?? []) : [],
    );
    return [withoutAreas({ ...grid, sheet: name, file }, ours)];
  });
  return { name: file, grids };
}

/** A sheet as it is without the cells of some areas. */
export function withoutAreas(grid: Grid, areas: readonly Area[]): Grid {
  if (areas.length === 0) return grid;
  const values = grid.values.map((row) => [...row]);
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const cells = values[row - grid.row];
      if (!cells) continue;
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const at = column - grid.column;
        if (at >= 0 && at < cells.length) cells[at] = '';
      }
    }
  }
  return { ...grid, values };
}
