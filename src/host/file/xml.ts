/**
 * A lossless XML tree: what nobody changes is written back as the very characters it was read from.
 */

/** A mistake in the XML; `open.ts` turns it into an OpenError. */
export class XmlError extends Error {}

interface Source {
  readonly text: string;
  readonly from: number;
  /** End of the start tag. */
  readonly tagTo: number;
  readonly to: number;
}

export interface XmlElement {
  readonly name: string;
  /** The name without its namespace prefix. */
  readonly local: string;
  readonly attributes: Map<string, string>;
  /** Elements, and raw markup of everything else: text, CDATA, comments, instructions. */
  readonly children: (XmlElement | string)[];
  parent: XmlElement | null;
  /** Where it was read from; null for a new element. */
  readonly source: Source | null;
  tagChanged: boolean;
  /** True if the element or anything below it was changed. */
  changed: boolean;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** What stands before and after the root element. */
  readonly before: string;
  readonly after: string;
  /** Local names of elements that were taken away on purpose. */
  readonly removed: Set<string>;
}

export interface Tag {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly selfClosing: boolean;
  readonly to: number;
}

/** Reads the content of an element in its own way; gives the position of its end tag's `<`. */
export interface OpaqueReader {
  readonly local: string;
  read(text: string, position: number): number;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Raw text with its entities replaced. */
export function decodeText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;]*);?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const number = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
    const code = number ? parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : NaN;
    if (!(code <= 0x10ffff)) throw new XmlError(`unknown entity ${whole.slice(0, 20)}`);
    return String.fromCodePoint(code);
  });
}

export function escapeText(value: string): string {
  return /[&<>]/.test(value)
    ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : value;
}

export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function nameEnd(text: string, position: number): number {
  let at = position;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === 61 || code === 62 || code === 47 || code === 60) break;
  }
  if (at === position) throw new XmlError(`name expected at ${position}`);
  return at;
}

/** Reads the start tag whose `<` stands at the position. */
export function readTag(text: string, position: number): Tag {
  let at = nameEnd(text, position + 1);
  const name = text.slice(position + 1, at);
  const attributes = new Map<string, string>();
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === 62) return { name, attributes, selfClosing: false, to: at + 1 };
    if (code === 47 && text.charCodeAt(at + 1) === 62) {
      return { name, attributes, selfClosing: true, to: at + 2 };
    }
    if (at >= text.length) throw new XmlError(`tag ${name} doesn't end`);
    const end = nameEnd(text, at);
    const key = text.slice(at, end);
    at = end;
    while (isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 61) throw new XmlError(`value of ${key} expected at ${at}`);
    at++;
    while (isSpace(text.charCodeAt(at))) at++;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") throw new XmlError(`quote expected at ${at}`);
    const close = text.indexOf(quote, at + 1);
    if (close < 0) throw new XmlError(`value of ${key} doesn't end`);
    if (attributes.has(key)) throw new XmlError(`attribute ${key} stands twice`);
    attributes.set(key, decodeText(text.slice(at + 1, close)));
    at = close + 1;
  }
}

/** End of the comment, CDATA section or instruction at the position; 0 if none stands there. */
export function specialEnd(text: string, position: number): number {
  const pairs: [string, string][] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ];
  for (const [open, close] of pairs) {
    if (!text.startsWith(open, position)) continue;
    const end = text.indexOf(close, position + open.length);
    if (end < 0) throw new XmlError(`${open} doesn't end`);
    return end + close.length;
  }
  if (text.startsWith('<!', position)) throw new XmlError('a document type is not allowed');
  return 0;
}

function prologEnd(text: string, position: number): number {
  let at = position;
  for (;;) {
    while (at < text.length && (isSpace(text.charCodeAt(at)) || text[at] === '\uFEFF')) at++;
    if (text[at] !== '<') return at;
    const end = specialEnd(text, at);
    if (end === 0) return at;
    at = end;
  }
}

/**
 * Parses a document.
 * @param opaque reads the root or an element right below it in its own way.
 * @throws XmlError where the text is not well-formed.
 */
export function parseXml(text: string, opaque?: OpaqueReader): XmlDocument {
  const start = prologEnd(text, 0);
  if (text[start] !== '<') throw new XmlError('no root element');
  const root = readElement(text, start, null, opaque);
  const end = root.source?.to ?? start;
  if (prologEnd(text, end) !== text.length)
    throw new XmlError('something follows the root element');
  return { root, before: text.slice(0, start), after: text.slice(end), removed: new Set() };
}

function endTag(text: string, position: number, name: string): number {
  let at = position + 2;
  if (!text.startsWith(name, at)) throw new XmlError(`end of ${name} expected at ${position}`);
  at += name.length;
  while (isSpace(text.charCodeAt(at))) at++;
  if (text[at] !== '>') throw new XmlError(`end of ${name} expected at ${position}`);
  return at + 1;
}

interface Open {
  readonly tag: Tag;
  readonly from: number;
  readonly children: (XmlElement | string)[];
}

function finished(text: string, open: Open, to: number): XmlElement {
  const element: XmlElement = {
    name: open.tag.name,
    local: localName(open.tag.name),
    attributes: open.tag.attributes,
    children: open.children,
    parent: null,
    source: { text, from: open.from, tagTo: open.tag.to, to },
    tagChanged: false,
    changed: false,
  };
  for (const child of open.children) if (typeof child !== 'string') child.parent = element;
  return element;
}

function readElement(
  text: string,
  from: number,
  parent: XmlElement | null,
  opaque: OpaqueReader | undefined,
): XmlElement {
  const stack: Open[] = [];
  let at = from;
  for (;;) {
    const open = stack[stack.length - 1];
    if (open) {
      const next = text.indexOf('<', at);
      if (next < 0) throw new XmlError(`${open.tag.name} doesn't end`);
      if (next > at) {
        const raw = text.slice(at, next);
        decodeText(raw);
        open.children.push(raw);
      }
      at = next;
    }
    let done: XmlElement | null = null;
    if (open && text[at + 1] === '/') {
      at = endTag(text, at, open.tag.name);
      done = finished(text, open, at);
      stack.pop();
    } else {
      const special = specialEnd(text, at);
      if (special > 0 && open) {
        open.children.push(text.slice(at, special));
        at = special;
        continue;
      }
      const tag = readTag(text, at);
      const entry: Open = { tag, from: at, children: [] };
      at = tag.to;
      if (tag.selfClosing) done = finished(text, entry, at);
      else {
        if (stack.length < 2 && opaque?.local === localName(tag.name)) {
          at = opaque.read(text, at);
        }
        stack.push(entry);
      }
    }
    if (!done) continue;
    const above = stack[stack.length - 1];
    if (!above) {
      done.parent = parent;
      return done;
    }
    above.children.push(done);
  }
}
