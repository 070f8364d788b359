import { words } from '../words';
import { letterhead, signed, title } from './frame';
import type { PapersGiven } from './given';
import { listAnnex } from './list';
import type { Part } from './page';
import { basisLines, counted } from './proposed';
import { body, centered } from './text';

const { DOSSIER } = words;

/** The draft of the chairman's decision, with its list. */
export function decision(given: PapersGiven): Part[] {
  const { result, papers } = given;
  const { plan } = result;
  const { board, chairman, place, paperDate } = papers;
  const head = {
    parentBody: '',
    name: chairman.parentBody,
    number: DOSSIER.number('QĐ', chairman.symbol),
    placeAndDate: DOSSIER.placeAndDate(place, paperDate),
  };
  const { totals } = words.awardList(result, papers);
  const articles = DOSSIER.decision.articles(plan, papers, counted(given), totals);
  const children = [
    // Until the chairman signs it, it is a draft whatever is settled.
    letterhead(head, true),
    ...title(DOSSIER.decision.title, DOSSIER.decision.subject(plan)),
    centered(chairman.name.toUpperCase(), { bold: true, before: 6, after: 6 }),
    ...basisLines(given, DOSSIER.decision.request(board)).map((line) =>
      body(line, { italic: true }),
    ),
    centered(DOSSIER.decision.decides, { bold: true, before: 8, after: 4 }),
    ...articles.map((article, i) =>
      body(article, {
        lead: DOSSIER.decision.article(i + 1),
        keepNext: i === articles.length - 1,
      }),
    ),
    ...signed([DOSSIER.decision.asArticle, DOSSIER.archive], {
      post: chairman.signer,
      name: chairman.signerName,
    }),
  ];
  const annexTo = DOSSIER.annex.decision(chairman.symbol, paperDate, chairman.name);
  return [{ children }, listAnnex(given, head, annexTo)];
}
