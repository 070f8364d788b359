import {
  fullName,
  levelOf,
  ownOf,
  type Exact,
  type Individual,
  type Papers,
  type Plan,
  type PlaceAward,
  type PrizeAward,
  type Quota,
  type ScoreResult,
  type Undecided,
  type Unit,
} from '../../rules';
import { unitNote } from './notes';
import { decimal, money as amount, moneyInWords, prose } from './numbers';
import { AWARD_LIST, PAPER } from './papers';
import { groupHeading, lowerFirst, parentName } from './units';

/** What stands in a cell of the list; points are exact until they are shown. */
export type ListCell = string | number | Exact | null;

export type ListRow =
  | { readonly cells: readonly ListCell[] }
  /** A place that nobody has, and why. */
  | { readonly open: string }
  /** Heads the people of a group. */
  | { readonly group: string };

/** A table of the list. Null as a heading: the column at its left takes its room. */
export interface ListSection {
  readonly title: string;
  readonly headings: readonly (string | null)[];
  readonly rows: readonly ListRow[];
}

export interface AwardList {
  readonly collectives: readonly ListSection[];
  readonly individuals: ListSection | null;
  readonly totals: string;
}

/** The list of who is proposed, as every paper and sheet that has it says it (IV.2). */
export function awardList(result: ScoreResult, papers: Papers): AwardList {
  const { plan, awards } = result;
  const people = awards.quotas.reduce((sum, { proposed }) => sum + proposed.length, 0);
  const dong =
    awards.prizes.reduce((sum, { prize }) => sum + prize.money, 0) +
    awards.places.reduce((sum, { award }) => sum + (award.money ?? 0), 0);
  const units = awards.prizes.length + awards.places.length;
  const other = plan.individuals !== null || plan.places.some(({ money }) => money === null);
  return {
    collectives: [
      ...plan.prizes.map((award, i) => prizeSection(result, papers, award, i)),
      ...plan.places.map((award, i) => placeSection(result, papers, award, plan.prizes.length + i)),
    ],
    individuals: plan.individuals
      ? peopleSection(plan, awards.quotas, plan.individuals.total)
      : null,
    totals: [
      AWARD_LIST.totals(units, plan.individuals ? people : null),
      AWARD_LIST.money(amount(dong), moneyInWords(dong), other),
    ].join(' '),
  };
}

/** The name on the certificate: the unit's own where one was entered, else by its level's template. */
export function certificateName({ certificateNames }: Papers, unit: Unit): string {
  const own = ownOf(certificateNames, unit.code);
  if (own !== undefined && own !== '') return own;
  const template = ownOf(certificateNames, unit.level) ?? '{name}';
  const name = fullName(unit);
  return template === '{name}' ? name : template.replace('{name}', lowerFirst(name));
}

function prizeSection(
  { plan, awards }: ScoreResult,
  papers: Papers,
  award: PrizeAward,
  index: number,
): ListSection {
  const { columns } = AWARD_LIST;
  const undecided = awards.undecided.filter((each) => each.award === award.id);
  const told = new Set<Undecided>();
  const rows = award.prizes.flatMap((prize, i): ListRow[] => {
    const given = awards.prizes.find((each) => each.prize === prize);
    const open = undecided.find(({ prizes }) => prizes.includes(prize));
    if (given) {
      const { unit } = given;
      const name = certificateName(papers, unit.unit);
      const note = unitNote(plan, unit) || null;
      const total = unit.total.known ? unit.total.value : null;
      return [
        { cells: [i + 1, name, null, total, prize.name, PAPER.certificate, prize.money, note] },
      ];
    }
    if (open) {
      if (told.has(open)) return [];
      told.add(open);
      return [{ open: undecidedText(open) }];
    }
    const vacant = awards.vacant.some((each) => each.prize === prize);
    return [{ open: `${prize.name}: ${vacant ? PAPER.vacant : PAPER.fewer(1)}` }];
  });
  return {
    title: AWARD_LIST.section(index, levelOf(plan, award.level).name, award.prizes.length),
    headings: [
      columns.order,
      columns.collective,
      null,
      columns.total,
      columns.prize,
      columns.form,
      columns.money,
      columns.note,
    ],
    rows,
  };
}

function placeSection(
  { plan, awards, readings }: ScoreResult,
  papers: Papers,
  award: PlaceAward,
  index: number,
): ListSection {
  const { columns } = AWARD_LIST;
  const seats = readings.places ?? award.places;
  const places = awards.places.filter((each) => each.award.id === award.id);
  const undecided = awards.undecided.filter((each) => each.award === award.id);
  const taken = places.length + undecided.reduce((sum, each) => sum + each.places, 0);
  return {
    title: AWARD_LIST.section(index, levelOf(plan, award.level).name, seats),
    headings: [
      columns.order,
      columns.collective,
      groupHeading(plan),
      columns.total,
      columns.rank,
      columns.form,
      columns.money,
      columns.note,
    ],
    rows: [
      ...places.map(({ unit }, i) => ({
        cells: [
          i + 1,
          certificateName(papers, unit.unit),
          parentName(plan, unit.unit),
          unit.total.known ? unit.total.value : null,
          unit.rank,
          PAPER.certificate,
          award.money ?? PAPER.byRegulation,
          unitNote(plan, unit) || null,
        ],
      })),
      ...undecided.map((each) => ({ open: undecidedText(each) })),
      ...(taken < seats ? [{ open: PAPER.fewer(seats - taken) }] : []),
    ],
  };
}

/** By group, in the official order; a group that proposes fewer than it may is told at the end. */
function peopleSection(plan: Plan, quotas: readonly Quota[], total: number): ListSection {
  const { columns } = AWARD_LIST;
  let order = 0;
  const rowOf = ({ name, post, workplace, achievements }: Individual): ListRow => ({
    cells: [
      (order += 1),
      name || null,
      post || null,
      workplace || null,
      achievements || null,
      PAPER.certificate,
      PAPER.byRegulation,
      null,
    ],
  });
  const rows = quotas
    .filter(({ proposed }) => proposed.length > 0)
    .flatMap(({ group, proposed }): ListRow[] => [
      { group: `${fullName(group)} (${prose(proposed.length)})` },
      ...proposed.map(rowOf),
    ]);
  const left = quotas
    .filter(({ proposed, quota }) => proposed.length < quota)
    .map(({ group, proposed, quota }) => ({
      group: lowerFirst(fullName(group)),
      seats: quota - proposed.length,
    }));
  return {
    title: AWARD_LIST.individuals(total),
    headings: [
      columns.order,
      columns.person,
      columns.post,
      columns.workplace,
      columns.achievements,
      columns.form,
      columns.money,
      columns.note,
    ],
    rows:
      rows.length === 0
        ? [{ open: PAPER.individualsPending(total, lowerFirst(groupHeading(plan))) }]
        : [...rows, ...(left.length > 0 ? [{ open: PAPER.fewerPeople(left) }] : [])],
  };
}

function undecidedText({ units, places, prizes, reason }: Undecided): string {
  const names = units.map(({ unit }) => fullName(unit));
  const total = units[0]?.total;
  const points = total?.known ? decimal(total.value) : '';
  const head = prizes.length > 0 ? `${prizes.map(({ name }) => name).join(', ')}: ` : '';
  return reason === 'tieWithinGroup' || prizes.length === 0
    ? head + PAPER.undecidedOf(places, names, points)
    : head + PAPER.undecided(names, points);
}
