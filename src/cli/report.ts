import { fullName, type ReadingsCompared, type ScoreResult } from '../rules';
import { words, type Problem } from '../words';

const FIRST = 10;

/** The short table that the run prints: who stands where, and who is proposed. */
export function shortReport(
  result: ScoreResult,
  problems: readonly Problem[],
  draft: boolean,
): string {
  const { plan, levels, awards } = result;
  const lines: string[] = [];
  for (const { level, units, unscored } of Object.values(levels)) {
    const ranked = units.filter(({ rank }) => rank !== null);
    const gated = units.filter(({ status }) => status === 'gated').length;
    const name = words.upperFirst(level.name);
    lines.push(words.CLI.counts(name, ranked.length, gated, unscored));
    for (const { rank, unit, total } of ranked.slice(0, FIRST)) {
      const points = total.known ? words.decimal(total.value) : '';
      const group = words.parentName(plan, unit);
      lines.push(
        `  ${String(rank).padStart(3)}  ${points.padStart(6)}  ${fullName(unit)}${group ? `, ${group}` : ''}`,
      );
    }
    lines.push('');
  }
  lines.push(words.CLI.awardsHead(draft));
  for (const { unit, prize } of awards.prizes) {
    lines.push(`  ${prize.name}: ${fullName(unit.unit)} (${words.money(prize.money)} đồng)`);
  }
  awards.places.forEach(({ unit }, i) => {
    lines.push(`  ${i + 1}. ${fullName(unit.unit)}, ${words.parentName(plan, unit.unit)}`);
  });
  for (const { units, places } of awards.undecided) {
    const total = units[0]?.total;
    const points = total?.known ? words.decimal(total.value) : '';
    const names = units.map(({ unit }) => fullName(unit));
    lines.push(`  ${words.PAPER.undecidedOf(places, names, points)}`);
  }
  lines.push('');
  const count = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  lines.push(words.CLI.problemCounts(count('error'), count('warning')));
  return lines.join('\n');
}

/** How far the awards hang on how the plan is read. */
export function comparedLine({ combinations, results, seats }: ReadingsCompared): string {
  const held = seats.filter(({ otherwise }) => otherwise.length === 0);
  return words.CLI.compared(combinations, results, held.length, seats.length);
}

/** A problem on a line of its own: the file, the sheet, the cell, what is wrong and what to do. */
export function problemLine(result: ScoreResult, file: string, problem: Problem): string {
  const [place] = problem.places;
  const where = place ? ` '${place.sheet}'!${place.address}` : '';
  const severity = words.REVIEW.severities[problem.severity];
  return `${file}:${where} [${severity}] ${words.problemText(result.plan, problem)}`;
}
