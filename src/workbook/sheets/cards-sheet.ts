import {
  awardsHeld,
  type AwardHeld,
  type LevelResult,
  type Place,
  type UnitResult,
} from '../../rules';
import { words } from '../../words';
import { explain } from '../explain';
import { DocBuilder, FORMATS, type CellStyle, type DocValue, type SheetDoc } from './doc';
import { letterhead, sourceLinesOf, type Report } from './letterhead';

/** A4 upright between our margins, in points, and so many characters wide. */
const PAGE_HEIGHT = 720;
const WIDTHS = [49, 13, 15, 9];
/** The largest letters with which a card still fits its page are taken. */
const SIZES = [11, 10, 9, 8, 7];
const LEAST_SIZE = 7;
const LEAST_ROW = 13;
/** Members that a card lists; the rest are counted. */
const MOST_MEMBERS = 30;
/** Excel takes no more breaks on a sheet. */
export const MOST_CARDS = 1000;

const HEAD: CellStyle = { bold: true, horizontal: 'Center', border: true, wrap: true };
const LEFT: CellStyle = { horizontal: 'Left' };

/** "Phiếu chấm điểm": a page for each of the units, from its figures and where they stand to its rank. */
export function cardsSheet(
  report: Report,
  units: ReadonlySet<string>,
  withBreaks: boolean,
): SheetDoc {
  const { levels, awards } = report.result;
  const held = awardsHeld(awards);
  const doc = new DocBuilder(WIDTHS, LEAST_ROW);
  const breaks: number[] = [];
  for (const level of Object.values(levels)) {
    const theirs = level.units
      .filter(({ unit }) => units.has(unit.code))
      .sort((x, y) => (x.unit.code < y.unit.code ? -1 : 1));
    for (const unit of theirs) {
      if (doc.next > 0) {
        // Excel passes over breaks where a sheet is fitted to the page's width: a full page ends by itself.
        doc.space(breaks.length * PAGE_HEIGHT + PAGE_HEIGHT - doc.height);
        breaks.push(doc.next);
      }
      const card = { report, level, unit, held: held.get(unit.unit.code) ?? null };
      drawCard(doc, card, sizeFor(card));
    }
  }
  const done = doc.done('cards', words.SHEETS.cards, { landscape: false, titleRows: null });
  return withBreaks ? { ...done, breaks } : done;
}

/** Which units have a card on a sheet that stands there already. */
export function unitsOnCards(
  { plan }: Report['result'],
  texts: Iterable<string>,
): ReadonlySet<string> {
  const codes = new Map(plan.units.map((unit) => [words.CARD.unit(plan, unit), unit.code]));
  return new Set([...texts].flatMap((text) => codes.get(text) ?? []));
}

interface Card {
  readonly report: Report;
  readonly level: LevelResult;
  readonly unit: UnitResult;
  readonly held: AwardHeld;
}

function sizeFor(card: Card): number {
  const fits = SIZES.find((size) => {
    const alone = new DocBuilder(WIDTHS, LEAST_ROW);
    drawCard(alone, card, size);
    return alone.height <= PAGE_HEIGHT;
  });
  return fits ?? (SIZES.at(-1) as number);
}

function drawCard(doc: DocBuilder, card: Card, size: number): void {
  const { report, unit } = card;
  const { plan } = report.result;
  const { CARD, PAPER } = words;
  const first = doc.next;
  letterhead(doc, report, [CARD.title], [PAPER.movement(plan.movement, plan.year)]);
  for (const line of sourceLinesOf(report))
    doc.text(line, { ...LEFT, italic: true, size: size - 1 });
  doc.text(CARD.unit(plan, unit.unit), { ...LEFT, bold: true, size: size + 1 });
  heading(doc, CARD.figures, size);
  drawFigures(doc, card, size);
  heading(doc, CARD.steps, size);
  drawSteps(doc, card, size);
  heading(doc, CARD.result, size);
  for (const line of resultLines(card)) doc.text(line, { ...LEFT, size });
  doc.text(CARD.opinion, { ...LEFT, size, italic: true });
  const signs = doc.row();
  const half = 1;
  const right = WIDTHS.length - half;
  doc.put(signs, CARD.preparer, { horizontal: 'Center', bold: true, size }, 0, half);
  doc.put(signs, CARD.unitSigns, { horizontal: 'Center', bold: true, size }, half, right);
  const below = doc.row();
  doc.put(below, PAPER.sign, { horizontal: 'Center', italic: true, size }, 0, half);
  doc.put(below, PAPER.sign, { horizontal: 'Center', italic: true, size }, half, right);
  doc.style(first, 0, doc.next - first, WIDTHS.length, { vertical: 'Center' });
}

function heading(doc: DocBuilder, text: string, size: number): void {
  doc.text(text, { ...LEFT, bold: true, size });
}

/** Each reported figure, and the sheet and cell that it comes from. */
function drawFigures(doc: DocBuilder, { unit, report }: Card, size: number): void {
  const { CARD } = words;
  const { row: given } = unit;
  const level = report.result.plan.levels.find(({ id }) => id === unit.unit.level);
  const figures = (level?.criteria ?? []).flatMap(({ id }) => {
    const counts = given?.counts[id];
    return (['a', 'b', 'post', 'percent'] as const).flatMap((which) => {
      const figure = counts?.[which];
      if (!figure) return [];
      const text = 'value' in figure ? figure.value : words.reportedText(figure);
      return [{ name: words.figureLabel(id, which), text, place: figure.place }];
    });
  });
  const accounts = given?.accounts
    ? [
        {
          name: words.upperFirst(CARD.accounts),
          text: given.accounts.distinct,
          place: given.accounts.place,
        },
      ]
    : [];
  const all: readonly { name: string; text: DocValue; place: Place | null }[] = [
    ...figures,
    ...accounts,
  ];
  if (all.length === 0) {
    doc.text(given ? CARD.severalRows : CARD.noRow, { ...LEFT, size });
    return;
  }
  const { figure, value, sheet, cell } = CARD.columns;
  doc.row([figure, value, sheet, cell], { ...HEAD, size });
  const first = doc.next;
  all.forEach(({ name, text, place }) => {
    // A unit's figures that are added up from several rows stand where its name does.
    const at = place ?? given?.place ?? null;
    const cells = [name, text, at && words.sheetIn(at), at?.address ?? null];
    const row = doc.row(cells, { ...LEFT, border: true, wrap: true, size });
    if (place && place.file === undefined) doc.link(row, 3, place);
  });
  const rows = doc.next - first;
  doc.style(first, 1, rows, 1, { horizontal: 'Right', numberFormat: FORMATS.count });
  doc.style(first, 3, rows, 1, { horizontal: 'Center', size });
}

/** Every step of the trace, with its clause, criterion by criterion. */
function drawSteps(doc: DocBuilder, { unit, report }: Card, size: number): void {
  const { CARD } = words;
  const { plan } = report.result;
  const level = plan.levels.find(({ id }) => id === unit.unit.level);
  for (const { id, name, steps, missing } of explain(plan, unit)) {
    const criterion = level?.criteria.find((each) => each.id === id);
    if (criterion) doc.text(CARD.criterion(name, criterion), { ...LEFT, italic: true, size });
    for (const { text, clause, members } of steps) {
      const from = clause === null ? '' : words.upperFirst(words.clause(clause));
      doc.over(doc.row([text], { ...LEFT, size }), from, 1, size);
      const small = { ...LEFT, size: Math.max(size - 1, LEAST_SIZE) };
      for (const member of members.slice(0, MOST_MEMBERS)) {
        const said = `    ${words.unitName(plan, member.unit)}: ${member.text}`;
        doc.over(doc.row([said], small), placesText(member.places), 1, small.size);
      }
      const more = members.length - MOST_MEMBERS;
      if (more > 0) doc.row([`    ${CARD.moreMembers(more)}`], small);
    }
    if (missing) {
      const why = words.list(missing.because.map(words.reasonText));
      doc.text(words.upperFirst(`${CARD.notScored}: ${why}`), { ...LEFT, size });
    }
  }
}

/** "Xã!D12, E12". */
function placesText(places: readonly Place[]): string {
  const [first] = places;
  if (!first) return '';
  return `${words.sheetIn(first)}!${places.map(({ address }) => address).join(', ')}`;
}

function resultLines({ unit, level, held, report }: Card): string[] {
  const { CARD } = words;
  const { total, rank, tied } = unit;
  const ranked = level.units.filter((each) => each.rank !== null).length;
  const totals = total.known ? words.workingText(total) : `: ${CARD.notScored}`;
  const standing = rank === null ? [] : [CARD.rank(rank, ranked)];
  return [
    `${CARD.total}${totals}`,
    ...standing.map((text) => (tied ? `${text} (${CARD.tied})` : text)),
    CARD.award(words.awardHeldText(held)),
    ...words.unitNotes(report.result.plan, unit),
  ];
}
