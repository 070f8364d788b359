import type { TieDecision } from '../rules';
import { words } from '../words';
import { bothSigned, letterhead, title } from './frame';
import type { PapersGiven } from './given';
import { listAnnex } from './list';
import type { Part } from './page';
import { awardLines, candidates, counted, levelLines, type Candidate } from './proposed';
import { table } from './table';
import { body, centered, heading, paragraph } from './text';

const { DOSSIER } = words;
const TEXT = DOSSIER.minutes;

/** The minutes of the award meeting with their list (IV.3.b); what only the meeting knows is blank. */
export function minutes(given: PapersGiven): Part[] {
  const { result, papers, draft } = given;
  const { plan } = result;
  const { board, chair, secretary, council } = papers;
  const head = { ...board, number: DOSSIER.number('BB', board.symbol), placeAndDate: null };
  const children = [
    letterhead(head, draft),
    ...title(TEXT.title, TEXT.subject(plan)),
    ...[
      TEXT.start,
      TEXT.where,
      TEXT.present,
      TEXT.absent,
      TEXT.chair(chair),
      TEXT.secretary(secretary),
    ].map((line) => body(line)),
    heading(TEXT.content),
    body(TEXT.report(papers.issuer, plan, papers)),
    ...levelLines(given).map((line) => body(line)),
    ...awardLines(given).map((line) => body(line)),
    body(TEXT.decisions(council)),
    ...decisionLines(given).map((line) => body(line)),
    body(TEXT.voting, { keepNext: true }),
    votes(given),
    body(TEXT.conclusion(council, counted(given)), { before: 8 }),
    body(TEXT.end, { keepNext: true }),
    ...bothSigned(
      { post: TEXT.signSecretary, name: secretary },
      { post: TEXT.signChair, name: chair },
    ),
    centered('', { size: 8 }),
    paragraph(DOSSIER.recipients, { bold: true, italic: true, size: 12 }),
    paragraph(TEXT.members, { size: 11 }),
    paragraph(DOSSIER.archive, { size: 11 }),
  ];
  const annexTo = DOSSIER.annex.minutes(board.symbol, papers.paperDate, board.name);
  return [{ children }, listAnnex(given, head, annexTo)];
}

/** Votes for and against each award. */
function votes(given: PapersGiven) {
  const { votes: columns } = TEXT;
  return table(
    [
      { heading: columns.order, width: 12 },
      { heading: columns.candidate, width: 69, align: 'left' },
      { heading: columns.form, width: 34 },
      { heading: columns.yes, width: 24 },
      { heading: columns.no, width: 26 },
    ],
    candidates(given).map((each, i) => [
      String(i + 1),
      nameOf(given, each),
      each.award,
      words.BLANK,
      words.BLANK,
    ]),
  );
}

function nameOf({ result, papers }: PapersGiven, each: Candidate): string {
  if (each.kind === 'person') {
    const { name, workplace } = each.person;
    return [name, workplace].filter((part) => part !== '').join(', ');
  }
  const { unit } = each.unit;
  const parent = words.parentName(result.plan, unit);
  const name = words.certificateName(papers, unit);
  return parent === '' ? name : `${name}, ${words.lowerFirst(parent)}`;
}

/** What the board decided, and what still waits for it. */
function decisionLines({ result, decisions, papers }: PapersGiven): string[] {
  const { plan, awards, readings, levels } = result;
  const units = new Map(
    Object.values(levels).flatMap((level) => level.units.map((each) => [each.unit.code, each])),
  );
  const applied = new Set(
    [...units.values()].flatMap(({ notes }) =>
      notes.flatMap((note) => (note.code === 'byDecision' ? [keyOf(note.decision)] : [])),
    ),
  );
  const made = decisions.map((each) => {
    if (each.kind === 'order') {
      const text = DOSSIER.tieDecision(plan, each.decision);
      return applied.has(keyOf(each.decision)) ? text : `${text} ${DOSSIER.voidDecision}`;
    }
    const unit = units.get(each.decision.unit) ?? null;
    const ofPrize = plan.prizes.some(({ level }) => level === unit?.unit.level);
    const award = !ofPrize
      ? 'passesOn'
      : readings.declinedPrize === 'movesUp'
        ? 'movesUp'
        : 'vacant';
    return DOSSIER.declinedDecision(plan, each.decision, unit, award);
  });
  const open = words
    .awardList(result, papers)
    .collectives.flatMap(({ rows }) => rows)
    .flatMap((row) => ('open' in row ? [DOSSIER.openLine(row.open)] : []));
  const waiting = awards.undecided.length > 0 ? open : [];
  const all = [...made, ...waiting];
  return all.length > 0 ? all : [TEXT.noDecisions];
}

function keyOf({ level, units, order, on }: TieDecision): string {
  return JSON.stringify([level, units, order, on]);
}
