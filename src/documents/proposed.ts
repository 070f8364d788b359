import { basesOn, levelOf, type Individual, type UnitResult } from '../rules';
import { words } from '../words';
import type { PapersGiven } from './given';

const { DOSSIER } = words;

/** A unit or a person that an award is proposed for. */
export type Candidate =
  | { readonly kind: 'unit'; readonly unit: UnitResult; readonly award: string }
  | { readonly kind: 'person'; readonly person: Individual; readonly award: string };

/** Whoever has an award by now, in the list's order. */
export function candidates({ result: { awards } }: PapersGiven): Candidate[] {
  return [
    ...awards.prizes.map(({ unit, prize }) => ({
      kind: 'unit' as const,
      unit,
      award: DOSSIER.minutes.prize(prize.name),
    })),
    ...awards.places.map(({ unit }) => ({
      kind: 'unit' as const,
      unit,
      award: DOSSIER.minutes.place,
    })),
    ...awards.quotas.flatMap(({ proposed }) =>
      proposed.map((person) => ({
        kind: 'person' as const,
        person,
        award: DOSSIER.minutes.place,
      })),
    ),
  ];
}

export function counted({ result: { awards } }: PapersGiven) {
  return {
    collectives: awards.prizes.length + awards.places.length,
    people: awards.quotas.reduce((sum, { proposed }) => sum + proposed.length, 0),
  };
}

/** How many units of each level are ranked, below the gate or not scored. */
export function levelLines({ result }: PapersGiven): string[] {
  return Object.values(result.levels).map(DOSSIER.levelCounts);
}

/** Who is proposed, a line each kind of award; what is open is said as the list says it. */
export function awardLines(given: PapersGiven): string[] {
  const { result, papers } = given;
  const { awards, plan } = result;
  const list = words.awardList(result, papers);
  const { people } = counted(given);
  const name = ({ unit }: UnitResult) => words.certificateName(papers, unit);
  const open = list.collectives.flatMap(({ rows }) =>
    rows.flatMap((row) => ('open' in row ? [DOSSIER.openLine(row.open)] : [])),
  );
  return [
    ...awards.prizes.map(({ unit, prize }) =>
      DOSSIER.prizeLine(prize.name, name(unit), pointsOf(unit), words.money(prize.money)),
    ),
    ...plan.places.flatMap((award) => {
      const given = awards.places.filter((each) => each.award.id === award.id);
      if (given.length === 0) return [];
      const names = given.map(({ unit }) => words.unitInText(plan, unit.unit.code));
      return [DOSSIER.placesLine(levelOf(plan, award.level).name, names)];
    }),
    ...open,
    ...(people > 0
      ? [DOSSIER.peopleLine(people)]
      : plan.individuals
        ? [DOSSIER.noPeople(plan.individuals.total)]
        : []),
    list.totals,
  ];
}

export function pointsOf({ total }: UnitResult): string {
  return total.known ? words.decimal(total.value) : '';
}

/**
 * What a paper rests on, a line each, ending in ";" or ".": the legal bases that hold on the paper's
 * day, then the plan.
 */
export function basisLines({ result, papers, now }: PapersGiven, last: string | null): string[] {
  const day = papers.paperDate ?? now.toISOString().slice(0, 10);
  const bases = basesOn(papers.legalBases, day).map(({ text }) => text);
  const lines = [
    ...(bases.length > 0 ? bases : [DOSSIER.noBases]),
    DOSSIER.planBasis(result.plan, papers, papers.chairman.parentBody),
  ].map((text) => `${DOSSIER.basis} ${text};`);
  if (last !== null) return [...lines, last];
  return lines.map((line, i) => (i < lines.length - 1 ? line : line.replace(/;$/, '.')));
}
