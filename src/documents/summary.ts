import type { FileChild } from 'docx';
import { fullName, type LevelResult } from '../rules';
import { words } from '../words';
import { letterhead, scoringHead, signed, title } from './frame';
import type { PapersGiven } from './given';
import { sources } from './list';
import { TEXT_WIDTH, type Part } from './page';
import { awardLines, levelLines, pointsOf } from './proposed';
import { table, type Column } from './table';
import { body, centered, heading, paragraph } from './text';

const { DOSSIER } = words;
const TEXT = DOSSIER.summary;
const SIZE = 11;
/** Millimetres. */
const ORDER = 11;
const RATIO = 17;
const POINTS = 16;

/** The report on the whole movement or its interim round, with every level's ranking (V.1.c, d). */
export function summary(given: PapersGiven): Part[] {
  const { result, papers, draft } = given;
  const { plan, awards } = result;
  const { board, chairman, issuer, round } = papers;
  const receiver = TEXT.receiver(chairman.parentBody, board.parentBody || board.name);
  const children: FileChild[] = [
    letterhead(scoringHead(papers, 'BC'), draft),
    ...title(TEXT.title, TEXT.subject(plan, round)),
    centered(`${DOSSIER.to} ${receiver}`, { before: 6, after: 6 }),
    body(TEXT.opening(issuer, plan, papers)),
    body(TEXT.organised),
    heading(TEXT.results),
    ...levelLines(given).map((line) => body(line)),
    ...sources(given).map((line) => body(line, { italic: true })),
    ...words.readingLines(result.readings).map((line) => body(line)),
    ...Object.values(result.levels).flatMap((level) => ranking(given, level)),
    heading(TEXT.awards, { before: 10 }),
    ...awardLines(given).map((line) => body(line)),
    ...(awards.prizes.length > 0 ? [heading(TEXT.bonus)] : []),
    ...awards.prizes.map(({ unit, prize }) =>
      body(TEXT.bonusLine(fullName(unit.unit), prize.name, prize.bonus)),
    ),
    body(TEXT.review),
    body(TEXT.proposals, { keepNext: true }),
    body(TEXT.closing(issuer), { keepNext: true }),
    ...signed([DOSSIER.asAbove, DOSSIER.archive], {
      post: papers.signer,
      name: papers.signerName,
    }),
  ];
  return [{ children }];
}

/** Every unit of a level by rank; what keeps a unit from a rank stands in its place. */
function ranking({ result: { plan } }: PapersGiven, { level, units }: LevelResult): FileChild[] {
  const { COLUMNS, PAPER } = words;
  const grouped = units.some(({ unit }) => unit.parent !== null);
  const each = level.criteria.flatMap(({ shortName }): Column[] => [
    { heading: TEXT.ratio(shortName), width: RATIO },
    { heading: words.pointsHeading(shortName), width: POINTS },
  ]);
  const fixed = ORDER + 2 * POINTS + each.reduce((sum, { width }) => sum + width, 0);
  const room = TEXT_WIDTH.portrait - fixed;
  const columns: Column[] = [
    { heading: COLUMNS.order, width: ORDER },
    { heading: COLUMNS.unit, width: grouped ? room / 2 : room, align: 'left' },
    ...(grouped
      ? [{ heading: words.groupHeading(plan), width: room / 2, align: 'left' as const }]
      : []),
    ...each,
    { heading: COLUMNS.total, width: POINTS },
    { heading: COLUMNS.rank, width: POINTS },
  ];
  const rows = units.map((unit, i) => [
    String(i + 1),
    fullName(unit.unit),
    ...(grouped ? [words.parentName(plan, unit.unit)] : []),
    ...level.criteria.flatMap(({ id }) => {
      const points = unit.criteria[id]?.points;
      return [DOSSIER.percentOf(unit, id), points?.known ? words.decimal(points.value) : ''];
    }),
    pointsOf(unit),
    unit.rank === null
      ? unit.status === 'gated'
        ? PAPER.notConsidered
        : PAPER.notScored
      : String(unit.rank),
  ]);
  return [
    paragraph(TEXT.ranking(level.name), {
      bold: true,
      align: 'center',
      before: 8,
      after: 4,
      keepNext: true,
    }),
    table(columns, rows, SIZE),
  ];
}
