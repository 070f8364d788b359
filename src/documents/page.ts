import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { BODY_SIZE, FONT, twips } from './text';

/** A4; margins as Annex I, I.1.c has them: top, bottom 20, left 30, right 15 mm. */
const A4 = { width: twips(210), height: twips(297) };
const MARGINS = { top: twips(20), bottom: twips(20), left: twips(30), right: twips(15) };
const HEADER_AT = twips(10);
/** What is left for text, in millimetres. */
export const TEXT_WIDTH = { portrait: 165, landscape: 252 } as const;

/** A run of pages with its own numbers: an annex counts from 1 again. */
export interface Part {
  readonly landscape?: boolean;
  readonly children: readonly FileChild[];
}

/** A paper's bytes: the same for the same parts and clock. */
export async function documentOf(
  title: string,
  parts: readonly Part[],
  now: Date,
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY_SIZE * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: parts.map(({ landscape = false, children }) => ({
      properties: {
        titlePage: true,
        page: {
          size: {
            ...A4,
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { ...MARGINS, header: HEADER_AT, footer: HEADER_AT, gutter: 0 },
          pageNumbers: { start: 1 },
        },
      },
      headers: { first: new Header({ children: [new Paragraph('')] }), default: pageNumber() },
      footers: {
        first: new Footer({ children: [new Paragraph('')] }),
        default: new Footer({ children: [new Paragraph('')] }),
      },
      children: [...children],
    })),
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), now);
}

/** At the top centre, from the second page on. */
function pageNumber(): Header {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: (BODY_SIZE - 1) * 2 });
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  });
}

const CORE = 'docProps/core.xml';
const DATE = />[^<]*<\/dcterms:(created|modified)>/g;

/** The library dates the file by its own clock: ours goes in its place, in the zip as well. */
function settled(bytes: Uint8Array, now: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts[CORE];
  if (core) {
    const day = `${now.toISOString().slice(0, 19)}Z`;
    parts[CORE] = strToU8(strFromU8(core).replace(DATE, `>${day}</dcterms:$1>`));
  }
  return zipSync(parts as Zippable, { level: 6, mtime: ZIP_TIME });
}

/** A zip keeps local time: one that is the same everywhere. */
export const ZIP_TIME = new Date(1980, 0, 1);
