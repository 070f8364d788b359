import type { Place } from '../rules';
import { SETTINGS_KEY } from './ours';
import type { RunOutcome } from './run';
import { completeSettings, type DeepPartial, type Settings } from './settings';

/** Keeps the settings in the workbook. */
export async function saveSettings(
  context: Excel.RequestContext,
  settings: Settings,
): Promise<void> {
  context.workbook.settings.add(SETTINGS_KEY, settings);
  await context.sync();
}

/** The settings that the workbook keeps, completed by the defaults. */
export async function readSettings(context: Excel.RequestContext): Promise<Settings> {
  const stored = context.workbook.settings.getItemOrNullObject(SETTINGS_KEY);
  stored.load('value');
  await context.sync();
  return completeSettings(stored.isNullObject ? null : (stored.value as DeepPartial<Settings>));
}

/** Brings a cell into sight and selects it. @throws ItemNotFound where its sheet is gone */
export async function goTo(
  context: Excel.RequestContext,
  { sheet, address }: Place,
): Promise<void> {
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(address).select();
  await context.sync();
}

/** The unit whose row holds a cell; null where no unit's does. @param row counted from 0 */
export function unitAt(
  outcome: Pick<RunOutcome, 'unitRows'>,
  sheet: string,
  row: number,
): string | null {
  for (const [unit, places] of outcome.unitRows) {
    const here = places.some(
      (place) => place.sheet === sheet && Number(/\d+$/.exec(place.address)?.[0]) === row + 1,
    );
    if (here) return unit;
  }
  return null;
}
