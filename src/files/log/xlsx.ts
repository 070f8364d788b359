import type { Interner } from './interner';
import { RowSink } from './row-sink';
import { SharedStrings } from './shared-strings';
import { SheetCells } from './sheet-cells';
import { LogError, type ByteSource, type LogCodec } from './source';
import { XmlScanner, type XmlHandler } from './xml-scanner';
import { contentOf, readDirectory, type Part } from './zip';

/** Parts that name other parts are short; strings are kept, so they have a bound too. */
const LONGEST_INDEX = 1 << 24;
const LONGEST_STRINGS = 1 << 30;

/** Reads a log from the first sheet of a workbook that is one. @throws LogError */
export async function readXlsx(
  source: ByteSource,
  interner: Interner,
  codec: LogCodec,
): Promise<RowSink> {
  const parts = await readDirectory(source);
  const workbookName = targetsOf(await textOf('_rels/.rels'), '').find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target;
  if (workbookName === undefined) throw new LogError('damaged');
  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1);
  const rels = `${folder}_rels/${workbookName.slice(folder.length)}.rels`;
  const targets = targetsOf(await textOf(rels), folder);

  const strings = new SharedStrings(interner);
  const stringsPart = targets.find(({ type }) => type.endsWith('/sharedStrings'));
  if (stringsPart) {
    const part = partNamed(stringsPart.target);
    if (part.size > LONGEST_STRINGS) throw new LogError('tooLarge');
    await scan(source, part, codec, strings, () => false);
  }
  for (const id of sheetIds(await textOf(workbookName))) {
    const sheet = targets.find((each) => each.id === id && each.type.endsWith('/worksheet'));
    if (!sheet) continue;
    const sink = new RowSink(interner);
    const cells = new SheetCells(sink, strings);
    await scan(source, partNamed(sheet.target), codec, cells, () => sink.isHopeless);
    if (sink.isHeaded) return sink;
  }
  throw new LogError('notALog');

  function partNamed(name: string): Part {
    const part = parts.get(name.toLowerCase());
    if (!part) throw new LogError('damaged');
    return part;
  }

  async function textOf(name: string): Promise<string> {
    const part = partNamed(name);
    if (part.size > LONGEST_INDEX) throw new LogError('tooLarge');
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of contentOf(source, part, codec)) {
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  }
}

/** @param isEnough asked after each chunk: the rest of the part is left unread */
async function scan(
  source: ByteSource,
  part: Part,
  codec: LogCodec,
  handler: XmlHandler,
  isEnough: () => boolean,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const chunk of contentOf(source, part, codec)) {
    scanner.push(chunk);
    if (isEnough()) return;
  }
  scanner.end();
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

/** Relationship ids of the sheets that users see, in their order. */
function sheetIds(workbook: string): string[] {
  return elements(workbook, 'sheet')
    .filter((attributes) => !(attributes.get('state') ?? '').toLowerCase().includes('hidden'))
    .map((attributes) => {
      const prefixed = [...attributes].find(([name]) => name.endsWith(':id'));
      return prefixed?.[1] ?? '';
    });
}

/** The attributes of every element of a local name. */
function elements(xml: string, name: string): Map<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}\\s([^<>]*)>`, 'g'));
  return [...tags].map(([, attributes = '']) => {
    const each = attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return new Map(
      [...each].map(([, key = '', double, single]): [string, string] => [
        key,
        (double ?? single ?? '').replace(/&amp;/g, '&'),
      ]),
    );
  });
}
