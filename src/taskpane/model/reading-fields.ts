import { DEFAULT_READINGS, type Plan, type Readings, type TieMeasure } from '../../rules';
import { words } from '../../words';

/** A reading that is switched by choosing among answers. */
export interface ReadingField {
  /** Its own name: a reading may have two fields. */
  readonly id: string;
  readonly key: keyof Readings;
  readonly name: string;
  readonly clause: string | null;
  readonly value: string;
  readonly isDefault: boolean;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** The readings with another answer. */
  readonly with: (value: string) => Readings;
}

const NONE = 'none';
/** A log tells apart no more of a unit's busiest accounts. */
const MOST_BUSIEST = 5;
const BOUNDS = {
  onOneAccount: ['10', '20', '30', '50', '100'],
  busiestShare: ['30%', '40%', '50%', '60%', '70%', '80%', '90%'],
  nearJump: ['0.1', '0.25', '0.5', '1', '2', '5'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
const { READING_BOUNDS, READING_NUMBERS, READING_OPTIONS, READING_NAMES } = words;

/** The readings that the pane switches, in the plan's order. Pure data, drawn by the pane. */
export function readingFields(plan: Plan, readings: Readings): ReadingField[] {
  const upper = plan.levels.find(({ criteria }) => criteria.some(({ combine }) => combine));
  const gated = plan.levels.find(({ gate }) => gate);
  const sums = plan.levels.some(({ criteria }) => criteria.some(({ memberSum }) => memberSum));
  const [place] = plan.places;
  const combine = upper?.clause ?? null;
  const gate = gated?.gate?.clause ?? null;
  const field = (
    key: keyof Readings,
    clause: string | null,
    value: string,
    options: ReadingField['options'],
    change: (value: string) => Partial<Readings>,
  ): ReadingField => ({
    id: key,
    key,
    name: READING_NAMES[key] ?? key,
    clause,
    value,
    isDefault: JSON.stringify(readings[key]) === JSON.stringify(DEFAULT_READINGS[key]),
    options,
    with: (chosen) => ({ ...readings, ...change(chosen) }),
  });
  const choice = (key: keyof Readings, clause: string | null) =>
    field(key, clause, String(readings[key]), optionsOf(key), (value) => ({ [key]: value }));
  const number = (
    key: 'places' | 'perGroup' | 'rounding',
    clause: string | null,
    most: number,
    none: string,
    text: (count: number) => string,
    least = 1,
  ) =>
    field(
      key,
      clause,
      readings[key] === null ? NONE : String(readings[key]),
      [
        { value: NONE, text: none },
        ...range(least, most).map((n) => ({ value: String(n), text: text(n) })),
      ],
      (value) => ({ [key]: value === NONE ? null : Number(value) }),
    );
  const byCounts = ['meanCounts', 'pooledCounts'].includes(readings.combinedRatio);
  return [
    // What only concerns units with members says nothing in a plan of one level.
    ...(upper ? [choice('combinedRatio', combine)] : []),
    choice('post', combine),
    // Zeros have no meaning among counts.
    ...(upper && !byCounts ? [choice('unusableMember', combine)] : []),
    ...(upper ? [choice('noMembers', combine)] : []),
    ...(sums ? [choice('memberSum', combine)] : []),
    ...(gated ? [choice('gate', gate)] : []),
    field(
      'tieMeasures',
      gated?.tieBreak?.clause ?? null,
      readings.tieMeasures[0] ?? '',
      optionsOf('tieMeasures'),
      (value) => ({ tieMeasures: measuresFrom(value as TieMeasure) }),
    ),
    field(
      'busiestAccounts',
      gated?.tieBreak?.clause ?? null,
      String(readings.busiestAccounts),
      among(range(1, MOST_BUSIEST).map(String), String(readings.busiestAccounts)).map((value) => ({
        value,
        text: READING_NUMBERS.accounts(Number(value)),
      })),
      (value) => ({ busiestAccounts: Number(value) }),
    ),
    number('rounding', null, 4, READING_NUMBERS.noRounding, READING_NUMBERS.decimals, 0),
    number(
      'places',
      place?.clause ?? null,
      15,
      READING_NUMBERS.byPlan(place?.places),
      READING_NUMBERS.count,
    ),
    number(
      'perGroup',
      place?.perGroup?.clause ?? null,
      7,
      READING_NUMBERS.byPlan(place?.perGroup?.most),
      READING_NUMBERS.count,
    ),
    choice('declinedPrize', plan.prizes[0]?.clause ?? null),
  ];
}

/** The bounds of warnings, which no plan names: ours. */
export function boundFields(readings: Readings): ReadingField[] {
  const { lookInto, nearJump } = readings;
  const field = (
    key: 'lookInto' | 'nearJump',
    id: keyof typeof BOUNDS,
    value: string,
    isDefault: boolean,
    change: (value: string) => Partial<Readings>,
  ): ReadingField => ({
    id,
    key,
    name: READING_BOUNDS[id].name,
    clause: null,
    value,
    isDefault,
    options: among(BOUNDS[id], value).map((each) => ({
      value: each,
      text: READING_BOUNDS[id].text(each),
    })),
    with: (chosen) => ({ ...readings, ...change(chosen) }),
  });
  const ours = DEFAULT_READINGS;
  return [
    field(
      'lookInto',
      'onOneAccount',
      String(lookInto.onOneAccount),
      lookInto.onOneAccount === ours.lookInto.onOneAccount,
      (value) => ({ lookInto: { ...lookInto, onOneAccount: Number(value) } }),
    ),
    field(
      'lookInto',
      'busiestShare',
      lookInto.busiestShare,
      lookInto.busiestShare === ours.lookInto.busiestShare,
      (value) => ({ lookInto: { ...lookInto, busiestShare: value } }),
    ),
    field('nearJump', 'nearJump', nearJump, nearJump === ours.nearJump, (value) => ({
      nearJump: value,
    })),
  ];
}

/** The answers, and the one in force where a settings file named another. */
function among(answers: readonly string[], inForce: string): readonly string[] {
  return answers.includes(inForce) ? answers : [...answers, inForce];
}

function optionsOf(key: keyof Readings): ReadingField['options'] {
  return Object.entries(READING_OPTIONS[key] ?? {}).map(([value, text]) => ({ value, text }));
}

function measuresFrom(first: TieMeasure): readonly TieMeasure[] {
  return [first, ...DEFAULT_READINGS.tieMeasures.filter((each) => each !== first)];
}

function range(least: number, most: number): number[] {
  return Array.from({ length: most - least + 1 }, (_, i) => least + i);
}

/** Only what differs from the defaults: what the workbook keeps. */
export function changedOnly(readings: Readings): Partial<Readings> {
  return Object.fromEntries(
    Object.entries(readings).filter(
      ([key, value]) =>
        JSON.stringify(value) !== JSON.stringify(DEFAULT_READINGS[key as keyof Readings]),
    ),
  );
}
