/** What papers are made from: the sample's figures, people, decisions. */
import { strFromU8, unzipSync } from 'fflate';
import { sampleRows } from '../../scripts/sample';
import { makePapers, type Paper, type PapersGiven } from '../../src/documents';
import {
  groupPoints,
  HAU_GIANG_2023,
  score,
  type Individual,
  type Papers,
  type ScoreInput,
  type UnitRow,
} from '../../src/rules';
import { COMPLETE } from '../workbook/build';
import { rowOf } from '../rules/build';

export const NOW = new Date('2024-01-05T09:30:00Z');
export const DECIDED = {
  by: 'Hội đồng Thi đua - Khen thưởng tỉnh',
  on: '2024-01-04',
  why: 'Có nhiều cách làm hay',
  basis: 'Biên bản số 12/BB-HĐ',
};

export const ROWS: readonly UnitRow[] = sampleRows().map(
  ({ unit, online, dossiers, activated, people, accounts }) =>
    rowOf(unit.code, [online, dossiers], [activated, people], { accounts: { distinct: accounts } }),
);

export const PERSON: Individual = {
  name: 'Trần Thị Bích',
  post: 'Công chức Tư pháp - Hộ tịch',
  workplace: 'Ủy ban nhân dân xã Vị Thắng',
  group: '935',
  achievements: 'Hướng dẫn 312 hộ nộp hồ sơ trực tuyến',
  proposedBy: 'Ủy ban nhân dân huyện Vị Thủy',
  place: null,
};

export interface Wanted {
  readonly rows?: readonly UnitRow[];
  readonly input?: Partial<ScoreInput>;
  readonly papers?: Partial<Papers>;
  readonly draft?: boolean;
}

export function givenOf({ rows = ROWS, input, papers, draft = false }: Wanted = {}): PapersGiven {
  const whole = { tieDecisions: [], declined: [], individuals: [PERSON], ...input, rows };
  return {
    result: score(HAU_GIANG_2023, whole),
    papers: { ...COMPLETE.papers, ...papers },
    decisions: [
      ...whole.tieDecisions.map((decision) => ({ kind: 'order' as const, decision })),
      ...whole.declined.map((decision) => ({ kind: 'declined' as const, decision })),
    ],
    draft,
    now: NOW,
  };
}

/** The sample's first tied group of communes, as a decision that puts its units in reverse. */
export function reversedTie() {
  const { levels } = score(HAU_GIANG_2023, {
    rows: ROWS,
    tieDecisions: [],
    declined: [],
    individuals: [],
  });
  const group = levels['commune']?.groups.find(({ units }) => units.length > 1);
  if (!group) throw new Error('the sample has a tie');
  const units = group.units.map(({ unit }) => unit.code);
  const points = groupPoints(group.units);
  return { ...DECIDED, level: 'commune', units, points, order: [...units].reverse() };
}

/** The papers by the beginning of their file's name. */
export async function papersOf(wanted?: Wanted) {
  const papers = await makePapers(givenOf(wanted));
  return {
    papers,
    text: (begin: string) => textOf(paperNamed(papers, begin)),
    xml: (begin: string) => partOf(paperNamed(papers, begin), 'word/document.xml'),
  };
}

export function paperNamed(papers: readonly Paper[], begin: string): Paper {
  const paper = papers.find(({ file }) => file.startsWith(begin));
  if (!paper) throw new Error(`no paper ${begin}: ${papers.map(({ file }) => file).join()}`);
  return paper;
}

export function partOf({ bytes }: Paper, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The text of a paper, a line each paragraph. */
export function textOf(paper: Paper): string {
  return partOf(paper, 'word/document.xml')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\n{2,}/g, '\n');
}
