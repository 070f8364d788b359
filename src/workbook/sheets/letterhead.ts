import { isOpen, type ScoreResult } from '../../rules';
import type { Seal } from '../seal';
import { words } from '../../words';
import { missingPaperSettings, type Settings } from '../settings';
import type { CellStyle, DocBuilder } from './doc';

/** What every sheet of ours is made from. */
export interface Report {
  readonly result: ScoreResult;
  readonly settings: Settings;
  /** The total's scope is named on the sheet, or the user answered that it covers the right one. */
  readonly scopeSettled: boolean;
  /** Errors of the tables themselves: they keep the result open as the rules' own do. */
  readonly tableErrors: number;
  /** The sheet of the workbook that the plan comes from; null for the plan that the program brings. */
  readonly planSheet: string | null;
  /** What the result follows from, as a code; null where it can't be had here. */
  readonly seal: Seal | null;
}

/** A draft until no error, no undecided place and no blank that only people can fill is left. */
export function isDraft({ result, settings, tableErrors }: Report): boolean {
  return isOpen(result) || tableErrors > 0 || missingPaperSettings(settings).length > 0;
}

const TITLE_SIZE = 14;
/** Characters that the bodies at the top left need; what is right of them stays free. */
const LEFT_WIDTH = 40;

/**
 * The letterhead and title, always the same number of rows, so that the headings keep their place.
 * @param columns over how many the title stands
 */
export function letterhead(
  doc: DocBuilder,
  report: Report,
  title: readonly string[],
  subtitle: readonly string[],
  columns = doc.widths.length,
): void {
  const { papers } = report.settings;
  const left = columnsFor(doc, LEFT_WIDTH);
  doc.text(papers.parentBody.toUpperCase(), { horizontal: 'Center' }, 0, left);
  doc.text(papers.issuer.toUpperCase(), { horizontal: 'Center', bold: true }, 0, left);
  const heading: CellStyle = { horizontal: 'Center', bold: true, size: TITLE_SIZE };
  const over = (text: string, style: CellStyle) => doc.text(text, style, 0, columns);
  over(isDraft(report) ? words.DRAFT : '', heading);
  for (const line of title) over(line, heading);
  for (const line of subtitle) over(line, { horizontal: 'Center', italic: true });
}

export function sourceLinesOf({ result, settings }: Report): string[] {
  return words.sourceLines({ ...settings.papers, until: result.plan.period.until });
}

/** Who prepared and who signs, under a score table. */
export function signatures(doc: DocBuilder, report: Report): void {
  const half = Math.floor(doc.widths.length / 2);
  const { length } = doc.widths;
  const style = { horizontal: 'Center' } as const;
  doc.row();
  const titles = doc.row();
  doc.put(titles, words.PAPER.preparer, { ...style, bold: true }, 0, half);
  doc.put(titles, report.settings.papers.signer, { ...style, bold: true }, half, length - half);
  const signs = doc.row();
  doc.put(signs, words.PAPER.sign, { ...style, italic: true }, 0, half);
  doc.put(signs, words.PAPER.sign, { ...style, italic: true }, half, length - half);
}

/** When it was scored, by which rules, and the code of what it follows from. */
export function sealLine(doc: DocBuilder, { result, seal }: Report): void {
  if (!seal) return;
  const readings = words.changedReadingTexts(result.readings);
  const text = words.sealLine(seal.at, result.plan.id, readings, seal.code);
  doc.text(text, { italic: true, size: 10, horizontal: 'Left' });
}

/** How many columns from the left make up a width. */
function columnsFor({ widths }: DocBuilder, wanted: number): number {
  let width = 0;
  let columns = 0;
  while (columns < widths.length - 1 && width < wanted) width += widths[columns++] ?? 0;
  return columns;
}
