import { words, type ListCell, type ListSection } from '../../words';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, sealLine, sourceLinesOf, type Report } from './letterhead';

const WIDTHS = [5, 24, 18, 15, 20, 16, 13, 16];
const LAST = WIDTHS.length - 1;
const MONEY = 6;
const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true };
const BODY: CellStyle = { border: true, wrap: true, horizontal: 'Center', vertical: 'Center' };
const LEFT: CellStyle = { horizontal: 'Left' };

/** "DS đề nghị khen thưởng": the list that the proposal attaches (IV.2). */
export function awardsSheet(report: Report): SheetDoc {
  const { result, settings } = report;
  const { plan } = result;
  const doc = new DocBuilder(WIDTHS);
  letterhead(
    doc,
    report,
    [
      words.PAPER.listTitle,
      words.PAPER.listSubtitle,
      words.PAPER.movement(plan.movement, plan.year),
    ],
    [words.PAPER.annexTo(settings.papers.symbol, settings.papers.issuer, plan.year)],
  );
  const list = words.awardList(result, settings.papers);
  const bold: CellStyle = { bold: true, horizontal: 'Left' };
  doc.text(words.AWARD_LIST.collectives, bold);
  for (const section of list.collectives) drawSection(doc, section, 2);
  if (list.individuals) drawSection(doc, list.individuals, 4);
  doc.row();
  doc.text(list.totals, bold);
  for (const line of sourceLinesOf(report))
    doc.text(line, { italic: true, size: 11, horizontal: 'Left' });
  sealLine(doc, report);
  return doc.done('awards', words.SHEETS.awards, { landscape: true, titleRows: null });
}

/** @param texts how many columns after the first hold texts */
function drawSection(doc: DocBuilder, { title, headings, rows }: ListSection, texts: number): void {
  doc.row();
  doc.text(title, { bold: true, horizontal: 'Left' });
  const merged = headings.indexOf(null);
  const join = (row: number) => merged > 0 && doc.merge(row, merged - 1, 1, 2);
  join(doc.row(headings, HEAD));
  for (const row of rows) {
    if ('open' in row) spanRow(doc, row.open, { bold: true, italic: true });
    else if ('group' in row) spanRow(doc, row.group, { bold: true });
    else {
      const at = doc.row(row.cells.map(valueOf), BODY);
      doc.style(at, 1, 1, texts, LEFT);
      doc.style(at, LAST, 1, 1, LEFT);
      row.cells.forEach((cell, column) => {
        if (isPoints(cell)) doc.style(at, column, 1, 1, { numberFormat: FORMATS.points });
      });
      doc.style(at, MONEY, 1, 1, { numberFormat: FORMATS.count });
      join(at);
    }
  }
}

function isPoints(cell: ListCell): cell is Exclude<ListCell, DocValue> {
  return typeof cell === 'object' && cell !== null;
}

function valueOf(cell: ListCell): DocValue {
  return isPoints(cell) ? cell.approx : cell;
}

/** A text over all columns but the first, which stays empty. */
function spanRow(doc: DocBuilder, text: string, style: CellStyle): void {
  const at = doc.text(text, { ...style, horizontal: 'Left', border: true }, 1);
  doc.style(at, 0, 1, 1, { border: true });
}
