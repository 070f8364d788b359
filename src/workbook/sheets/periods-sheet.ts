import {
  fullName,
  inOfficialOrder,
  type AwardHeld,
  type KeptRun,
  type KeptUnit,
  type Plan,
} from '../../rules';
import { words } from '../../words';
import { textAt, valueAt, type Grid } from '../find/grid';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, type Report } from './letterhead';

const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true, size: 11 };
/** STT, unit, group and the two courses. */
const FIXED = [5, 20, 20, 13, 16];
const POINTS = 9;
const RANK = 7;
const AWARD = 12;
const FIGURE = 10;

/**
 * "Các kỳ": each unit's points and ranks by period with their course, and right of what is printed the
 * figures and awards that the next run is compared with.
 */
export function periodsSheet(
  report: Report,
  runs: readonly KeptRun[],
  withPrintArea: boolean,
): SheetDoc {
  const { plan } = report.result;
  const { PERIODS, COLUMNS, PAPER } = words;
  const keys = words.keptFigureKeys(plan).filter((key) => runs.some((run) => hasFigure(run, key)));
  const kept = [AWARD, ...keys.map(() => FIGURE)];
  const doc = new DocBuilder([
    ...FIXED,
    ...runs.flatMap(() => [POINTS, RANK]),
    ...runs.flatMap(() => kept),
  ]);
  const printed = FIXED.length + 2 * runs.length;
  letterhead(doc, report, [PERIODS.title], [PAPER.movement(plan.movement, plan.year)], printed);
  doc.text(PERIODS.help, { italic: true, size: 11, horizontal: 'Left' }, 0, printed);
  const labels = doc.row([], HEAD);
  runs.forEach(({ period, version, on }, i) => {
    const label = PERIODS.label(period, version, on);
    doc.put(labels, label, HEAD, FIXED.length + 2 * i, 2);
    doc.put(labels, label, HEAD, printed + kept.length * i, kept.length);
  });
  const head = doc.row(
    [
      COLUMNS.order,
      COLUMNS.unit,
      COLUMNS.group,
      PERIODS.pointsCourse,
      PERIODS.rankCourse,
      ...runs.flatMap(() => [PERIODS.points, PERIODS.rank]),
      ...runs.flatMap(() => [PERIODS.award, ...keys.map(words.keptFigureLabel)]),
    ],
    HEAD,
  );
  const first = doc.next;
  for (const level of plan.levels) {
    const units = plan.units.filter((unit) => unit.level === level.id).sort(inOfficialOrder);
    const all = units.flatMap(({ code }) =>
      runs.flatMap((run) => run.units.get(code)?.points ?? []),
    );
    const least = all.reduce((x, y) => Math.min(x, y), Infinity);
    const most = all.reduce((x, y) => Math.max(x, y), -Infinity);
    units.forEach((unit, i) => {
      const course = runs.map((run) => run.units.get(unit.code) ?? null);
      const points = course.map((each) => each?.points ?? null);
      const ranks = course.map((each) => each?.rank ?? null);
      doc.row([
        i + 1,
        fullName(unit),
        words.parentName(plan, unit) || null,
        words.courseBars(points, least, most),
        words.courseRanks(ranks),
        ...points.flatMap((each, at): DocValue[] => [each, ranks[at] ?? null]),
        ...course.flatMap((each): DocValue[] => [
          each?.award ? words.awardHeldText(each.award) : null,
          ...keys.map((key) => each?.figures[key] ?? null),
        ]),
      ]);
    });
  }
  const rows = doc.next - first;
  doc.style(first, 0, rows, doc.widths.length, { border: true, size: 11 });
  doc.style(first, 0, rows, 1, { horizontal: 'Center' });
  doc.style(first, 1, rows, 2, { horizontal: 'Left', wrap: true });
  doc.style(first, 3, rows, 2, { horizontal: 'Center' });
  runs.forEach((_, i) => {
    const at = FIXED.length + 2 * i;
    doc.style(first, at, rows, 1, { horizontal: 'Right', numberFormat: FORMATS.points });
    doc.style(first, at + 1, rows, 1, { horizontal: 'Center' });
    const figures = printed + kept.length * i;
    doc.style(first, figures, rows, 1, { horizontal: 'Left' });
    doc.style(first, figures + 1, rows, keys.length, {
      horizontal: 'Right',
      numberFormat: FORMATS.count,
    });
  });
  const done = doc.done('periods', words.SHEETS.periods, {
    landscape: true,
    titleRows: { first: labels, last: head },
  });
  return withPrintArea ? { ...done, printColumns: printed } : done;
}

function hasFigure({ units }: KeptRun, key: string): boolean {
  for (const { figures } of units.values()) if (figures[key] !== undefined) return true;
  return false;
}

/** Reads "Các kỳ" back: the runs that are kept there, in their order. */
export function readPeriods(grid: Grid | null, plan: Plan): KeptRun[] {
  if (!grid) return [];
  const head = grid.values.findIndex(
    (_, row) =>
      textAt(grid, row, 0) === words.COLUMNS.order &&
      textAt(grid, row, 3) === words.PERIODS.pointsCourse,
  );
  if (head < 1) return [];
  const columns = columnsOfRuns(grid, head);
  const codes = new Map(
    plan.units.map((unit) => [`${fullName(unit)}|${words.parentName(plan, unit)}`, unit.code]),
  );
  const figureOf = new Map(
    words.keptFigureKeys(plan).map((key) => [words.keptFigureLabel(key), key]),
  );
  const awardOf = awardTexts(plan);
  return [...columns].flatMap(([label, theirs]): KeptRun[] => {
    const named = words.parsePeriodLabel(label);
    if (!named) return [];
    const units = new Map<string, KeptUnit>();
    for (let row = head + 1; row < grid.values.length; row += 1) {
      const code = codes.get(`${textAt(grid, row, 1)}|${textAt(grid, row, 2)}`);
      if (code === undefined) continue;
      const number = (column: number | undefined) => {
        const value = column === undefined ? '' : valueAt(grid, row, column);
        return typeof value === 'number' ? value : null;
      };
      const figures: Record<string, number> = {};
      for (const [heading, column] of theirs) {
        const key = figureOf.get(heading);
        const value = number(column);
        if (key !== undefined && value !== null) figures[key] = value;
      }
      const award = theirs.get(words.PERIODS.award);
      units.set(code, {
        figures,
        points: number(theirs.get(words.PERIODS.points)),
        rank: number(theirs.get(words.PERIODS.rank)),
        award: award === undefined ? null : (awardOf.get(textAt(grid, row, award)) ?? null),
      });
    }
    return [{ ...named, units }];
  });
}

/** The columns of each run by their headings; a run has two blocks under one label. */
function columnsOfRuns(grid: Grid, head: number): ReadonlyMap<string, Map<string, number>> {
  const runs = new Map<string, Map<string, number>>();
  let label = '';
  for (let column = FIXED.length; column < (grid.values[head]?.length ?? 0); column += 1) {
    label = textAt(grid, head - 1, column) || label;
    const theirs = runs.get(label) ?? new Map<string, number>();
    theirs.set(textAt(grid, head, column), column);
    runs.set(label, theirs);
  }
  return runs;
}

function awardTexts(plan: Plan): ReadonlyMap<string, AwardHeld> {
  const prizes = plan.prizes.flatMap((award) => award.prizes.map(({ name }) => ({ prize: name })));
  const all: readonly AwardHeld[] = ['place', 'open', ...prizes];
  return new Map(all.map((held) => [words.awardHeldText(held), held]));
}
