import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbookFile } from '../../../src/host/file';
import type { SheetModel, WorkbookFile, WorkbookModel } from '../../../src/host/model';

export const AT = new Date('2026-01-02T03:04:05Z');

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, '..', '..', 'fixtures', name)));
}

export function parts(bytes: Uint8Array): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    texts[name] = Buffer.from(content).toString(name.endsWith('.bin') ? 'hex' : 'utf8');
  }
  return texts;
}

/** A workbook made from another by changing the text of its parts. */
export function withParts(
  bytes: Uint8Array,
  change: (texts: Record<string, string>) => void,
): Uint8Array {
  const texts = parts(bytes);
  change(texts);
  return zipSync(Object.fromEntries(Object.entries(texts).map(([n, t]) => [n, strToU8(t)])));
}

export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((s) => s.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export async function reopen(file: WorkbookFile): Promise<WorkbookFile> {
  return openWorkbookFile(await file.save(AT));
}

/** Names of the parts whose content differs, and of those that came or went. */
export function differing(before: Uint8Array, after: Uint8Array): string[] {
  const a = parts(before);
  const b = parts(after);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((n) => a[n] !== b[n]).sort();
}

/** A workbook of one sheet with this markup as its cells. */
export async function withSheet(sheet: string, strings?: string): Promise<Uint8Array> {
  const { newWorkbookFile } = await import('../../../src/host/file');
  const blank = await newWorkbookFile();
  blank.model.sheets[0]?.writeValue(0, 0, 'x');
  return withParts(await blank.save(AT), (texts) => {
    texts['xl/worksheets/sheet1.xml'] = sheet;
    if (strings !== undefined) texts['xl/sharedStrings.xml'] = strings;
  });
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
