/** Workbooks of ours with the real Office.js runtime running on them. */
import { newWorkbookFile, openWorkbookFile, WorkbookHost } from '../../../src/host';
import type { SheetModel, WorkbookFile, WorkbookHostOptions } from '../../../src/host';
import { type ExcelRuntime, startExcel } from '../../../src/host/node';
import { withParts } from '../file/helpers';

export const AT = new Date('2026-01-02T03:04:05Z');

/** An open workbook, and Excel's API on it. */
export interface Bench {
  readonly file: WorkbookFile;
  readonly host: WorkbookHost;
  readonly excel: ExcelRuntime;
  /** The model of a sheet: the first unless named. */
  sheet(name?: string): SheetModel;
  run<T>(
    batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T> | T,
  ): Promise<T>;
  /** The code of the error that a batch ends with. */
  fails(
    batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown,
  ): Promise<OfficeExtension.Error>;
}

/** Runs Excel on a file of ours; `sheet` in a batch is its first sheet. */
export async function benchOn(
  file: WorkbookFile,
  options: WorkbookHostOptions = {},
): Promise<Bench> {
  const host = new WorkbookHost(file, options);
  const excel = await startExcel(host);
  const model = (name?: string): SheetModel => {
    const found = name
      ? file.model.sheets.find((each) => each.name === name)
      : file.model.sheets[0];
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  const first = model().id;
  const run: Bench['run'] = (batch) =>
    excel.run(async (context) => {
      const name = file.model.sheets.find((each) => each.id === first)?.name;
      const result = await batch(
        context,
        context.workbook.worksheets.getItem(name ?? model().name),
      );
      await context.sync();
      return result;
    });
  return {
    file,
    host,
    excel,
    sheet: model,
    run,
    fails: async (batch) => {
      try {
        await run(batch as Parameters<typeof run>[0]);
      } catch (error) {
        if (error instanceof excel.OfficeExtension.Error) return error;
        throw error;
      }
      throw new Error('the batch went through');
    },
  };
}

/** A new workbook of these sheets. */
export async function bench(
  sheets: readonly string[] = ['Data'],
  options: WorkbookHostOptions = {},
): Promise<Bench> {
  return benchOn(await newWorkbookFile([...sheets]), options);
}

/** The same workbook after saving, closing and opening it. */
export async function reopened(from: Bench, options: WorkbookHostOptions = {}): Promise<Bench> {
  return benchOn(await openWorkbookFile(await from.file.save(AT)), options);
}

/** The workbook with markup behind the cells of its first sheet: what Office.js doesn't write. */
export async function withMarkup(
  from: Bench,
  markup: string,
  options: WorkbookHostOptions = {},
): Promise<Bench> {
  const part = 'xl/worksheets/sheet1.xml';
  const bytes = withParts(await from.file.save(AT), (texts) => {
    texts[part] = (texts[part] ?? '').replace('</sheetData>', `</sheetData>${markup}`);
  });
  return benchOn(await openWorkbookFile(bytes), options);
}

/** Loads properties of an object and gives them as plain data of this realm. */
export async function load(
  object: OfficeExtension.ClientObject & { load(properties: string): unknown },
  properties: string,
): Promise<Record<string, unknown>> {
  object.load(properties);
  await object.context.sync();
  return plain(object);
}

/** Data without the prototypes of the runtime's own realm. */
export function plain(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

/** Lets the runtime hand out what it was told. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
