import { parseRect, splitSheet, type SheetModel } from '../host';
import type { Cell } from './cursor';
import type { Session } from './session';
import { words } from './words';

/** Follows a link to a place in the workbook. Links that lead out of it are told, not opened. */
export function followLink(session: Session, sheet: SheetModel, { row, column }: Cell): void {
  const link = sheet.hyperlinkAt(row, column);
  if (!link) return;
  const place = link.documentReference;
  if (place === null) {
    session.say(words.link(link.address ?? ''));
    return;
  }
  const { sheet: named, rest } = splitSheet(place.replace(/^#/, ''));
  const name = (named ?? sheet.name).toLowerCase();
  const target = session.model.sheets.find((each) => each.name.toLowerCase() === name);
  const rect = parseRect(rest.replaceAll('$', ''));
  if (target?.visibility === 'visible' && rect) session.selectRect(target, rect);
  else session.say(words.deadLink(place), true);
}
