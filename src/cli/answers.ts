import { fullName, type Place, type Plan, type TableProblem } from '../rules';
import type { Problem } from '../words';
import type { ColumnChoice, FoundTableInfo, NameChoice, Settings } from '../workbook';

/** What `--map` may answer; what is left out stays as the workbook has it. */
export type Answers = Partial<
  Pick<Settings, 'columns' | 'departments' | 'period' | 'totalScope' | 'names'>
>;

/** One way to answer a question, with what `--map` would hold for it. */
export interface Candidate {
  readonly answer: string | number | boolean;
  readonly map: Answers;
}

/** The ways to answer what a problem asks; none where it asks nothing that `--map` could answer. */
export function candidatesOf(
  plan: Plan,
  problem: Problem,
  tables: readonly FoundTableInfo[],
): Candidate[] {
  switch (problem.code) {
    case 'unclearNumbers':
      return problem.candidates.map((answer, i) => {
        const numbers = i === 0 ? ('vi' as const) : ('en' as const);
        return { answer, map: { columns: [{ ...columnOf(problem, problem.heading), numbers }] } };
      });
    case 'doubtfulColumn':
      return problem.headings.map((heading) => headingCandidate(problem, heading));
    case 'missingColumn':
      return headingsAt(tables, problem.places[0]).map((heading) =>
        headingCandidate(problem, heading),
      );
    case 'departments':
      return problem.answer === null
        ? (['add', 'leaveOut'] as const).map((answer) => ({ answer, map: { departments: answer } }))
        : [];
    case 'totalScope':
      return [true, false].map((answer) => ({ answer, map: { totalScope: answer } }));
    case 'severalPeriods':
    case 'noSuchPeriod':
      return problem.candidates.map((answer) => ({ answer, map: { period: answer } }));
    case 'unknownUnit':
      return problem.suggestions.flatMap((code) => nameCandidate(plan, problem.shown, code));
    case 'ambiguousUnit':
      return problem.candidates.flatMap((code) => nameCandidate(plan, problem.shown, code));
    default:
      return [];
  }
}

type OfColumn = Extract<TableProblem, { readonly column: unknown }>;

function columnOf({ sheet, column, places }: OfColumn, heading: string): ColumnChoice {
  const { criterion, figure } = column;
  const role = criterion === null ? figure : `${criterion}.${figure}`;
  const file = places[0]?.file;
  return { sheet, role, heading, ...(file === undefined ? {} : { file }) };
}

function headingCandidate(problem: OfColumn, heading: string): Candidate {
  return { answer: heading, map: { columns: [columnOf(problem, heading)] } };
}

function headingsAt(tables: readonly FoundTableInfo[], place: Place | undefined): string[] {
  const table = tables.find(
    ({ sheet, file, head }) =>
      sheet === place?.sheet && file === (place.file ?? null) && head === place.address,
  );
  return [...new Set(table?.headings.map(({ heading }) => heading))];
}

/** What a name means, as the settings keep it. */
function nameCandidate(plan: Plan, shown: string, code: string): Candidate[] {
  const unit = plan.units.find((each) => each.code === code);
  if (!unit) return [];
  const group = plan.units.find((each) => each.code === unit.parent);
  const name: NameChoice = {
    shown,
    unit: fullName(unit),
    district: group ? fullName(group) : null,
  };
  return [
    {
      answer: [name.unit, name.district].filter((each) => each).join(', '),
      map: { names: [name] },
    },
  ];
}
