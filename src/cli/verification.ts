import type { Plan } from '../rules';
import { words } from '../words';
import { changesToShow, type Verification } from '../workbook';

/** A change as it is told: what, in which cell, what it was and is. */
export interface ChangeLine {
  readonly what: string;
  readonly sheet: string | null;
  readonly address: string | null;
  readonly file: string | null;
  readonly old: string;
  readonly new: string;
}

/** Every change since the seal, as the JSON has it. */
export function changeLines(plan: Plan, verification: Verification): ChangeLine[] {
  return changesToShow(plan, verification).map(({ what, place, was, now }) => ({
    what,
    sheet: place?.sheet ?? null,
    address: place?.address ?? null,
    file: place?.file ?? null,
    old: was,
    new: now,
  }));
}

/** What `--verify` prints. */
export function verificationReport(plan: Plan, verification: Verification): string {
  const changes = changesToShow(plan, verification);
  return [
    ...words.verifiedLines(verification, changes.length),
    ...changes.map((change) => `  ${words.changeLine(change)}`),
    words.VERIFY.limits,
  ].join('\n');
}
