import { fullName, inOfficialOrder, type Place } from '../../rules';
import { words, type Problem } from '../../words';
import { DocBuilder, FORMATS, type CellStyle, type SheetDoc } from './doc';
import { letterhead, sealLine, type Report } from './letterhead';
import { figureValue, rankValue } from './result-columns';

const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true };
const BODY: CellStyle = { border: true, wrap: true, vertical: 'Center' };
const CENTER: CellStyle = { horizontal: 'Center' };

/** "Đơn vị không đề nghị": passed over, declined or below the gate, each with its reason. */
export function notProposedSheet(report: Report): SheetDoc {
  const { plan, awards, levels } = report.result;
  const doc = new DocBuilder([5, 24, 26, 10, 11, 46]);
  const { COLUMNS, PAPER } = words;
  letterhead(doc, report, [PAPER.notProposedTitle], [PAPER.movement(plan.movement, plan.year)]);
  const head = doc.row(
    [
      COLUMNS.order,
      COLUMNS.unit,
      COLUMNS.group,
      COLUMNS.total,
      COLUMNS.rank,
      words.NOT_PROPOSED.reason,
    ],
    HEAD,
  );
  const passed = awards.passedOver.map(({ unit, reason }) => ({
    unit,
    reason:
      reason.code === 'groupFull'
        ? PAPER.groupFull(reason.most, words.unitName(plan, reason.group))
        : words.noteText(plan, unit, reason),
  }));
  const gated = Object.values(levels)
    .flatMap(({ units }) => units.filter(({ status }) => status === 'gated'))
    .sort((x, y) => inOfficialOrder(x.unit, y.unit))
    .map((unit) => ({ unit, reason: words.unitNote(plan, unit) }));
  const first = doc.next;
  [...passed, ...gated].forEach(({ unit, reason }, i) => {
    const group = words.parentName(plan, unit.unit);
    doc.row([i + 1, fullName(unit.unit), group, figureValue(unit.total), rankValue(unit), reason]);
  });
  const rows = doc.next - first;
  doc.style(first, 0, rows, 6, BODY);
  doc.style(first, 0, rows, 1, CENTER);
  doc.style(first, 3, rows, 1, { numberFormat: FORMATS.points, horizontal: 'Right' });
  doc.style(first, 4, rows, 1, CENTER);
  if (rows === 0) doc.text(PAPER.noUnits, { ...BODY, horizontal: 'Center' });
  sealLine(doc, report);
  return doc.done('notProposed', words.SHEETS.notProposed, {
    landscape: true,
    titleRows: { first: head, last: head },
  });
}

/** The bonus points for the districts' socio-economic emulation score: a list of its own (IV.4). */
export function bonusSheet(report: Report): SheetDoc {
  const { plan, awards } = report.result;
  const doc = new DocBuilder([6, 30, 12, 14, 40]);
  const { COLUMNS, PAPER, AWARD_LIST, BONUS } = words;
  letterhead(doc, report, [PAPER.bonusTitle], [PAPER.movement(plan.movement, plan.year)]);
  const head = doc.row(
    [COLUMNS.order, COLUMNS.unit, AWARD_LIST.columns.prize, BONUS.points, BONUS.basis],
    HEAD,
  );
  const first = doc.next;
  awards.prizes.forEach(({ unit, prize }, i) => {
    doc.row([
      i + 1,
      fullName(unit.unit),
      prize.name,
      prize.bonus,
      words.upperFirst(words.clause(prize.bonusClause)),
    ]);
  });
  const rows = doc.next - first;
  doc.style(first, 0, rows, 5, { ...BODY, horizontal: 'Center' });
  doc.style(first, 1, rows, 1, { horizontal: 'Left' });
  doc.style(first, 4, rows, 1, { horizontal: 'Left' });
  for (const { units, prizes } of awards.undecided) {
    const [prize] = prizes;
    const total = units[0]?.total;
    if (!prize || !total?.known) continue;
    const names = units.map(({ unit }) => fullName(unit));
    const which = prizes.map(({ name }) => name).join(', ');
    doc.text(`${which}: ${PAPER.undecided(names, words.decimal(total.value))}`, {
      ...BODY,
      bold: true,
      italic: true,
      horizontal: 'Left',
    });
  }
  if (doc.next === first) doc.text(PAPER.noUnits, { ...BODY, horizontal: 'Center' });
  sealLine(doc, report);
  return doc.done('bonus', words.SHEETS.bonus, {
    landscape: false,
    titleRows: { first: head, last: head },
  });
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** "Cần rà soát": every problem, errors first, each with a link to its cell. */
export function reviewSheet(report: Report, problems: readonly Problem[]): SheetDoc {
  const { plan } = report.result;
  const doc = new DocBuilder([5, 12, 78, 22, 14]);
  const { COLUMNS, PAPER, REVIEW } = words;
  letterhead(doc, report, [PAPER.reviewTitle], [PAPER.movement(plan.movement, plan.year)]);
  const head = doc.row(
    [COLUMNS.order, REVIEW.severity, REVIEW.text, REVIEW.sheet, REVIEW.cell],
    HEAD,
  );
  const first = doc.next;
  const sorted = [...problems].sort((x, y) => ORDER[x.severity] - ORDER[y.severity]);
  sorted.forEach((problem, i) => {
    const place: Place | undefined = problem.places[0];
    const at = doc.row([
      i + 1,
      REVIEW.severities[problem.severity],
      words.problemText(plan, problem),
      place ? words.sheetIn(place) : null,
      place?.address ?? null,
    ]);
    if (place && place.file === undefined) doc.link(at, 4, place);
  });
  const rows = doc.next - first;
  doc.style(first, 0, rows, 5, { ...BODY, horizontal: 'Left' });
  doc.style(first, 0, rows, 2, CENTER);
  doc.style(first, 4, rows, 1, CENTER);
  if (rows === 0) doc.text(PAPER.nothingToReview, { ...BODY, horizontal: 'Center' });
  sealLine(doc, report);
  return doc.done('review', words.SHEETS.review, {
    landscape: true,
    titleRows: { first: head, last: head },
  });
}
