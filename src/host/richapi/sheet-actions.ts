import type { SheetModel } from '../model';
import { accessDenied, invalidArgument, itemAlreadyExists } from './fault';
import { findSheet } from './resolve-range';
import { type HostSession, sheetId } from './session';

const LONGEST_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\]/;

/** Excel's rules for the name of a sheet, but for its being taken. */
export const isSheetName = (name: string): boolean =>
  name.trim() !== '' &&
  name.length <= LONGEST_NAME &&
  !FORBIDDEN.test(name) &&
  !name.startsWith("'") &&
  !name.endsWith("'") &&
  name.toLowerCase() !== 'history';

/** Adds a sheet at the end; without a name, the next free `SheetN`. */
export function addSheet(name: string | null, host: HostSession): SheetModel {
  const wanted = name ?? nextSheetName(host);
  if (!isSheetName(wanted)) throw invalidArgument();
  if (findSheet(host, wanted)) throw itemAlreadyExists();
  const sheet = host.model.addSheet(wanted);
  host.isDirty = true;
  host.events.raise('added', sheetId(sheet));
  return sheet;
}

function nextSheetName(host: HostSession): string {
  let number = host.model.sheets.length + 1;
  while (findSheet(host, `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

export function renameSheet(sheet: SheetModel, name: string, host: HostSession): void {
  const taken = findSheet(host, name);
  if (!isSheetName(name) || (taken && taken !== sheet)) throw invalidArgument();
  host.isDirty = true;
  sheet.name = name;
}

/** The last visible sheet can't go. */
export function deleteSheet(sheet: SheetModel, host: HostSession): void {
  const others = host.model.sheets.filter((each) => each !== sheet);
  if (!others.some((each) => each.visibility === 'visible')) throw invalidArgument();
  if (sheet.visibility === 'veryHidden') throw invalidArgument();
  const wasActive = host.model.activeSheet === sheet;
  host.forget(sheet);
  host.model.removeSheet(sheet);
  host.isDirty = true;
  host.events.raise('deleted', sheetId(sheet));
  if (wasActive) {
    const next = host.model.sheets.find((each) => each.visibility === 'visible')!;
    host.model.activeSheet = next;
    host.events.raise('activated', sheetId(next));
  }
}

/** Brings a sheet to the front and tells the handlers. */
export function activateSheet(sheet: SheetModel, host: HostSession): void {
  if (sheet.visibility !== 'visible') throw accessDenied('A hidden sheet cannot be activated.');
  const before = host.model.activeSheet;
  if (before === sheet) return;
  host.model.activeSheet = sheet;
  host.events.raise('deactivated', sheetId(before));
  host.events.raise('activated', sheetId(sheet));
}

export function setVisibility(
  sheet: SheetModel,
  visibility: SheetModel['visibility'],
  host: HostSession,
): void {
  const others = host.model.sheets.filter((each) => each !== sheet);
  const lastVisible = !others.some((each) => each.visibility === 'visible');
  if (visibility !== 'visible' && lastVisible) throw invalidArgument();
  sheet.visibility = visibility;
  host.isDirty = true;
  if (visibility !== 'visible' && host.model.activeSheet === sheet) {
    host.model.activeSheet = others.find((each) => each.visibility === 'visible')!;
  }
}
