/** The award file (IV.3) as .docx papers: data in, bytes out. */
import { nameKey, withoutMarks } from '../rules';
import { words } from '../words';
import { achievements, reporter } from './achievements';
import { decision } from './decision';
import type { Paper, PapersGiven } from './given';
import { minutes } from './minutes';
import { documentOf, type Part } from './page';
import { proposal } from './proposal';
import { candidates } from './proposed';
import { summary } from './summary';

export { archiveOf } from './archive';
export type { Paper, PapersGiven } from './given';

const { DOSSIER } = words;

/** Every paper of the award file, in the order in which they are put together. */
export async function makePapers(given: PapersGiven): Promise<Paper[]> {
  const { proposal: proposals, minutes: meeting, decision: draft, summary: report } = DOSSIER;
  const reports = candidates(given).map((candidate, i): Planned => {
    const who = reporter(candidate);
    const order = String(i + 1).padStart(2, '0');
    const file = `05-${DOSSIER.achievement.file}-${order}-${slug(who)}`;
    return [file, DOSSIER.achievement.name(who), achievements(given, candidate)];
  });
  const { round } = given.papers;
  const planned: Planned[] = [
    [`01-${proposals.file.scoring}`, proposals.name.scoring, proposal(given, 'scoring')],
    [`02-${proposals.file.board}`, proposals.name.board, proposal(given, 'board')],
    [`03-${meeting.file}`, meeting.name, minutes(given)],
    [`04-${draft.file}`, draft.name, decision(given)],
    ...reports,
    [`06-${report.file}`, report.names[round ?? 'final'], summary(given)],
  ];
  const papers: Paper[] = [];
  for (const [file, name, parts] of planned) {
    papers.push({ file: `${file}.docx`, name, bytes: await documentOf(name, parts, given.now) });
  }
  return papers;
}

type Planned = readonly [file: string, name: string, parts: readonly Part[]];

/** "Huyện Vị Thủy" → "huyen-vi-thuy": names that every system takes. */
function slug(text: string): string {
  return withoutMarks(nameKey(text))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
