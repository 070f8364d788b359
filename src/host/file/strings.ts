/** The shared strings: read once, only ever appended to, so that untouched sheets stay valid. */
import type { Package } from './package';
import { close, closes, content, lightTag, nextTag, openTag, skip, type Scan } from './scan';
import { escapeText, type XmlElement } from './xml';
import { elements, startTag, textOf } from './xml-edit';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIP =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
const CONTENT_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';

/** Text of a stored string: `_x000D_` stands for a character that XML can't hold. */
export function decodeStored(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The reverse of `decodeStored`, escaped for XML. */
export function encodeStored(text: string): string {
  const guarded = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;

  const safe = guarded.replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (c) => {
    return `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
  return escapeText(safe);
}

/** The plain text of a string item: its runs one after the other, without phonetic hints. */
export function plainText(item: XmlElement): string {
  let text = '';
  for (const part of elements(item)) {
    if (part.local === 't') text += textOf(part);
    else if (part.local === 'r') for (const t of elements(part, 't')) text += textOf(t);
  }
  return decodeStored(text);
}

/** Reads the string item where the reader stands; null where it is something else. */
function readItem(scan: Scan): { text: string; plain: boolean } | null {
  const tag = lightTag();
  openTag(scan, tag);
  const { name, local, selfClosing } = tag;
  let text = '';
  let plain = true;
  for (let depth = selfClosing ? 0 : 1, run = ''; depth > 0;) {
    nextTag(scan);
    if (closes(scan)) {
      close(scan, depth === 2 ? run : name);
      depth--;
      continue;
    }
    openTag(scan, tag);
    if (tag.local === 't') text += content(scan, tag.name, tag.selfClosing);
    else {
      plain = false;
      if (depth === 1 && tag.local === 'r' && !tag.selfClosing) {
        run = tag.name;
        depth = 2;
      } else skip(scan, tag.name, tag.selfClosing);
    }
  }
  return local === 'si' ? { text: decodeStored(text), plain } : null;
}

/** Gives the number of a string while a sheet is written. */
export interface StringIndex {
  indexOf(text: string): number;
}

export class SharedStrings {
  readonly texts: readonly string[];
  private readonly plain = new Map<string, number>();
  private part: string | null;

  constructor(
    private readonly pack: Package,
    private readonly workbookPart: string,
  ) {
    this.part = pack.related(workbookPart, 'sharedStrings')[0]?.target ?? null;
    if (this.part !== null && !pack.has(this.part)) this.part = null;
    const texts: string[] = [];
    this.texts = texts;
    if (this.part === null) return;
    pack.xml(this.part, {
      local: 'sst',
      read: (text, position) => {
        const scan: Scan = { text, at: position };
        for (;;) {
          nextTag(scan);
          if (closes(scan)) return scan.at;
          const item = readItem(scan);
          if (item === null) continue;
          if (item.plain && !this.plain.has(item.text)) this.plain.set(item.text, texts.length);
          texts.push(item.text);
        }
      },
    });
  }

  /** An index for one save, and the part's new text after it (null if nothing was appended). */
  startSave(): StringIndex & { finish(): { name: string; text: string } | null } {
    const added = new Map<string, number>();
    return {
      indexOf: (text) => {
        const known = this.plain.get(text) ?? added.get(text);
        if (known !== undefined) return known;
        const index = this.texts.length + added.size;
        added.set(text, index);
        return index;
      },
      finish: () => (added.size === 0 ? null : this.append([...added.keys()])),
    };
  }

  private append(added: readonly string[]): { name: string; text: string } {
    const name = this.part ?? this.createPart();
    const document = this.pack.xml(name);
    const { root } = document;
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    const source = root.source;
    const inner =
      source && !source.text.startsWith('/>', source.tagTo - 2)
        ? source.text.slice(source.tagTo, source.text.lastIndexOf('</', source.to))
        : '';
    const attributes = new Map(root.attributes);
    attributes.delete('count');
    attributes.set('uniqueCount', String(this.texts.length + added.length));
    const items = added.map(
      (text) =>
        `<${prefix}si><${prefix}t xml:space="preserve">${encodeStored(text)}</${prefix}t></${prefix}si>`,
    );
    const text =
      document.before +
      startTag(root.name, attributes, false) +
      inner +
      items.join('') +
      `</${root.name}>` +
      document.after;
    return { name, text };
  }

  private createPart(): string {
    this.part = this.pack.has('xl/sharedStrings.xml')
      ? this.pack.freeName('xl/sharedStrings', '.xml')
      : 'xl/sharedStrings.xml';
    this.pack.add(this.part, `<sst xmlns="${SPREADSHEET}"/>`, CONTENT_TYPE);
    this.pack.relate(this.workbookPart, RELATIONSHIP, this.part);
    return this.part;
  }
}
