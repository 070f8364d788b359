/** Reading, changing and writing the lossless tree of `xml.ts`. */
import {
  decodeText,
  escapeAttribute,
  escapeText,
  localName,
  type XmlDocument,
  type XmlElement,
} from './xml';

/** The child elements, of one local name if it is given. */
export function elements(parent: XmlElement | undefined, local?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (local === undefined || child.local === local)) {
      found.push(child);
    }
  }
  return found;
}

export function child(parent: XmlElement | undefined, local: string): XmlElement | undefined {
  return elements(parent, local)[0];
}

/** The text of the element: its text and CDATA, without what stands in elements below. */
export function textOf(element: XmlElement | undefined): string {
  let text = '';
  for (const part of element?.children ?? []) {
    if (typeof part !== 'string') continue;
    if (part.startsWith('<![CDATA[')) text += part.slice(9, -3);
    else if (!part.startsWith('<')) text += decodeText(part);
  }
  return text;
}

/** The attribute of a local name, whatever its prefix; a name without a prefix comes first. */
export function attribute(element: XmlElement | undefined, local: string): string | undefined {
  const plain = element?.attributes.get(local);
  if (plain !== undefined) return plain;
  for (const [name, value] of element?.attributes ?? []) {
    if (!name.startsWith('xmlns') && localName(name) === local) return value;
  }
  return undefined;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** Notes that the element is no longer what was read. */
export function markChanged(element: XmlElement): void {
  for (let at: XmlElement | null = element; at && !at.changed; at = at.parent) at.changed = true;
}

/** Sets an attribute, or takes it away where the value is null. An equal value changes nothing. */
export function setAttribute(element: XmlElement, name: string, value: string | null): void {
  if ((element.attributes.get(name) ?? null) === value) return;
  if (value === null) element.attributes.delete(name);
  else element.attributes.set(name, value);
  element.tagChanged = true;
  markChanged(element);
}

export function setText(element: XmlElement, value: string): void {
  if (textOf(element) === value && elements(element).length === 0) return;
  element.children.length = 0;
  element.children.push(escapeText(value));
  markChanged(element);
}

/** A new element; its name takes the prefix of `like`. */
export function create(
  like: XmlElement,
  local: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const prefix = like.name.slice(0, like.name.length - like.local.length);
  return {
    name: prefix + local,
    local,
    attributes: new Map(Object.entries(attributes)),
    children: [],
    parent: null,
    source: null,
    tagChanged: true,
    changed: true,
  };
}

/** Puts an element at the end of its parent, or before `before`. */
export function insert(parent: XmlElement, element: XmlElement, before?: XmlElement): XmlElement {
  const at = before ? parent.children.indexOf(before) : -1;
  if (at < 0) parent.children.push(element);
  else parent.children.splice(at, 0, element);
  element.parent = parent;
  markChanged(parent);
  return element;
}

/** Takes an element away; the document remembers its name, so that the save guard knows. */
export function remove(document: XmlDocument, element: XmlElement): void {
  const parent = element.parent;
  const at = parent ? parent.children.indexOf(element) : -1;
  if (!parent || at < 0) return;
  parent.children.splice(at, 1);
  element.parent = null;
  document.removed.add(element.local);
  markChanged(parent);
}

/** The child of that name; a missing one is put where the schema's order wants it. */
export function ensure(parent: XmlElement, local: string, order: readonly string[]): XmlElement {
  const found = child(parent, local);
  if (found) return found;
  const rank = order.indexOf(local);
  const before = elements(parent).find((e) => order.indexOf(e.local) > rank);
  return insert(parent, create(parent, local), before);
}

/** The prefix under which a namespace is known at the root; declared there if it is missing. */
export function prefixFor(document: XmlDocument, namespace: string, wanted: string): string {
  for (const [name, value] of document.root.attributes) {
    if (value === namespace && name.startsWith('xmlns:')) return name.slice(6);
  }
  setAttribute(document.root, `xmlns:${wanted}`, namespace);
  return wanted;
}

/** The start tag of a name with these attributes. */
export function startTag(
  name: string,
  attributes: ReadonlyMap<string, string>,
  selfClosing: boolean,
): string {
  let tag = `<${name}`;
  for (const [key, value] of attributes) tag += ` ${key}="${escapeAttribute(value)}"`;
  return tag + (selfClosing ? '/>' : '>');
}

/** The element as markup; an unchanged one is the text it was read from. */
export function serialize(element: XmlElement, replace?: ReadonlyMap<XmlElement, string>): string {
  const own = replace?.get(element);
  if (own !== undefined) return own;
  const { source } = element;
  if (!element.changed && source) return source.text.slice(source.from, source.to);
  if (element.children.length === 0 && !element.tagChanged && source) {
    const tag = source.text.slice(source.from, source.tagTo);
    return tag.endsWith('/>') ? tag : `${tag}</${element.name}>`;
  }
  if (element.children.length === 0) return startTag(element.name, element.attributes, true);
  let markup =
    !element.tagChanged && source && !source.text.startsWith('/>', source.tagTo - 2)
      ? source.text.slice(source.from, source.tagTo)
      : startTag(element.name, element.attributes, false);
  for (const part of element.children) {
    markup += typeof part === 'string' ? part : serialize(part, replace);
  }
  return `${markup}</${element.name}>`;
}

/** The whole document; `replace` gives the markup of elements that are kept elsewhere. */
export function serializeDocument(
  document: XmlDocument,
  replace?: ReadonlyMap<XmlElement, string>,
): string {
  return document.before + serialize(document.root, replace) + document.after;
}
