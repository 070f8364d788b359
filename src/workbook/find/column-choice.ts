import type { ColumnRole } from '../../rules';
import type { Grid } from './grid';
import type { Heading } from './headings';
import type { NumberHabit } from './numbers';

/** The user's own word on what a column is; it wins over any guess. */
export interface ColumnChoice {
  readonly sheet: string;
  /** "unit", "group", "dvc.a", "dvc.b", … */
  readonly role: string;
  /** The heading's text as it stands on the sheet. */
  readonly heading: string;
  /** How numbers kept as text are written there: "vi" for 1.234,5 and "en" for 1,234.5. */
  readonly numbers?: NumberHabit;
  /** The other file that the sheet is of; left out for the workbook that is scored. */
  readonly file?: string;
}

/** Is what the user chose about this sheet? */
export function isOnSheet({ sheet, file }: ColumnChoice, grid: Grid): boolean {
  return sheet === grid.sheet && file === grid.file;
}

/** The column as the user said what it is. */
export function chosenHeading({ role, numbers }: ColumnChoice): Heading {
  const [criterion, figure] = role.includes('.') ? role.split('.') : [null, role];
  return {
    criterion: criterion ?? null,
    figure: figure as ColumnRole['figure'],
    weak: false,
    chosen: true,
    ...(numbers ? { numbers } : {}),
    level: figure === 'group' ? 'upper' : null,
  };
}
