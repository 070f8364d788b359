import type { FileChild } from 'docx';
import { words } from '../words';
import { letterhead, scoringHead, signed, title } from './frame';
import type { PapersGiven } from './given';
import { listAnnex, sources } from './list';
import type { Part } from './page';
import { awardLines, basisLines, counted, levelLines } from './proposed';
import { body, centered, heading } from './text';

const { DOSSIER } = words;

/**
 * The proposal with its list (IV.3.a): of the body that scores to the board (V.1.b), or of the board
 * to the chairman (V.2).
 */
export function proposal(given: PapersGiven, from: 'scoring' | 'board'): Part[] {
  const { result, papers, draft } = given;
  const { plan } = result;
  const { board, chairman } = papers;
  const ours = scoringHead(papers, 'TTr');
  const scores = from === 'scoring';
  const head = scores ? ours : { ...ours, ...board, number: DOSSIER.number('TTr', board.symbol) };
  const symbol = scores ? papers.symbol : board.symbol;
  const receiver = scores ? DOSSIER.proposal.receiver(board) : chairman.name;
  const children: FileChild[] = [
    letterhead(head, draft),
    ...title(DOSSIER.proposal.title, DOSSIER.proposal.subject(plan)),
    centered(`${DOSSIER.to} ${receiver}`, { before: 6, after: 6 }),
    ...basisLines(given, null).map((line) => body(line, { italic: true })),
    body(
      scores
        ? DOSSIER.proposal.scored(papers.issuer, plan, papers)
        : DOSSIER.proposal.received(board, papers),
    ),
    heading(DOSSIER.proposal.counts),
    ...levelLines(given).map((line) => body(line)),
    ...words.readingLines(result.readings).map((line) => body(line)),
    ...sources(given)
      .slice(1)
      .map((line) => body(line)),
    heading(DOSSIER.proposal.awards),
    body(DOSSIER.proposal.proposes(counted(given))),
    ...awardLines(given).map((line) => body(line)),
    body(scores ? DOSSIER.proposal.toBoard(board) : DOSSIER.proposal.toChairman, {
      keepNext: true,
    }),
    body(DOSSIER.proposal.enclosed, { italic: true, keepNext: true }),
    ...signed(
      [DOSSIER.asAbove, DOSSIER.archive],
      scores
        ? { post: papers.signer, name: papers.signerName }
        : { post: board.signer, name: board.signerName },
    ),
  ];
  const annexTo = DOSSIER.annex.proposal(symbol, papers.paperDate, head.name);
  return [{ children }, listAnnex(given, head, annexTo)];
}
