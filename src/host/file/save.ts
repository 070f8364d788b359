/** The way back to bytes: writes what was changed, copies the rest, and lets the guard look. */
import { PartLostError } from '../model';
import type { Cells } from './cells';
import { checkNothingLost, lookBefore, type Changes } from './guard';
import { WORKBOOK_ORDER } from './names';
import type { Package } from './package';
import { writeSettings } from './settings';
import { generateSheet } from './sheet-part';
import type { Workbook } from './book';
import { child, ensure, setAttribute, setText } from './xml-edit';
import { deflateText, writeZip, type ZipEntry } from './zip';

/** The lists of a style sheet, and of a sheet, that a save writes without the tree knowing. */
const GENERATED = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'sheetData', 'dimension'];

function askForCalculation(workbook: Workbook): void {
  const calculation = ensure(workbook.document.root, 'calcPr', WORKBOOK_ORDER);
  setAttribute(calculation, 'fullCalcOnLoad', '1');
}

/** The order of calculation names cells; Excel makes a new one. */
function dropCalcChain(workbook: Workbook): void {
  const { pack, part } = workbook;
  for (const relation of pack.related(part, 'calcChain')) pack.removeRelated(part, relation);
}

function stampTime(pack: Package, at: Date): void {
  for (const { target } of pack.related('', 'core-properties')) {
    const modified = pack.has(target) ? child(pack.xml(target).root, 'modified') : undefined;
    if (modified) setText(modified, `${at.toISOString().slice(0, 19)}Z`);
  }
}

function describe(workbook: Workbook, generated: ReadonlyMap<string, unknown>): Changes {
  const { pack } = workbook;
  return {
    rewritten: new Set([...generated.keys(), ...pack.changed()]),
    removed: pack.removed,
    removedElements: (part) => pack.removedElements(part),
    changedElements: (part) => {
      const names = pack.changedElements(part);
      return generated.has(part) ? new Set([...names, ...GENERATED]) : names;
    },
  };
}

/**
 * The workbook as bytes.
 * @param at stamped in the properties if anything was changed.
 * @param zip makes the container; the guard looks at what it gives.
 * @throws PartLostError where a part of the input would be lost or changed untouched.
 */
export async function saveWorkbook(
  workbook: Workbook,
  addInId: string,
  at: Date,
  zip: (entries: readonly ZipEntry[]) => Uint8Array | Promise<Uint8Array> = writeZip,
): Promise<Uint8Array> {
  const { pack, sheets } = workbook;
  for (const sheet of sheets) sheet.flush();
  for (const table of workbook.tables) {
    if (sheets.some((s) => s === table.sheet && s.part.cells.contentChanged)) table.followHeaders();
  }
  workbook.definedNames.write(workbook.tabs());
  writeSettings(pack, addInId, workbook.settings);
  const any = (test: (cells: Cells) => boolean): boolean => sheets.some((s) => test(s.part.cells));
  if (any((cells) => cells.contentChanged) || workbook.sheetsChanged) askForCalculation(workbook);
  if (any((cells) => cells.formulasChanged) || workbook.sheetsChanged) dropCalcChain(workbook);

  const lost = sheets.filter(
    ({ part }) => part.isUnread && (part.cells.touched || part.document.root.changed),
  );
  if (lost.length > 0) throw new PartLostError(lost.map(({ part }) => part.name));
  // Each part is packed while the next one is made.
  const generated = new Map<string, Promise<ZipEntry>>();
  const strings = workbook.strings.startSave();
  for (const sheet of sheets) {
    const text = sheet.isUnread ? null : generateSheet(sheet.part, strings);
    if (text !== null) generated.set(sheet.part.name, deflateText(sheet.part.name, text));
  }
  for (const part of [strings.finish(), workbook.styles.generate()]) {
    if (part) generated.set(part.name, deflateText(part.name, part.text));
  }
  const changed = pack.changed().length + generated.size + pack.removed.size > 0;
  if (changed) stampTime(pack, at);
  const packing = pack.entries(generated);
  const changes = describe(workbook, generated);
  const before = lookBefore(pack.original, changes);
  const bytes = await zip(await packing);
  checkNothingLost(pack.original, bytes, changes, before);
  return bytes;
}
