import { LogError } from '../../rules';
import type { ByteSource, LogCodec } from './source';
import type { SharedStrings } from './shared-strings';
import { NAMED } from './text-buffer';
import { XmlScanner, type XmlHandler, type XmlReaderClass } from './xml-scanner';
import { contentOf, readDirectory, type Part } from './zip';

/** Parts that name other parts are short; strings are kept, so they have a bound too. */
const LONGEST_INDEX = 1 << 24;
const LONGEST_STRINGS = 1 << 30;

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Users see it. */
  readonly visible: boolean;
  /** Null for sheets of charts and the like. */
  readonly part: string | null;
  /** Names of the sheet's own, with what they stand for. */
  readonly names: readonly SheetName[];
}

export interface SheetName {
  readonly name: string;
  readonly formula: string;
}

/** The parts of an .xlsx, found by its relationships and read one by one. */
export class WorkbookParts {
  private constructor(
    private readonly source: ByteSource,
    private readonly codec: LogCodec,
    private readonly parts: ReadonlyMap<string, Part>,
    /** The workbook part's XML. */
    readonly workbook: string,
    private readonly targets: readonly Target[],
    /** What reads strings and cells. */
    private readonly Reader: XmlReaderClass,
  ) {}

  /** @throws LogError */
  static async open(
    source: ByteSource,
    codec: LogCodec,
    Reader: XmlReaderClass = XmlScanner,
  ): Promise<WorkbookParts> {
    const parts = await readDirectory(source);
    const read = (name: string) => textOf(source, codec, partNamed(parts, name));
    const name = targetsOf(await read('_rels/.rels'), '').find(({ type }) =>
      type.endsWith('/officeDocument'),
    )?.target;
    if (name === undefined) throw new LogError('damaged');
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const rels = `${folder}_rels/${name.slice(folder.length)}.rels`;
    const targets = targetsOf(await read(rels), folder);
    return new WorkbookParts(source, codec, parts, await read(name), targets, Reader);
  }

  /** The part that the workbook has for a kind of relationship ("/styles"); null where it has none. */
  related(kind: string): string | null {
    return this.targets.find(({ type }) => type.endsWith(kind))?.target ?? null;
  }

  textOf(name: string): Promise<string> {
    return textOf(this.source, this.codec, partNamed(this.parts, name));
  }

  /** @param isEnough asked after each chunk: the rest of the part is left unread */
  async scan(name: string, handler: XmlHandler, isEnough = () => false): Promise<void> {
    const scanner = new this.Reader(handler);
    const part = partNamed(this.parts, name);
    for await (const chunk of contentOf(this.source, part, this.codec)) {
      scanner.push(chunk);
      if (isEnough()) return;
    }
    scanner.end();
  }

  /** How long a part is once it is inflated, by the directory. */
  sizeOf(name: string): number {
    return partNamed(this.parts, name).size;
  }

  async scanStrings(strings: SharedStrings): Promise<void> {
    const name = this.related('/sharedStrings');
    if (name === null) return;
    const size = this.sizeOf(name);
    if (size > LONGEST_STRINGS) throw new LogError('tooLarge');
    strings.reserve(size);
    await this.scan(name, strings);
  }

  /** In the order of their tabs. */
  sheets(): ListedSheet[] {
    const names = sheetNames(this.workbook);
    return elements(this.workbook, 'sheet').map((attributes, i) => {
      const [, id] = [...attributes].find(([key]) => key.endsWith(':id')) ?? [];
      const target = this.targets.find((each) => each.id === id);
      return {
        name: attributes.get('name') ?? '',
        visible: !(attributes.get('state') ?? '').toLowerCase().includes('hidden'),
        part: target?.type.endsWith('/worksheet') ? target.target : null,
        names: names.get(i) ?? [],
      };
    });
  }
}

function partNamed(parts: ReadonlyMap<string, Part>, name: string): Part {
  const part = parts.get(name.toLowerCase());
  if (!part) throw new LogError('damaged');
  return part;
}

async function textOf(source: ByteSource, codec: LogCodec, part: Part): Promise<string> {
  if (part.size > LONGEST_INDEX) throw new LogError('tooLarge');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of contentOf(source, part, codec)) {
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function targetsOf(rels: string, folder: string): Target[] {
  return elements(rels, 'Relationship').map((attributes) => {
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    };
  });
}

/** The attributes of every element of a local name. */
export function elements(xml: string, name: string): Map<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}\\s([^<>]*)>`, 'g'));
  return [...tags].map(([, attributes = '']) => {
    const each = attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return new Map(
      [...each].map(([, key = '', double, single]): [string, string] => [
        key,
        (double ?? single ?? '').replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) =>
          String.fromCharCode(NAMED.get(entity) as number),
        ),
      ]),
    );
  });
}

/** Names that belong to single sheets, by the sheet's place in the workbook. */
function sheetNames(workbook: string): Map<number, SheetName[]> {
  const names = new Map<number, SheetName[]>();
  const each = workbook.matchAll(
    /<(?:[\w.-]+:)?definedName\s([^<>]*)>([^<]*)<\/(?:[\w.-]+:)?definedName>/g,
  );
  for (const [, own = '', formula = ''] of each) {
    const [attributes] = elements(`<n ${own}>`, 'n');
    const sheet = Number(attributes?.get('localSheetId') ?? NaN);
    if (Number.isNaN(sheet)) continue;
    const list = names.get(sheet) ?? [];
    const text = formula
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&');
    names.set(sheet, [...list, { name: attributes?.get('name') ?? '', formula: `=${text}` }]);
  }
  return names;
}
