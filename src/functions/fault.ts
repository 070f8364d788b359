import type { Figure, Missing, Reason, UnitScore } from '../rules';
import { words } from '../words';

/** The errors of Excel that the functions give. */
export type FaultCode = '#VALUE!' | '#NUM!' | '#DIV/0!' | '#N/A';

/** Why a function has no answer. Excel shows the message beside #VALUE! and #N/A only. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message = '',
  ) {
    super(message);
  }
}

const NAMES = {
  '#VALUE!': 'invalidValue',
  '#NUM!': 'invalidNumber',
  '#DIV/0!': 'divisionByZero',
  '#N/A': 'notAvailable',
} as const;

/** The fault as Excel takes it. */
export function toExcel({ code, message }: Fault): CustomFunctions.Error {
  const theirs = CustomFunctions.ErrorCode[NAMES[code]];
  const shows = code === '#VALUE!' || code === '#N/A';
  return shows ? new CustomFunctions.Error(theirs, message) : new CustomFunctions.Error(theirs);
}

const CODES: Readonly<Record<Reason['why'], FaultCode>> = {
  text: '#VALUE!',
  errorValue: '#VALUE!',
  date: '#VALUE!',
  disagrees: '#VALUE!',
  negative: '#NUM!',
  notWhole: '#NUM!',
  aExceedsB: '#NUM!',
  zeroDenominator: '#DIV/0!',
  nothingCounted: '#DIV/0!',
  empty: '#N/A',
  notCalculated: '#N/A',
  noColumn: '#N/A',
  noRow: '#N/A',
  duplicateRows: '#N/A',
  noMembers: '#N/A',
  memberMissing: '#N/A',
};

/** The first reason says which error it is, as in Excel's own functions; all are told. */
export function faultOf({ because }: Missing): Fault {
  const [first] = because;
  const told = words.upperFirst(words.list(because.map(words.reasonText)));
  return new Fault(first ? CODES[first.why] : '#N/A', `${told}.`);
}

/** The value of a figure. @throws Fault where there is none */
export function numberOf(figure: Figure): number {
  if (!figure.known) throw faultOf(figure);
  return figure.approx;
}

/** Why a unit has no total. A denominator of 0 is Excel's #DIV/0!, also where the rules see a > b. */
export function faultOfUnit({ criteria, total }: Pick<UnitScore, 'criteria' | 'total'>): Fault {
  const first = Object.values(criteria).find(({ points }) => !points.known);
  if (first?.b.known && first.b.approx === 0) return new Fault('#DIV/0!');
  return total.known ? new Fault('#N/A') : faultOf(total);
}
