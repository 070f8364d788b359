/** The save guard: holds the output against the input before anyone gets it. */
import { PartLostError } from '../model';
import { localName, specialEnd, XmlError } from './xml';
import { inflate, readZip, ZipError, type ZipEntry } from './zip';

export interface Outline {
  /** The root's children, by local name, as they stand in the text. */
  readonly children: readonly { readonly local: string; readonly raw: string }[];
  /** How many elements of each name stand anywhere, but for what cells hold. */
  readonly counts: ReadonlyMap<string, number>;
}

/** End of the tag at the position, past quoted attribute values. */
function tagEnd(text: string, position: number): number {
  for (let at = position; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 34 || code === 39) {
      at = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) break;
    }
  }
  throw new XmlError('a tag does not end');
}

/** Behind the end tag of the element whose start tag stands from `at` to `end`. */
function endOf(text: string, at: number, end: number): number {
  let nameEnd = at + 1;
  while (isNameCode(text.charCodeAt(nameEnd))) nameEnd++;
  const tag = `</${text.slice(at + 1, nameEnd)}`;
  for (let from = text.indexOf(tag, end); from >= 0; from = text.indexOf(tag, from + 1)) {
    if (!isNameCode(text.charCodeAt(from + tag.length))) return tagEnd(text, from);
  }
  throw new XmlError('an element does not end');
}

/** No white space, no `>`, no `/`. */
function isNameCode(code: number): boolean {
  return code > 32 && code !== 62 && code !== 47;
}

function tagName(text: string, position: number): string {
  let end = position;
  while (isNameCode(text.charCodeAt(end))) end++;
  return localName(text.slice(position, end));
}

/** What stands in a document: enough to see that something is missing. */
export function outline(text: string): Outline {
  const children: { local: string; raw: string }[] = [];
  const counts = new Map<string, number>();
  let depth = 0;
  let start = 0;
  let inCells = false;
  const isPlain = !text.includes('<!');
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const second = text.charCodeAt(at + 1);
    if (second === 33 || second === 63) {
      at = specialEnd(text, at);
      continue;
    }
    const end = tagEnd(text, at);
    const closing = second === 47;
    const name = tagName(text, at + (closing ? 2 : 1));
    const empty = !closing && text.charCodeAt(end - 2) === 47;
    if (!closing && depth === 1) {
      start = at;
      inCells = name === 'sheetData';
    }
    // Rows and cells are counted; formulas and values in them come and go by calls.
    if (!closing && (depth < 4 || !inCells)) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (inCells && depth === 3 && !closing && !empty && isPlain) {
      // What a cell holds isn't counted: on to its end tag, which nothing but a comment could hide.
      at = endOf(text, at, end);
      continue;
    }
    if (closing) depth--;
    else if (!empty) depth++;
    if (depth === 1 && (closing || empty))
      children.push({ local: name, raw: text.slice(start, end) });
    at = end;
  }
  if (depth !== 0) throw new XmlError('an element does not end');
  return { children, counts };
}

/** What calls did to the parts. */
export interface Changes {
  /** Parts that were rewritten. */
  readonly rewritten: ReadonlySet<string>;
  /** Parts that were taken away on purpose. */
  readonly removed: ReadonlySet<string>;
  /** Local names of elements that were taken away on purpose from a part. */
  removedElements(part: string): ReadonlySet<string>;
  /** Local names of the root's children that were changed in a part. */
  changedElements(part: string): ReadonlySet<string>;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function identical(a: ZipEntry, b: ZipEntry): boolean {
  if (a.crc !== b.crc || a.size !== b.size) return false;
  return a.method === b.method && sameBytes(a.packed, b.packed)
    ? true
    : sameBytes(inflate(a), inflate(b));
}

/** The elements of a rewritten part that are lost or changed untouched. */
function lostElements(before: Outline, after: Outline, part: string, changes: Changes): string[] {
  const removed = changes.removedElements(part);
  const changed = changes.changedElements(part);
  const held = after.children.filter(({ local }) => !changed.has(local));
  const kept = new Set(held.map((element) => element.raw));
  const lost = new Set<string>();
  for (const { local, raw } of before.children) {
    if (!changed.has(local) && !removed.has(local) && !kept.has(raw)) lost.add(local);
  }
  for (const [name, count] of before.counts) {
    if (!removed.has(name) && (after.counts.get(name) ?? 0) < count) lost.add(name);
  }
  return [...lost].map((name) => `${part}: ${name}`);
}

/** The lost elements below an element that was taken away with all it held aren't lost. */
function withoutInner(before: Outline, removed: ReadonlySet<string>): Outline {
  const gone = before.children.filter((element) => removed.has(element.local));
  if (gone.length === 0) return before;
  const counts = new Map(before.counts);
  for (const { raw } of gone) {
    for (const [name, count] of outline(`<x>${raw}</x>`).counts) {
      counts.set(name, (counts.get(name) ?? 0) - count);
    }
  }
  return { children: before.children, counts };
}

/** The outlines of the parts that are rewritten, as they were: null of one that can't be read. */
export type Before = ReadonlyMap<string, Outline | null>;

/** Looks at the input, which can be done while the output is packed. */
export function lookBefore(input: readonly ZipEntry[], changes: Changes): Before {
  const rewritten = input.filter(({ name }) => {
    return changes.rewritten.has(name) && !changes.removed.has(name);
  });
  return new Map(
    rewritten.map((entry) => {
      try {
        return [entry.name, withoutInner(outlineOf(entry), changes.removedElements(entry.name))];
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        return [entry.name, null];
      }
    }),
  );
}

const outlineOf = (entry: ZipEntry): Outline => outline(new TextDecoder().decode(inflate(entry)));

function isUnreadable(error: unknown): boolean {
  return error instanceof XmlError || error instanceof ZipError;
}

/**
 * Compares every part of the input with the output.
 * @throws PartLostError naming what would be lost, or changed without a call that asked for it.
 */
export function checkNothingLost(
  input: readonly ZipEntry[],
  output: Uint8Array,
  changes: Changes,
  before: Before = lookBefore(input, changes),
): void {
  const written = new Map(readZip(output).map((entry) => [entry.name, entry]));
  const lost: string[] = [];
  for (const entry of input) {
    if (changes.removed.has(entry.name)) continue;
    const now = written.get(entry.name);
    try {
      if (!now) lost.push(entry.name);
      else if (changes.rewritten.has(entry.name)) {
        const own = before.get(entry.name);
        if (!own) lost.push(entry.name);
        else lost.push(...lostElements(own, outlineOf(now), entry.name, changes));
      } else if (!identical(entry, now)) lost.push(entry.name);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      lost.push(entry.name);
    }
  }
  if (lost.length > 0) throw new PartLostError(lost);
}
