/** Is a figure that wasn't read asked about: at its very unit, cell or column? */
import { HAU_GIANG_2023, fullName, type TableProblem } from '../../src/rules';
import type { Problem } from '../../src/words';
import type { Shaped } from './kit';
import type { SheetMaker } from './sheet-maker';

/** Which of a unit's figures: as `expectedOf` lists them. */
export const FIGURES = ['dvc.a', 'dvc.b', 'eid.a', 'eid.b'] as const;
type Figure = (typeof FIGURES)[number];

/** Columns that a figure is read from: b may be what its parts add up to. */
const SOURCES: Readonly<Record<Figure, readonly string[]>> = {
  'dvc.a': ['dvc.a'],
  'dvc.b': ['dvc.b', 'dvc.a', 'dvc.direct', 'dvc.post'],
  'eid.a': ['eid.a'],
  'eid.b': ['eid.b'],
};
/** Problems that say that a row as a whole wasn't read. */
const OF_ROWS: ReadonlySet<string> = new Set<TableProblem['code']>([
  'unknownUnit',
  'ambiguousUnit',
  'oldFont',
  'namelessRow',
  'partsMissing',
]);

const NAMES = new Map(HAU_GIANG_2023.units.map((unit) => [unit.code, fullName(unit)]));

/** A problem that tells the user of this unread figure; undefined where nothing does. */
export function explanationOf(
  shaped: Shaped,
  unit: string,
  figure: Figure,
  problems: readonly Problem[],
): Problem | undefined {
  const [criterion, which] = figure.split('.');
  const isInRows = ({ places }: Problem) =>
    places.some(({ sheet, address, file }) => makerOf(shaped, sheet, file)?.isOf(unit, address));
  return problems.find((problem) => {
    if (problem.severity !== 'error') return false;
    if ('column' in problem) {
      const { column, sheet, places } = problem;
      const holdsUnit = makerOf(shaped, sheet, places[0]?.file)?.has(unit) ?? false;
      return holdsUnit && SOURCES[figure].includes(`${column.criterion}.${column.figure}`);
    }
    if (problem.code === 'unusableFigure') {
      const own = NAMES.get(problem.unit ?? '') === unit && problem.criterion === criterion;
      return own && problem.which === which && isInRows(problem);
    }
    return OF_ROWS.has(problem.code) && isInRows(problem);
  });
}

function makerOf(
  { sheets, others = [] }: Shaped,
  name: string,
  file?: string,
): SheetMaker | undefined {
  const own = file === undefined ? sheets : others.find((other) => other.name === file)?.sheets;
  // A .csv has no sheet names: its sheet is called as the file is.
  return own?.find((maker) => maker.name === name || file?.startsWith(`${name}.`));
}
