import {
  fullName,
  levelOf,
  type PlaceAward,
  type PrizeAward,
  type Undecided,
  type Unit,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, sourceLinesOf, type Report } from './letterhead';
import { figureValue } from './result-columns';

const WIDTHS = [5, 24, 17, 10, 10, 17, 14, 20];
const LAST = WIDTHS.length - 1;
const TOTAL = 3;
const MONEY = 6;
const HEAD: CellStyle = { bold: true, horizontal: 'Center', wrap: true, border: true };
const BODY: CellStyle = { border: true, wrap: true, horizontal: 'Center', vertical: 'Center' };

/** "DS đề nghị khen thưởng": the list that the proposal attaches (IV.2). */
export function awardsSheet(report: Report): SheetDoc {
  const { result, settings } = report;
  const { plan, awards } = result;
  const doc = new DocBuilder(WIDTHS);
  letterhead(
    doc,
    report,
    [
      words.PAPER.listTitle,
      words.PAPER.listSubtitle,
      words.PAPER.movement(plan.movement, plan.year),
    ],
    [words.PAPER.annexTo(settings.papers.issuer)],
  );
  doc.text(words.AWARD_LIST.collectives, { bold: true, horizontal: 'Left' });
  for (const award of plan.prizes) prizeSection(doc, report, award);
  for (const award of plan.places) placeSection(doc, report, award);
  if (plan.individuals) individualSection(doc, plan.individuals.total);

  const collectives = awards.prizes.length + awards.places.length;
  const money = awards.prizes.reduce((sum, { prize }) => sum + prize.money, 0);
  const bold: CellStyle = { bold: true, horizontal: 'Left' };
  doc.row();
  doc.text(words.AWARD_LIST.totals(collectives, 0), bold);
  doc.text(words.AWARD_LIST.money(words.money(money), words.moneyInWords(money)), bold);
  for (const line of sourceLinesOf(report))
    doc.text(line, { italic: true, size: 11, horizontal: 'Left' });
  return doc.done('awards', words.SHEETS.awards, { landscape: true, titleRows: null });
}

function prizeSection(doc: DocBuilder, report: Report, award: PrizeAward): void {
  const { plan, awards } = report.result;
  const { columns } = words.AWARD_LIST;
  const level = levelOf(plan, award.level);
  section(doc, words.AWARD_LIST.districts(level.name, award.prizes.length), [
    columns.order,
    columns.collective,
    null,
    columns.total,
    columns.prize,
    columns.form,
    columns.money,
    columns.note,
  ]);
  const undecided = awards.undecided.filter((each) => each.award === award.id);
  const told = new Set<Undecided>();
  award.prizes.forEach((prize, i) => {
    const given = awards.prizes.find((each) => each.prize === prize);
    const open = undecided.find(({ prizes }) => prizes.includes(prize));
    const vacant = awards.vacant.find((each) => each.prize === prize);
    if (given) {
      const { unit } = given;
      const name = certificateName(report, unit.unit);
      const at = body(doc, [
        i + 1,
        name,
        null,
        figureValue(unit.total),
        prize.name,
        words.PAPER.certificate,
        prize.money,
        noteOf(report, unit),
      ]);
      doc.merge(at, 1, 1, 2);
    } else if (open && !told.has(open)) {
      told.add(open);
      openRow(doc, undecidedText(open));
    } else if (vacant) {
      openRow(doc, `${prize.name}: ${words.PAPER.vacant}`);
    } else if (!open) {
      openRow(doc, `${prize.name}: ${words.PAPER.fewer(1)}`);
    }
  });
}

function placeSection(doc: DocBuilder, report: Report, award: PlaceAward): void {
  const { plan, awards, readings } = report.result;
  const { columns } = words.AWARD_LIST;
  const level = levelOf(plan, award.level);
  const seats = readings.places ?? award.places;
  section(doc, words.AWARD_LIST.communes(level.name, seats), [
    columns.order,
    columns.collective,
    columns.district,
    columns.total,
    columns.rank,
    columns.form,
    columns.money,
    columns.note,
  ]);
  const places = awards.places.filter((each) => each.award.id === award.id);
  const undecided = awards.undecided.filter((each) => each.award === award.id);
  places.forEach(({ unit }, i) => {
    const money = award.money ?? words.PAPER.byRegulation;
    body(doc, [
      i + 1,
      certificateName(report, unit.unit),
      words.parentName(plan, unit.unit),
      figureValue(unit.total),
      unit.rank,
      words.PAPER.certificate,
      money,
      noteOf(report, unit),
    ]);
  });
  for (const each of undecided) openRow(doc, undecidedText(each));
  const taken = places.length + undecided.reduce((sum, each) => sum + each.places, 0);
  if (taken < seats) openRow(doc, words.PAPER.fewer(seats - taken));
}

function individualSection(doc: DocBuilder, total: number): void {
  const { columns } = words.AWARD_LIST;
  section(doc, words.AWARD_LIST.individuals(total), [
    columns.order,
    columns.person,
    columns.post,
    columns.workplace,
    columns.achievements,
    columns.form,
    columns.money,
    columns.note,
  ]);
  openRow(doc, words.PAPER.individualsPending(total));
}

function section(doc: DocBuilder, title: string, headings: readonly (string | null)[]): void {
  doc.row();
  doc.text(title, { bold: true, horizontal: 'Left' });
  const at = doc.row(headings, HEAD);
  if (headings[2] === null) doc.merge(at, 1, 1, 2);
}

function body(doc: DocBuilder, values: readonly DocValue[]): number {
  const at = doc.row(values, BODY);
  doc.style(at, 1, 1, 2, { horizontal: 'Left' });
  doc.style(at, LAST, 1, 1, { horizontal: 'Left' });
  doc.style(at, TOTAL, 1, 1, { numberFormat: FORMATS.points });
  doc.style(at, MONEY, 1, 1, { numberFormat: FORMATS.count });
  return at;
}

function openRow(doc: DocBuilder, text: string): void {
  const at = doc.text(text, { bold: true, italic: true, horizontal: 'Left', border: true }, 1);
  doc.style(at, 0, 1, 1, { border: true });
}

function undecidedText({ units, places, prizes, reason }: Undecided): string {
  const names = units.map(({ unit }) => fullName(unit));
  const total = units[0]?.total;
  const points = total?.known ? words.decimal(total.value) : '';
  const head = prizes.length > 0 ? `${prizes.map(({ name }) => name).join(', ')}: ` : '';
  return reason === 'tieWithinGroup' || prizes.length === 0
    ? head + words.PAPER.undecidedOf(places, names, points)
    : head + words.PAPER.undecided(names, points);
}

/** The name on the certificate, by the level's template. */
function certificateName({ settings }: Report, unit: Unit): string {
  const template = settings.papers.certificateNames[unit.level] ?? '{name}';
  const name = words.lowerFirst(fullName(unit));
  return template === '{name}' ? fullName(unit) : template.replace('{name}', name);
}

function noteOf({ result }: Report, unit: UnitResult): string | null {
  return words.unitNote(result.plan, unit) || null;
}
