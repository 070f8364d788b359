/** Paragraphs as Nghị định 30/2020/NĐ-CP, Annex I, sets them: Times New Roman, 13 or 14. */
import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import { words } from '../words';

export const FONT = 'Times New Roman';
/** Points. */
export const BODY_SIZE = 14;
export const TABLE_SIZE = 12;
/** A twentieth of a point. */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const;

export interface TextStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly align?: keyof typeof ALIGN;
  /** First line, in millimetres. */
  readonly indent?: number;
  /** Points. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Begins the paragraph in bold. */
  readonly lead?: string;
}

/** A paragraph; every blank that only people can fill is marked. */
export function paragraph(text: string, style: TextStyle = {}): Paragraph {
  const { align = 'left', indent = 0, before = 0, after = 0 } = style;
  return new Paragraph({
    alignment: ALIGN[align],
    indent: { firstLine: twips(indent) },
    spacing: { before: before * 20, after: after * 20 },
    keepNext: style.keepNext ?? false,
    children: [...runs(style.lead ?? '', { ...style, bold: true }), ...runs(text, style)],
  });
}

function runs(text: string, { bold, italic, size = BODY_SIZE }: TextStyle): TextRun[] {
  const common = { bold: bold ?? false, italics: italic ?? false, size: size * 2 };
  return text
    .split(BLANKS)
    .filter((part) => part !== '')
    .map((part) =>
      part === words.BLANK
        ? new TextRun({ ...common, text: part, highlight: 'yellow' })
        : new TextRun({ ...common, text: part }),
    );
}

const BLANKS = new RegExp(`(${words.BLANK})`, 'u');

/** A paragraph of running text. */
export function body(text: string, style: TextStyle = {}): Paragraph {
  return paragraph(text, { align: 'both', indent: 12.7, before: 3, after: 3, ...style });
}

export function heading(text: string, style: TextStyle = {}): Paragraph {
  return body(text, { bold: true, keepNext: true, ...style });
}

export function centered(text: string, style: TextStyle = {}): Paragraph {
  return paragraph(text, { align: 'center', ...style });
}

/** The short line under a heading: so many millimetres in a room so wide. */
export function rule(length: number, room: number): Paragraph {
  const side = twips(Math.max(0, (room - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, after: 0, line: 80, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [new TextRun({ text: '', size: 4 })],
  });
}
