import { SaxesParser } from 'saxes';
import { LogError } from '../../rules';
import { nameCode, type XmlHandler, type XmlReader } from './xml-scanner';

/**
 * A full reader of XML, for parts that the scanner doesn't understand: other encodings, document types,
 * very long tokens. It tells a handler the same as the scanner does, at a fraction of its speed.
 */
export class FullXmlReader implements XmlReader {
  readonly #parser = new SaxesParser();
  readonly #encoder = new TextEncoder();
  #decoder: TextDecoder | null = null;

  constructor(handler: XmlHandler) {
    const parser = this.#parser;
    const text = (content: string) => {
      const bytes = this.#encoder.encode(content);
      handler.text(bytes, 0, bytes.length, true);
    };
    parser.on('opentag', ({ name, attributes }) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${quoted(value)}"`,
      );
      const bytes = this.#encoder.encode(written.join(''));
      handler.open(localCode(name), bytes, 0, bytes.length);
    });
    parser.on('closetag', ({ name }) => handler.close(localCode(name)));
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('error', () => {
      throw new LogError('damaged');
    });
  }

  push(chunk: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    this.#parser.write(this.#decoded(chunk, true));
  }

  end(): void {
    this.#parser.write(this.#decoded(new Uint8Array(), false));
    this.#parser.close();
  }

  #decoded(chunk: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder?.decode(chunk, { stream }) ?? '';
    } catch {
      throw new LogError('damaged');
    }
  }
}

function localCode(name: string): number {
  return nameCode(name.slice(name.indexOf(':') + 1));
}

/** An attribute's value as it may stand between double quotes; cells have none that need more. */
function quoted(value: string): string {
  return value.replace(/"/g, '&quot;');
}

/** By its mark, its first letters, or what the declaration says. */
function encodingOf(head: Uint8Array): string {
  const [a, b] = head;
  if (a === 0xff || (a === 0x3c && b === 0)) return 'utf-16le';
  if (a === 0xfe || (a === 0 && b === 0x3c)) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const said = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(
    start,
  )?.[1];
  try {
    return new TextDecoder(said ?? 'utf-8').encoding;
  } catch {
    throw new LogError('damaged');
  }
}
