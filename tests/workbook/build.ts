/** Workbooks from tables that can be read in a test, and runs over them. */
import { newWorkbookFile, openWorkbookFile, WorkbookHost } from '../../src/host';
import type { CellValue, SheetModel, WorkbookFile, WorkbookModel } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { fullName, HAU_GIANG_2023, type Plan, type Unit } from '../../src/rules';
import { words } from '../../src/words';
import {
  DEFAULT_SETTINGS,
  runScoring,
  SETTINGS_KEY,
  type RunOptions,
  type RunOutcome,
  type Settings,
} from '../../src/workbook';

/** What stands in a cell: a constant, an error value, or a formula with its stored value. */
export type Cell =
  CellValue | { readonly formula: string; readonly value?: string | number | { error: string } };
export type Rows = readonly (readonly Cell[])[];

/** An Excel that can do everything. */
export const ABILITIES = {
  pageLayout: true,
  mergedAreas: true,
  dataValidation: true,
  charts: true,
  rangePlaces: true,
  cellProperties: true,
};
export const NOW = new Date('2024-01-05T00:00:00Z');

/** Everything that the office enters once. */
export const COMPLETE: Settings = {
  ...DEFAULT_SETTINGS,
  papers: {
    ...DEFAULT_SETTINGS.papers,
    planNumber: '01/KH-UBND',
    planDate: '2023-10-02',
    periodStart: '2023-10-01',
    round: 'final',
    dataAsOf: '2023-12-31',
    dossierSource: 'Cổng dịch vụ công của tỉnh',
    identitySource: 'Công an tỉnh',
  },
  totalScope: true,
};

/** The plan with only some of its districts and communes: a quick run. */
export function planOf(...names: readonly string[]): Plan {
  return { ...HAU_GIANG_2023, units: names.map((name) => unitNamed(name)) };
}

export function unitNamed(name: string): Unit {
  const found = HAU_GIANG_2023.units.filter((unit) => fullName(unit) === name);
  const [unit] = found;
  if (!unit || found.length > 1) throw new Error(`no single unit ${name}`);
  return unit;
}

export function put(sheet: SheetModel, row: number, column: number, cell: Cell): void {
  if (cell === null) return;
  if (typeof cell === 'object' && 'formula' in cell) {
    sheet.writeFormula(row, column, cell.formula);
    if (cell.value !== undefined) sheet.storeResult(row, column, cell.value);
  } else {
    sheet.writeValue(row, column, cell);
  }
}

/** A new workbook: the rows of each sheet from A1 on. */
export async function workbookOf(
  sheets: Readonly<Record<string, Rows>>,
  settings: Settings | null = COMPLETE,
): Promise<WorkbookFile> {
  const file = await newWorkbookFile(Object.keys(sheets));
  Object.values(sheets).forEach((rows, i) => {
    const sheet = file.model.sheets[i] as SheetModel;
    rows.forEach((cells, row) => cells.forEach((cell, column) => put(sheet, row, column, cell)));
  });
  if (settings) file.model.settings.set(SETTINGS_KEY, JSON.stringify(settings));
  return file;
}

export type Options = Partial<RunOptions> & { readonly host?: WorkbookHost };

/** A run as the button makes it. */
export async function scoreIn(
  file: WorkbookFile,
  { host = new WorkbookHost(file), ...options }: Options = {},
): Promise<RunOutcome> {
  const excel = await startExcel(host);
  try {
    return await excel.run((context) =>
      runScoring(context, {
        now: NOW,
        abilities: ABILITIES,
        ...options,
      }),
    );
  } finally {
    excel.dispose();
  }
}

export async function reopened(file: WorkbookFile): Promise<WorkbookFile> {
  return openWorkbookFile(await file.save(NOW));
}

export function sheetNamed(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}: ${model.sheets.map((each) => each.name).join()}`);
  return sheet;
}

/** "D12" → [11, 3]. */
export function at(address: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(digits) - 1, column];
}

export function valueAt(sheet: SheetModel, address: string): CellValue {
  return sheet.read(...at(address)).value;
}

/** The values of a rectangle, empty cells as null. */
export function valuesOf(sheet: SheetModel, from: string, to: string): CellValue[][] {
  const [top, left] = at(from);
  const [bottom, right] = at(to);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from(
      { length: right - left + 1 },
      (__, column) => sheet.read(top + row, left + column).value,
    ),
  );
}

/** Every text of a sheet, with its address. */
export function textsOf(sheet: SheetModel): string[] {
  const used = sheet.used(true);
  if (!used) return [];
  const texts: string[] = [];
  for (let row = used.row; row < used.row + used.rows; row += 1) {
    for (let column = used.column; column < used.column + used.columns; column += 1) {
      const { value } = sheet.read(row, column);
      if (typeof value === 'string' && value !== '') texts.push(value);
    }
  }
  return texts;
}

/** What a run told, as "code: message". */
export function told({ problems, result }: RunOutcome): string[] {
  return problems.map((problem) => `${problem.code}: ${words.problemText(result.plan, problem)}`);
}

/** The figures that a run read, by the unit's full name: [a, b] of each criterion. */
export function figuresRead({ result }: RunOutcome): Record<string, (number | null)[]> {
  const units = Object.values(result.levels).flatMap((level) => level.units);
  return Object.fromEntries(
    units
      .filter(({ row }) => row !== null)
      .map(({ unit, criteria }) => [
        fullName(unit),
        ['dvc', 'eid'].flatMap((id) =>
          [criteria[id]?.a, criteria[id]?.b].map((figure) =>
            figure?.known ? figure.value.approx : null,
          ),
        ),
      ]),
  );
}
