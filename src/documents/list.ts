import type { FileChild } from 'docx';
import { words, type ListCell, type ListSection } from '../words';
import { annexHead, type Head } from './frame';
import type { PapersGiven } from './given';
import type { Part } from './page';
import { table, type Column, type Row } from './table';
import { centered, paragraph } from './text';

/** Millimetres, together as wide as the text of a landscape page. */
const COLLECTIVES = [11, 52, 36, 20, 18, 38, 33, 44];
const PEOPLE = [11, 42, 34, 42, 60, 28, 21, 14];
const SIZE = 12;

/** The list of who is proposed, as an annex of its own pages (IV.3.a, b). */
export function listAnnex(
  { result, papers, draft }: PapersGiven,
  head: Pick<Head, 'parentBody' | 'name'>,
  annexTo: string,
): Part {
  const { plan } = result;
  const { PAPER, AWARD_LIST } = words;
  const list = words.awardList(result, papers);
  const bold = { bold: true, size: 13, before: 6, after: 3, keepNext: true } as const;
  return {
    landscape: true,
    children: [
      annexHead(head),
      ...(draft ? [centered(words.DRAFT, { bold: true })] : []),
      centered(PAPER.listTitle, { bold: true }),
      centered(PAPER.listSubtitle, { bold: true }),
      centered(PAPER.movement(plan.movement, plan.year), { bold: true }),
      centered(annexTo, { italic: true, size: 13 }),
      paragraph(AWARD_LIST.collectives, bold),
      ...list.collectives.flatMap((section) => sectionOf(section, COLLECTIVES, 2)),
      ...(list.individuals ? sectionOf(list.individuals, PEOPLE, 4) : []),
      paragraph(list.totals, { bold: true, size: 13, before: 8 }),
      ...sources({ result, papers }).map((line) => paragraph(line, { italic: true, size: 12 })),
    ],
  };
}

/** Which system or letter the figures come from, when taken, up to which day. */
export function sources({ result, papers }: Pick<PapersGiven, 'result' | 'papers'>): string[] {
  return words.sourceLines({ ...papers, until: result.plan.period.until });
}

/** @param texts how many columns after the first hold texts */
function sectionOf(
  { title, headings, rows }: ListSection,
  widths: readonly number[],
  texts: number,
): FileChild[] {
  const columns = headings.flatMap((heading, i): Column[] => {
    if (heading === null) return [];
    const joined = headings[i + 1] === null ? (widths[i + 1] ?? 0) : 0;
    const isText = (i >= 1 && i <= texts) || i === headings.length - 1;
    const width = (widths[i] ?? 0) + joined;
    return [{ heading, width, align: isText ? 'left' : 'center' }];
  });
  const shown = rows.map((row): Row => {
    if ('open' in row) return { span: row.open, italic: true };
    if ('group' in row) return { span: row.group };
    return row.cells.filter((_, i) => headings[i] !== null).map(cellText);
  });
  return [
    paragraph(title, { bold: true, size: 13, before: 6, after: 3, keepNext: true }),
    table(columns, shown, SIZE),
  ];
}

function cellText(cell: ListCell, column: number): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'number') return words.decimal(cell);
  return column === 0 ? String(cell) : words.whole(cell);
}
