import type { Counts, TableProblem } from '../../rules';
import { placeIn, textAt } from './grid';
import type { TableRow } from './rows';
import type { FoundTable } from './tables';

/** Percent columns whose cells differ from what the counts give by more than their own rounding. */
export function percentProblems(table: FoundTable, rows: readonly TableRow[]): TableProblem[] {
  // Of several columns for one criterion, the first is the one that was read.
  const read = table.percents.filter(
    ({ role }, i, all) => all.findIndex((other) => other.role.criterion === role.criterion) === i,
  );
  return read.flatMap(({ role, index, heading }): TableProblem[] => {
    const wrong = rows.filter(({ counts }) => {
      const own = counts[role.criterion ?? ''];
      return own !== undefined && countedPercent(own) !== null && disagrees(own);
    });
    const [first] = wrong;
    const counted = first ? countedPercent(first.counts[role.criterion ?? ''] as Counts) : null;
    if (!first || counted === null) return [];
    return [
      {
        code: 'percentDisagrees',
        severity: 'warning',
        places: wrong.map(({ row }) => placeIn(table.grid, row, index)),
        heading,
        shown: textAt(table.grid, first.row, index),
        counted,
      },
    ];
  });
}

function countedPercent({ a, b }: Counts): number | null {
  return 'value' in a && 'value' in b && b.value > 0 ? (a.value / b.value) * 100 : null;
}

/** Noise of doubles, far below any rounding that people write. */
const NOISE = 1e-9;

function disagrees({ a, b, post, percent }: Counts): boolean {
  if (!percent || 'unusable' in percent || 'unusable' in a || 'unusable' in b) return false;
  const decimals = /\.(\d+)$/.exec(String(percent.value))?.[1]?.length ?? 0;
  const rounding = 0.5 / 10 ** decimals + NOISE;
  // A source may count those by public post among all dossiers: its percentage is right then, too.
  const wholes = [b.value, b.value + (post && 'value' in post ? post.value : 0)];
  return wholes.every((whole) => Math.abs((a.value / whole) * 100 - percent.value) > rounding);
}
