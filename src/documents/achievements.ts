import type { FileChild } from 'docx';
import { fullName, levelOf, type Figure, type Plan, type UnitResult } from '../rules';
import { words } from '../words';
import { bothSigned, letterhead, title, type Head } from './frame';
import type { PapersGiven } from './given';
import { sources } from './list';
import type { Part } from './page';
import { pointsOf, type Candidate } from './proposed';
import { table } from './table';
import { body, heading } from './text';

const { DOSSIER } = words;
const TEXT = DOSSIER.achievement;

/** The report of what a unit or a person has achieved (IV.3.c): our figures, blanks for theirs. */
export function achievements(given: PapersGiven, candidate: Candidate): Part[] {
  return [
    {
      children:
        candidate.kind === 'unit' ? ofUnit(given, candidate.unit) : ofPerson(given, candidate),
    },
  ];
}

/** Whose report it is. */
export function reporter(candidate: Candidate): string {
  return candidate.kind === 'unit' ? fullName(candidate.unit.unit) : candidate.person.name;
}

function headOf({ papers }: PapersGiven, parentBody: string, name: string): Head {
  const placeAndDate = DOSSIER.placeAndDate(words.BLANK, papers.paperDate);
  return { parentBody, name, number: null, placeAndDate };
}

/** The people's committee of a group that is a level of its own; a cluster of units is no body. */
function bodyAbove(plan: Plan, group: string | null): string {
  const unit = plan.units.find(({ code }) => code === group);
  const isBody = plan.levels.some(({ id }) => id === unit?.level);
  return unit && isBody ? DOSSIER.committee(fullName(unit)) : '';
}

function ofUnit(given: PapersGiven, unit: UnitResult): FileChild[] {
  const { result, papers, draft } = given;
  const { plan } = result;
  const { collective } = TEXT;
  const name = words.certificateName(papers, unit.unit);
  const level = levelOf(plan, unit.unit.level).name;
  return [
    letterhead(headOf(given, bodyAbove(plan, unit.unit.parent), name), draft),
    ...title(TEXT.title, TEXT.subject(plan)),
    heading(collective.about),
    body(collective.name(name)),
    ...collective.rest.map((line) => body(line)),
    heading(collective.done),
    body(collective.figures(plan, papers), { keepNext: true }),
    figures(given, unit),
    ...combined(given, unit).map((line) => body(line, { before: 6 })),
    body(TEXT.rank(unit.rank, level), { before: 6 }),
    ...sources(given).map((line) => body(line, { italic: true })),
    body(collective.measures),
    body(collective.party),
    heading(collective.honours),
    ...bothSigned(
      { post: collective.confirm, name: null },
      { post: collective.signer, name: null },
    ),
  ];
}

/** Each criterion from its counts to its points, and the total. */
function figures({ result }: PapersGiven, unit: UnitResult) {
  const level = levelOf(result.plan, unit.unit.level);
  const text = (figure: Figure | null | undefined) =>
    figure?.known ? words.figureText(figure) : '';
  return table(
    [
      { heading: TEXT.table.criterion, width: 65, align: 'left' },
      { heading: TEXT.table.a, width: 27 },
      { heading: TEXT.table.b, width: 27 },
      { heading: TEXT.table.ratio, width: 23 },
      { heading: TEXT.table.points, width: 23 },
    ],
    [
      ...level.criteria.map(({ id, name }) => {
        const of = unit.criteria[id];
        return [name, text(of?.a), text(of?.b), text(of?.ratio), text(of?.points)];
      }),
      [TEXT.table.total, '', '', '', pointsOf(unit)],
    ],
  );
}

/** How a ratio that joins the unit's own with its members' came about. */
function combined({ result }: PapersGiven, unit: UnitResult): string[] {
  return levelOf(result.plan, unit.unit.level).criteria.flatMap(({ id, shortName }) => {
    const of = unit.criteria[id];
    const mean = of?.memberMean;
    if (!of?.own.known || !mean?.known || !of.ratio?.known) return [];
    const [own, members, ratio] = [of.own, mean, of.ratio].map((each) => words.percent(each.value));
    return [TEXT.combined(shortName, own ?? '', members ?? '', ratio ?? '')];
  });
}

function ofPerson(given: PapersGiven, { person }: Extract<Candidate, { kind: 'person' }>) {
  const { result, draft } = given;
  const { plan } = result;
  const parent = bodyAbove(plan, person.group);
  return [
    letterhead(headOf(given, parent, person.workplace || words.BLANK), draft),
    ...title(TEXT.title, TEXT.subject(plan)),
    heading(TEXT.person.about),
    ...TEXT.person.lines(person.name, person.post, person.workplace).map((line) => body(line)),
    heading(TEXT.person.done),
    body(TEXT.person.achievements(person.achievements)),
    body(TEXT.person.measures),
    heading(TEXT.person.honours),
    ...bothSigned(
      { post: TEXT.person.confirm, name: null },
      { post: TEXT.person.signer, name: person.name },
    ),
  ];
}
