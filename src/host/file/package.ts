/** The parts of an Office package: their XML, their relationships and their content types. */
import { parseXml, XmlError, type OpaqueReader, type XmlDocument, type XmlElement } from './xml';
import { create, elements, insert, remove, serializeDocument, setAttribute } from './xml-edit';
import { deflateText, inflate, readZip, ZipError, type ZipEntry } from './zip';

interface Part {
  readonly name: string;
  /** The bytes as they came; null for a part of our own. */
  readonly entry: ZipEntry | null;
  document: XmlDocument | null;
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** A part's name, or the address as it stands where `external`. */
  readonly target: string;
  readonly external: boolean;
  readonly element: XmlElement;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function relsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolve(base: string, target: string): string {
  const path = target.startsWith('/')
    ? target.slice(1)
    : base.slice(0, base.lastIndexOf('/') + 1) + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decode(part: Part): string {
  try {
    const bytes = part.entry ? inflate(part.entry) : undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new XmlError(`${part.name} is not UTF-8`);
  }
}

export class Package {
  private readonly parts = new Map<string, Part>();
  /** The parts as they were opened. */
  readonly original: readonly ZipEntry[];
  /** Parts that a call took away. */
  readonly removed = new Set<string>();

  /** @throws ZipError where the bytes are no whole zip. */
  constructor(bytes: Uint8Array) {
    this.original = readZip(bytes);
    for (const entry of this.original) {
      const key = entry.name.toLowerCase();
      if (this.parts.has(key)) throw new ZipError(`${entry.name} stands twice`);
      this.parts.set(key, { name: entry.name, entry, document: null });
    }
  }

  /** Inflates what nobody has read yet, but for some parts. @throws ZipError where one is damaged */
  checkUnread(but: ReadonlySet<string>): void {
    for (const { entry, document } of this.parts.values()) {
      if (entry && !document && !but.has(entry.name)) inflate(entry);
    }
  }

  /** How long a part is once it is inflated, as the container says. */
  sizeOf(name: string): number {
    return this.parts.get(name.toLowerCase())?.entry?.size ?? 0;
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /** The XML of a part, parsed once. @throws XmlError where it is missing or not well-formed. */
  xml(name: string, opaque?: OpaqueReader): XmlDocument {
    const part = this.parts.get(name.toLowerCase());
    if (!part) throw new XmlError(`${name} is missing`);
    if (!part.document) {
      part.document = parseXml(decode(part), opaque);
    }
    return part.document;
  }

  /** Adds a part; `markup` is its root element. */
  add(name: string, markup: string, contentType: string, opaque?: OpaqueReader): XmlDocument {
    const document = parseXml(XML_HEAD + markup, opaque);
    this.parts.set(name.toLowerCase(), { name, entry: null, document });
    this.removed.delete(name);
    if (contentType) this.setContentType(name, contentType);
    return document;
  }

  /** Takes away a part with its relationships and its content type. */
  remove(name: string): void {
    for (const gone of [name, relsName(name)]) {
      const part = this.parts.get(gone.toLowerCase());
      if (!part) continue;
      this.parts.delete(gone.toLowerCase());
      if (part.entry) this.removed.add(part.name);
    }
    const types = this.xml(CONTENT_TYPES);
    for (const element of elements(types.root, 'Override')) {
      if (element.attributes.get('PartName')?.toLowerCase() === `/${name.toLowerCase()}`) {
        remove(types, element);
      }
    }
  }

  /** A part's name that is not taken, such as `xl/tables/table3.xml`. */
  freeName(start: string, end: string): string {
    for (let n = 1; ; n++) if (!this.has(`${start}${n}${end}`)) return `${start}${n}${end}`;
  }

  contentType(name: string): string {
    const root = this.xml(CONTENT_TYPES).root;
    const own = elements(root, 'Override').find(
      (e) => e.attributes.get('PartName')?.toLowerCase() === `/${name.toLowerCase()}`,
    );
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const usual = elements(root, 'Default').find(
      (e) => e.attributes.get('Extension')?.toLowerCase() === extension,
    );
    return (own ?? usual)?.attributes.get('ContentType') ?? '';
  }

  private setContentType(name: string, type: string): void {
    if (this.contentType(name) === type) return;
    const { root } = this.xml(CONTENT_TYPES);
    insert(root, create(root, 'Override', { PartName: `/${name}`, ContentType: type }));
  }

  /** The relationships of a part; '' asks for those of the package. */
  relationships(part: string): Relationship[] {
    if (!this.has(relsName(part))) return [];
    return elements(this.xml(relsName(part)).root, 'Relationship').map((element) => {
      const target = element.attributes.get('Target') ?? '';
      const external = element.attributes.get('TargetMode') === 'External';
      return {
        id: element.attributes.get('Id') ?? '',
        type: element.attributes.get('Type') ?? '',
        target: external ? target : resolve(part, target),
        external,
        element,
      };
    });
  }

  /** The relationships whose type ends so; strict and transitional files differ in the beginning. */
  related(part: string, type: string): Relationship[] {
    return this.relationships(part).filter((r) => r.type.endsWith(`/${type}`));
  }

  /** Adds a relationship and gives its id. */
  relate(part: string, type: string, target: string, external = false): string {
    const name = relsName(part);
    if (!this.has(name)) this.add(name, `<Relationships xmlns="${RELATIONSHIPS}"/>`, '');
    if (this.contentType(name) !== RELATIONSHIPS_TYPE) {
      this.setContentType(name, RELATIONSHIPS_TYPE);
    }
    const taken = new Set(this.relationships(part).map((r) => r.id));
    let n = 1;
    while (taken.has(`rId${n}`)) n++;
    const { root } = this.xml(name);
    const element = create(root, 'Relationship', {
      Id: `rId${n}`,
      Type: type,
      Target: external ? target : `/${target}`,
    });
    if (external) setAttribute(element, 'TargetMode', 'External');
    insert(root, element);
    return `rId${n}`;
  }

  unrelate(part: string, relationship: Relationship): void {
    remove(this.xml(relsName(part)), relationship.element);
  }

  /** The parts that the package's relationships lead to. */
  private reachable(): Set<string> {
    const found = new Set<string>();
    const walk = (part: string): void => {
      for (const { target, external } of this.relationships(part)) {
        if (external || found.has(target.toLowerCase())) continue;
        found.add(target.toLowerCase());
        walk(target);
      }
    };
    walk('');
    return found;
  }

  /** Takes a relationship away, and with it the parts that only it led to. */
  removeRelated(part: string, relationship: Relationship): void {
    const before = this.reachable();
    this.unrelate(part, relationship);
    const after = this.reachable();
    for (const name of before) {
      if (after.has(name)) continue;
      const gone = this.parts.get(name);
      if (gone) this.remove(gone.name);
    }
  }

  /** The names of elements that were taken away on purpose from a part. */
  removedElements(name: string): ReadonlySet<string> {
    return this.parts.get(name.toLowerCase())?.document?.removed ?? new Set();
  }

  /** The names of the root's children that were changed, or have changes below them. */
  changedElements(name: string): Set<string> {
    const root = this.parts.get(name.toLowerCase())?.document?.root;
    return new Set(
      elements(root)
        .filter((element) => element.changed)
        .map((element) => element.local),
    );
  }

  /** Parts whose XML a call has changed, and parts that are new. */
  changed(): string[] {
    return [...this.parts.values()]
      .filter((part) => !part.entry || part.document?.root.changed)
      .map((part) => part.name);
  }

  /**
   * The entries to write: unchanged parts as they came, the others anew.
   * @param generated parts that are kept elsewhere (cells, strings, styles).
   */
  entries(generated: ReadonlyMap<string, Promise<ZipEntry>>): Promise<ZipEntry[]> {
    return Promise.all(
      [...this.parts.values()].map((part) => {
        const made = generated.get(part.name);
        if (made) return made;
        if (part.document && (!part.entry || part.document.root.changed)) {
          return deflateText(part.name, serializeDocument(part.document));
        }
        if (!part.entry) throw new ZipError(`${part.name} has no content`);
        return part.entry;
      }),
    );
  }
}
