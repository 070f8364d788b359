import { words } from '../words';
import { PlanUnusable } from './plan/unusable';
import { WriteFailed } from './write/write-failed';
import { ChangedMeanwhile, type Change } from './write/changed-meanwhile';

/** An error of Office.js, as far as a message needs it. */
export interface Failure {
  /** Excel's code, such as `AccessDenied`; null for other errors. */
  readonly code: string | null;
  /** What to show where no words of ours fit. */
  readonly why: string;
  /** Areas that could not be put back as they were. */
  readonly lost: readonly string[];
  /** The user's words where the cause is one that they can mend themselves. */
  readonly known: string | null;
}

export function failureOf(error: unknown): Failure {
  const isWrite = error instanceof WriteFailed;
  const cause = isWrite ? error.cause : error;
  const lost = isWrite ? error.lost : [];
  const code = fieldOf(cause, 'code');
  return {
    code,
    lost,
    why: code ?? fieldOf(cause, 'message') ?? String(cause),
    known: knownText(error, cause, code),
  };
}

function knownText(error: unknown, cause: unknown, code: string | null): string | null {
  if (error instanceof ChangedMeanwhile) return changeText(error.change);
  return cause instanceof PlanUnusable ? words.PLAN_UNUSABLE : known(code);
}

function known(code: string | null): string | null {
  if (code === 'InvalidOperationInCellEditMode') return words.COMMANDS.editing;
  if (code === 'AccessDenied') return words.COMMANDS.protectedBook;
  return null;
}

function changeText(change: Change): string {
  switch (change.kind) {
    case 'cells':
      return words.COMMANDS.changed.cells(change.places, change.count);
    case 'renamed':
      return words.COMMANDS.changed.renamed(change.sheet, change.now);
    default:
      return words.COMMANDS.changed[change.kind](change.sheet);
  }
}

/** Errors may come from another realm: what they hold counts, not what made them. */
function fieldOf(error: unknown, field: 'code' | 'message'): string | null {
  const value =
    typeof error === 'object' && error !== null
      ? (error as Readonly<Record<string, unknown>>)[field]
      : null;
  return typeof value === 'string' ? value : null;
}
