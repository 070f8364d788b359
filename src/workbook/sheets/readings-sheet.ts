import type { Plan, Readings, ReadingsCompared, SeatCompared } from '../../rules';
import { words } from '../../words';
import { DocBuilder, type CellStyle, type SheetDoc } from './doc';
import { letterhead, sealLine, type Report } from './letterhead';

const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true };
const BODY: CellStyle = { border: true, wrap: true, vertical: 'Center', size: 11 };
const LINE: CellStyle = { size: 11, horizontal: 'Left' };
const WIDTHS = [5, 18, 30, 12, 50, 34];
/** Columns that say what a seat is; the others say one of its alternatives a row. */
const SEAT_COLUMNS = 4;

/** "So sánh phương án": which awards hold however the plan is read, and who else would have the others. */
export function readingsSheet(report: Report, compared: ReadingsCompared): SheetDoc {
  const { plan } = report.result;
  const { COMPARE, PAPER } = words;
  const doc = new DocBuilder(WIDTHS);
  letterhead(doc, report, [COMPARE.title], [PAPER.movement(plan.movement, plan.year)]);
  const choices = compared.choices.map(({ key, answers }) =>
    COMPARE.choice(words.READING_NAMES[key] ?? key, answers.length),
  );
  doc.text(COMPARE.count(compared.combinations, compared.results), LINE);
  doc.text(COMPARE.inForce(words.changedReadingTexts(compared.inForce)), LINE);
  doc.text(COMPARE.choices(choices), LINE);
  const { combinations, roundings, inForce } = compared;
  const head = drawSeats(doc, plan, inForce, COMPARE.readings, compared.seats, combinations);
  drawSeats(doc, plan, inForce, COMPARE.rounding(roundings), compared.rounding, roundings);
  const titleRows = { first: head, last: head };
  sealLine(doc, report);
  return doc.done('readings', words.SHEETS.readings, { landscape: true, titleRows });
}

/** Answers the row of the headings. */
function drawSeats(
  doc: DocBuilder,
  plan: Plan,
  inForce: Readings,
  title: string,
  seats: readonly SeatCompared[],
  of: number,
): number {
  const { COMPARE, COLUMNS } = words;
  const { award, now, holds, change, instead } = COMPARE.columns;
  doc.row();
  doc.text(title, { bold: true, horizontal: 'Left' });
  const head = doc.row([COLUMNS.order, award, now, holds, change, instead], HEAD);
  const first = doc.next;
  seats.forEach((seat, i) => {
    const { holdsUnder, otherwise } = seat;
    const said = [
      i + 1,
      words.seatName(plan, seat),
      words.seatUnits(plan, seat),
      COMPARE.holds(holdsUnder, of),
    ];
    const at = doc.next;
    if (otherwise.length === 0) doc.row([...said, COMPARE.always, null], BODY);
    otherwise.forEach((other, row) => {
      const ways = words.waysText(other.changes, inForce);
      const units = words.seatUnits(plan, other, COMPARE.noOther);
      doc.row([...(row === 0 ? said : said.map(() => null)), ways, units], BODY);
    });
    if (otherwise.length < 2) return;
    for (let column = 0; column < SEAT_COLUMNS; column += 1) {
      doc.merge(at, column, otherwise.length, 1);
    }
  });
  const rows = doc.next - first;
  doc.style(first, 0, rows, 1, { horizontal: 'Center' });
  doc.style(first, 1, rows, 2, { horizontal: 'Left' });
  doc.style(first, 3, rows, 1, { horizontal: 'Center' });
  doc.style(first, 4, rows, 2, { horizontal: 'Left' });
  return head;
}
