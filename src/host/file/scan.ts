/** A light reader for the two big parts, sheets and strings: no tree, no list of attributes. */
import { decodeText, specialEnd, XmlError } from './xml';

export interface Scan {
  readonly text: string;
  /** Where the reader stands. */
  at: number;
}

/** The tag last read; one object serves a whole scan. */
export interface LightTag {
  local: string;
  /** The name with its prefix. */
  name: string;
  selfClosing: boolean;
  /** The attributes of one letter that cells and rows have. */
  r: string | undefined;
  s: string | undefined;
  t: string | undefined;
}

export function lightTag(): LightTag {
  return { local: '', name: '', selfClosing: false, r: undefined, s: undefined, t: undefined };
}

/** Moves to the next tag; gives the text before it. */
export function nextTag(scan: Scan): string {
  let raw = '';
  for (;;) {
    const next = scan.text.indexOf('<', scan.at);
    if (next < 0) throw new XmlError('the text breaks off');
    if (next > scan.at) raw += decodeText(scan.text.slice(scan.at, next));
    scan.at = next;
    const second = scan.text.charCodeAt(next + 1);
    if (second !== 33 && second !== 63) return raw;
    const end = specialEnd(scan.text, next);
    if (scan.text.startsWith('<![CDATA[', next)) raw += scan.text.slice(next + 9, end - 3);
    scan.at = end;
  }
}

/** Whether the tag where the reader stands is an end tag. */
export function closes(scan: Scan): boolean {
  return scan.text.charCodeAt(scan.at + 1) === 47;
}

/** Reads the end tag of a name. */
export function close(scan: Scan, name: string): void {
  const { text } = scan;
  let at = scan.at + 2 + name.length;
  if (!text.startsWith(name, scan.at + 2)) throw new XmlError(`end of ${name} expected`);
  while (text.charCodeAt(at) <= 32) at++;
  if (text.charCodeAt(at) !== 62) throw new XmlError(`end of ${name} expected`);
  scan.at = at + 1;
}

/** Reads the start tag where the reader stands. */
export function openTag(scan: Scan, tag: LightTag): void {
  const { text } = scan;
  let at = scan.at + 1;
  let colon = 0;
  const start = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 62 || code === 47) break;
    if (code === 58) colon = at + 1;
  }
  if (at === start) throw new XmlError('a name is missing');
  tag.name = text.slice(start, at);
  tag.local = colon ? text.slice(colon, at) : tag.name;
  tag.r = tag.s = tag.t = undefined;
  for (;;) {
    while (text.charCodeAt(at) <= 32) at++;
    const code = text.charCodeAt(at);
    if (code === 62 || (code === 47 && text.charCodeAt(at + 1) === 62)) {
      tag.selfClosing = code === 47;
      scan.at = at + (code === 47 ? 2 : 1);
      return;
    }
    at = readAttribute(text, at, tag);
  }
}

/** Anything but white space, quotes, `<`, `>`, `/`, `=` and the text's end. */
function isNameCharacter(code: number): boolean {
  return code > 32 && code !== 34 && code !== 39 && code !== 47 && (code < 60 || code > 62);
}

function readAttribute(text: string, position: number, tag: LightTag): number {
  let end = position;
  while (isNameCharacter(text.charCodeAt(end))) end++;
  let equals = end;
  while (text.charCodeAt(equals) <= 32) equals++;
  let at = equals + 1;
  while (text.charCodeAt(at) <= 32) at++;
  const quote = text.charCodeAt(at);
  const close = quote === 34 ? text.indexOf('"', at + 1) : text.indexOf("'", at + 1);
  const named = end > position && text.charCodeAt(equals) === 61;
  if (!named || close < 0 || (quote !== 34 && quote !== 39)) {
    throw new XmlError(`${tag.name} has a broken attribute`);
  }
  if (end === position + 1) {
    const code = text.charCodeAt(position);
    if (code === 114) tag.r = text.slice(at + 1, close);
    else if (code === 115) tag.s = text.slice(at + 1, close);
    else if (code === 116) tag.t = text.slice(at + 1, close);
  }
  return close + 1;
}

/** Skips what the tag that was just read holds, with its end tag. */
export function skip(scan: Scan, name: string, selfClosing: boolean): void {
  if (selfClosing) return;
  const inner = lightTag();
  for (;;) {
    nextTag(scan);
    if (closes(scan)) {
      close(scan, name);
      return;
    }
    openTag(scan, inner);
    skip(scan, inner.name, inner.selfClosing);
  }
}

/** Text of the element whose start tag was just read; it may hold no elements. */
export function content(scan: Scan, name: string, selfClosing: boolean): string {
  if (selfClosing) return '';
  const text = nextTag(scan);
  close(scan, name);
  return text;
}
