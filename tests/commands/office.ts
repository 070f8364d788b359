/** An Office around the host: what the ribbon's commands find when a button is clicked. */
import { readFileSync } from 'node:fs';
import { openWorkbookFile, WorkbookHost } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { isSetSupported } from '../../src/host/richapi/sets';
import { RUN_EVENT, type RunState } from '../../src/workbook';

export const SAMPLE = 'samples/hau-giang-2023.xlsx';

export interface Office {
  readonly host: WorkbookHost;
  /** Every state told so far, in order. */
  readonly told: RunState[];
  /** How often the pane was shown. */
  shown(): number;
  /** Lets the pane be shown no more. */
  breakPane(): void;
}

/** Opens a workbook in an Excel of an ExcelApi and puts `Office`, `Excel` and `window` in place. */
export async function openOffice(excelApi = '1.17', path = SAMPLE): Promise<Office> {
  const sets = { ExcelApi: excelApi, SharedRuntime: '1.1' };
  const host = new WorkbookHost(await openWorkbookFile(readFileSync(path)), { name: path, sets });
  const excel = await startExcel(host);
  const window = new EventTarget();
  const told: RunState[] = [];
  let shown = 0;
  let broken = false;
  window.addEventListener(RUN_EVENT, (event) => told.push((event as CustomEvent<RunState>).detail));
  Object.assign(globalThis, {
    window,
    Excel: excel.Excel,
    Office: {
      context: {
        requirements: {
          isSetSupported: (name: string, version: string) => isSetSupported(sets, name, version),
        },
      },
      addin: {
        showAsTaskpane: () => {
          shown += 1;
          return broken ? Promise.reject(new Error('no pane')) : Promise.resolve();
        },
      },
    },
  });
  return {
    host,
    told,
    shown: () => shown,
    breakPane: () => {
      broken = true;
    },
  };
}
