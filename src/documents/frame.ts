/** What stands around every paper's text: letterhead, title, recipients and signatures. */
import type { FileChild } from 'docx';
import type { Papers } from '../rules';
import { words } from '../words';
import { TEXT_WIDTH } from './page';
import { sideBySide } from './table';
import { centered, paragraph, rule } from './text';

const LEFT = 70;
const RIGHT = TEXT_WIDTH.portrait - LEFT;
const { DOSSIER } = words;

/** Who issues a paper, as its top left says it. */
export interface Head {
  readonly parentBody: string;
  readonly name: string;
  /** "Số: …/TTr-STTTT"; null where the paper has none. */
  readonly number: string | null;
  /** "Hậu Giang, ngày …"; null where the paper has none. */
  readonly placeAndDate: string | null;
}

/** The issuing body and number on the left; the nation's name, its motto and the day on the right. */
export function letterhead(head: Head, draft: boolean): FileChild {
  return sideBySide([
    { width: LEFT, children: [...bodies(head, LEFT), ...below(head.number, draft)] },
    {
      width: RIGHT,
      children: [
        centered(words.NATIONAL, { bold: true, size: 12 }),
        centered(words.MOTTO, { bold: true, size: 13 }),
        rule(54, RIGHT),
        ...(head.placeAndDate === null
          ? []
          : [centered(head.placeAndDate, { italic: true, size: 13, before: 6 })]),
      ],
    },
  ]);
}

function bodies(
  { parentBody, name }: Pick<Head, 'parentBody' | 'name'>,
  room: number,
): FileChild[] {
  return [
    ...linesOf(parentBody, room).map((line) => centered(line, { size: 12 })),
    ...linesOf(name, room).map((line) => centered(line, { bold: true, size: 12 })),
    rule(24, room),
  ];
}

/** Millimetres that a bold capital of 12 points takes, roughly. */
const CAPITAL = 2.65;

/** A body's name in capitals; what doesn't fit a line makes two of about one length. */
function linesOf(name: string, room: number): string[] {
  const text = name.toUpperCase();
  if (text.length * CAPITAL <= room) return text === '' ? [] : [text];
  const longest = (at: number) => Math.max(at, text.length - at - 1);
  const { committees } = DOSSIER;
  if (text.startsWith(`${committees} `)) return [committees, text.slice(committees.length + 1)];
  const breaks = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [at] = breaks.sort((x, y) => longest(x) - longest(y));
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function below(number: string | null, draft: boolean): FileChild[] {
  return [
    ...(number === null ? [] : [centered(number, { size: 13, before: 6 })]),
    ...(draft ? [centered(words.DRAFT, { bold: true, size: 13, before: 6 })] : []),
  ];
}

/** The head of an annex: the bodies alone; the top right stays free for the digital signature. */
export function annexHead(head: Pick<Head, 'parentBody' | 'name'>): FileChild {
  const width = 90;
  return sideBySide([
    { width, children: bodies(head, width) },
    { width: TEXT_WIDTH.landscape - width, children: [centered('')] },
  ]);
}

/** A paper's kind in capitals, what it is about, and the line below. */
export function title(kind: string, subject: string): FileChild[] {
  return [
    centered(kind, { bold: true, size: 14, before: 14 }),
    centered(subject, { bold: true, size: 14 }),
    rule(40, TEXT_WIDTH.portrait),
    centered('', { size: 6 }),
  ];
}

export interface Signature {
  readonly post: string;
  /** Null is a visible blank. */
  readonly name: string | null;
}

/** The recipients on the left, who signs on the right. */
export function signed(recipients: readonly string[], signature: Signature): FileChild[] {
  return [
    centered('', { size: 8, keepNext: true }),
    sideBySide([
      {
        width: TEXT_WIDTH.portrait / 2,
        children: [
          paragraph(DOSSIER.recipients, { bold: true, italic: true, size: 12 }),
          ...recipients.map((line) => paragraph(line, { size: 11 })),
        ],
      },
      { width: TEXT_WIDTH.portrait / 2, children: signatureOf(signature) },
    ]),
  ];
}

/** Long posts stand on the left. */
const WIDER = 95;

/** Two who sign side by side. */
export function bothSigned(left: Signature, right: Signature): FileChild[] {
  return [
    centered('', { size: 8, keepNext: true }),
    sideBySide(
      [left, right].map((each, i) => ({
        width: i === 0 ? WIDER : TEXT_WIDTH.portrait - WIDER,
        children: signatureOf(each),
      })),
    ),
  ];
}

const SIGN_SIZE = 13;

/** Room to sign between the post and the name. */
function signatureOf({ post, name }: Signature): FileChild[] {
  return [
    centered(post.toUpperCase(), { bold: true, size: SIGN_SIZE, keepNext: true }),
    centered('', { before: 60, keepNext: true }),
    centered(name ?? words.BLANK, { bold: true, size: SIGN_SIZE }),
  ];
}

/** The head of a paper of the body that scores. */
export function scoringHead(papers: Papers, type: string): Head {
  return {
    parentBody: papers.parentBody,
    name: papers.issuer,
    number: DOSSIER.number(type, papers.symbol),
    placeAndDate: DOSSIER.placeAndDate(papers.place, papers.paperDate),
  };
}
