import { word } from './arguments';
import { apiNotFound } from './fault';

/** Excel.PaperType in the order of OOXML's numbers, which start at 1. */
const PAPERS = [
  'Letter',
  'LetterSmall',
  'Tabloid',
  'Ledger',
  'Legal',
  'Statement',
  'Executive',
  'A3',
  'A4',
  'A4Small',
  'A5',
  'B4',
  'B5',
  'Folio',
  'Quatro',
] as const;

/** Null where the printer's default holds. */
export const paperName = (number: number | null): string | null =>
  number === null ? null : (PAPERS[number - 1] ?? null);

export function paperNumber(value: unknown): number {
  const known = PAPERS.some((paper) => paper.toLowerCase() === String(value).toLowerCase());
  if (!known) throw apiNotFound(`PageLayout.paperSize ${String(value)}`);
  return PAPERS.indexOf(word(value, PAPERS)) + 1;
}
