import type { Match, Place, TableProblem } from '../../rules';
import { figuresOf, isBlank, type RawRow } from './figures';
import { hasUnitType } from './row-kinds';

/** What to tell of a name that was matched with no single unit; null where it is no unit's at all. */
export function unknownName(
  match: Exclude<Match, { found: unknown }>,
  shown: string,
  place: Place,
  figures: RawRow,
): TableProblem | null {
  const at = { severity: 'error', places: [place], shown } as const;
  if ('candidates' in match) {
    return { ...at, code: 'ambiguousUnit', candidates: match.candidates.map(({ code }) => code) };
  }
  const suggestions = match.suggestions.map(({ code }) => code);
  const isTold = suggestions.length > 0 || (!isBlank(figures) && looksLikeUnit(shown, figures));
  return isTold ? { ...at, code: 'unknownUnit', suggestions } : null;
}

/** A type before the name, or a figure beside it; who signs below a table has neither. */
function looksLikeUnit(shown: string, figures: RawRow): boolean {
  if (hasUnitType(shown)) return true;
  return figuresOf(figures).some((figure) =>
    'unusable' in figure
      ? !['empty', 'noColumn', 'text'].includes(figure.unusable) || /\d/.test(figure.shown)
      : true,
  );
}
