import { DEFAULT_READINGS, type Plan, type Readings, type TieMeasure } from '../../rules';
import { words } from '../../words';

/** A reading that is switched by choosing among answers. */
export interface ReadingField {
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
const { READING_NUMBERS, READING_OPTIONS, READING_NAMES } = words;

/** The readings that the pane switches, in the plan's order. Pure data, drawn by the pane. */
export function readingFields(plan: Plan, readings: Readings): ReadingField[] {
  const upper = plan.levels.find(({ criteria }) => criteria.some(({ combine }) => combine));
  const gated = plan.levels.find(({ gate }) => gate);
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
    choice('combinedRatio', combine),
    choice('post', combine),
    // Zeros have no meaning among counts.
    ...(byCounts ? [] : [choice('unusableMember', combine)]),
    choice('noMembers', combine),
    choice('memberSum', combine),
    choice('gate', gate),
    field(
      'tieMeasures',
      gated?.tieBreak?.clause ?? null,
      readings.tieMeasures[0] ?? '',
      optionsOf('tieMeasures'),
      (value) => ({ tieMeasures: measuresFrom(value as TieMeasure) }),
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
