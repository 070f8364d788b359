import { REQUIREMENT_SETS } from './requirement-sets';

export type RequirementSets = Readonly<Record<string, number | string>>;

/**
 * What the host claims unless told otherwise: Office LTSC 2024's ExcelApi, and the runtime's own
 * sets. A version such as 1.10 has to be written as text: the number 1.10 is 1.1.
 */
export const DEFAULT_SETS: RequirementSets = {
  ExcelApi: '1.17',
  SharedRuntime: '1.1',
  DialogApi: '1.2',
  DelayForCellEdit: '1.1',
  RichApiRuntime: '1.2',
};

/** Whether `sets` hold `name` in `version` or newer. */
export function isSetSupported(
  sets: RequirementSets,
  name: string,
  version: number | string = 1.1,
): boolean {
  const held = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase());
  return held !== undefined && compareVersions(String(held[1]), String(version)) >= 0;
}

function compareVersions(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}

/** Whether a member of a class is as old as the host's sets; members without a set always are. */
export function isMemberSupported(
  sets: RequirementSets,
  className: string,
  member: string,
): boolean {
  const needed = REQUIREMENT_SETS[className]?.[member];
  if (needed === undefined) return true;
  const [first, second] = needed.split(' ');
  return second === undefined
    ? isSetSupported(sets, 'ExcelApi', first)
    : isSetSupported(sets, first!, second);
}
