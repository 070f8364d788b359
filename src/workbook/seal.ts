import {
  canonicalText,
  changesBetween,
  type CanonicalChange,
  type CanonicalLine,
  type Place,
  type Plan,
  type Readings,
} from '../rules';
import { words } from '../words';
import type { Grid } from './find/grid';
import type { SheetDoc } from './sheets/doc';

/** The code of what a result follows from, with the copy that says what changed. */
export interface Seal {
  /** SHA-256, in hexadecimal. */
  readonly code: string;
  /** ISO: when it was scored. */
  readonly at: string;
  readonly lines: readonly CanonicalLine[];
  /** The dossier log's name; null without one. */
  readonly log: string | null;
}

/** A seal as the workbook keeps it. */
export interface KeptSeal extends Seal {
  /** Its code is that of its copy: nobody changed either. */
  readonly intact: boolean;
}

/**
 * Seals what a result follows from.
 * @returns null where this page can't work out SHA-256 (no secure context)
 */
export async function sealOf(
  lines: readonly CanonicalLine[],
  at: Date,
  log: string | null,
): Promise<Seal | null> {
  const code = await sha256(canonicalText(lines));
  return code === null ? null : { code, at: at.toISOString(), lines, log };
}

async function sha256(text: string): Promise<string | null> {
  // Left out of pages that don't come over https.
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const WIDTHS = [110, 60];
const HEAD_ROWS = 8;

/** "Bản đối chiếu", hidden: the whole code, and a line for each thing that it holds. */
export function sealSheet(
  { code, at, lines, log }: Seal,
  plan: Plan,
  readings: Readings,
): SheetDoc {
  const { SEAL } = words;
  const rules = [plan.id, ...words.changedReadingTexts(readings)].join('; ');
  const head = [
    [SEAL.title, null],
    [SEAL.help, null],
    [SEAL.limits, null],
    [SEAL.code, code],
    [SEAL.at, at],
    [SEAL.plan, rules],
    [SEAL.log, log],
    [SEAL.content, SEAL.cells],
  ];
  const bold = (row: number, columns: number) => ({
    area: { row, column: 0, rows: 1, columns },
    style: { bold: true },
  });
  return {
    kind: 'seal',
    name: words.SHEETS.seal,
    landscape: true,
    widths: WIDTHS,
    values: [...head, ...lines.map(({ text, cells }) => [text, cells === '' ? null : cells])],
    styles: [bold(0, 1), bold(HEAD_ROWS - 1, WIDTHS.length)],
    merges: [],
    links: [],
    heights: [],
    titleRows: { first: HEAD_ROWS - 1, last: HEAD_ROWS - 1 },
  };
}

/** Reads the seal that a workbook keeps; null where it keeps none. */
export async function readSeal(grid: Grid | null): Promise<KeptSeal | null> {
  if (!grid || grid.row !== 0 || grid.column !== 0) return null;
  const text = (row: number, column: number) => String(grid.values[row]?.[column] ?? '');
  const { SEAL } = words;
  if (text(3, 0) !== SEAL.code || text(4, 0) !== SEAL.at) return null;
  const lines = grid.values
    .slice(HEAD_ROWS)
    .map(([own = '', cells = '']) => ({ text: String(own), cells: String(cells) }));
  const [code, at, log] = [text(3, 1), text(4, 1), text(6, 1)];
  const intact = (await sha256(canonicalText(lines))) === code;
  return { code, at, lines, log: log === '' ? null : log, intact };
}

/** A cell of ours that isn't as we wrote it. */
export interface ChangedResult {
  readonly sheet: string;
  readonly address: string;
  /** Null where it isn't known. */
  readonly was: string | null;
  readonly now: string;
}

/** What was changed since a result was sealed. */
export interface Verification {
  readonly kept: KeptSeal | null;
  readonly now: Seal | null;
  readonly changes: readonly CanonicalChange[];
  readonly results: readonly ChangedResult[];
  /** Files and logs that were read then and aren't given now: their figures aren't held to anything. */
  readonly notChecked: readonly string[];
}

/** Holds what a workbook follows from now to what it was sealed with. */
export function verify(
  kept: KeptSeal | null,
  now: Seal | null,
  results: readonly ChangedResult[],
  files: readonly string[],
): Verification {
  if (!kept || !now) return { kept, now, changes: [], results: [], notChecked: [] };
  const notChecked = new Set(kept.log !== null && now.log === null ? [kept.log] : []);
  const changes = changesBetween(kept.lines, now.lines).filter((change) => {
    if (change.what !== 'figure') return true;
    const { place, figure } = change;
    if (figure === 'accounts' && kept.log !== null && now.log === null) return false;
    if (place?.file === undefined || files.includes(place.file)) return true;
    notChecked.add(place.file);
    return false;
  });
  return { kept, now, changes, results, notChecked: [...notChecked] };
}

/** Nothing that could be held to the seal was changed. */
export function isUnchanged({ kept, now, changes, results }: Verification): boolean {
  return kept !== null && now !== null && kept.intact && changes.length + results.length === 0;
}

/** A change as it can be shown. */
export interface ShownChange {
  readonly what: string;
  /** Its cell; null where it has none. */
  readonly place: Place | null;
  readonly was: string;
  readonly now: string;
}

/** Every change in words: those of what a result follows from, then those of our own cells. */
export function changesToShow(plan: Plan, { changes, results }: Verification): ShownChange[] {
  const { VERIFY } = words;
  return [
    ...changes.map((change) => ({
      what: words.changeName(plan, change),
      place: change.what === 'figure' ? change.place : null,
      was: words.sealedText(change.was),
      now: words.sealedText(change.now),
    })),
    ...results.map(({ sheet, address, was, now }) => ({
      what: VERIFY.result,
      place: { sheet, address },
      was: was === null ? VERIFY.unknown : words.sealedText(was),
      now: words.sealedText(now),
    })),
  ];
}
