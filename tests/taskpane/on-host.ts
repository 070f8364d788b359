/** The pane's model over the real host and the real Office.js. */
import { readFileSync } from 'node:fs';
import { openWorkbookFile, WorkbookHost, type WorkbookFile } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { createLogService } from '../../src/taskpane/model/log-service';
import type { LogWorker } from '../../src/taskpane/model/log-reader';
import { createPane, type Pane } from '../../src/taskpane/model/pane';
import { workbookPort, type WorkbookPort } from '../../src/taskpane/model/workbook-port';
import { NOW } from '../workbook/build';

export interface PaneOnHost extends Pane {
  readonly file: WorkbookFile;
  readonly host: WorkbookHost;
  readonly port: WorkbookPort;
  readonly dispose: () => void;
}

export function sampleFile(): Promise<WorkbookFile> {
  return openWorkbookFile(readFileSync('samples/hau-giang-2023.xlsx'));
}

export async function paneOn(file: WorkbookFile): Promise<PaneOnHost> {
  const host = new WorkbookHost(file);
  const excel = await startExcel(host);
  const abilities = {
    pageLayout: true,
    mergedAreas: true,
    dataValidation: true,
    charts: true,
    rangePlaces: true,
    cellProperties: true,
  };
  const port = workbookPort(
    (batch) => excel.run(batch),
    abilities,
    () => NOW,
    startLogService,
  );
  return { ...createPane(port), file, host, port, dispose: excel.dispose };
}

/** The worker's service in this thread; messages are copied, as a worker's are. */
export function startLogService(): LogWorker {
  let isOpen = true;
  const worker: LogWorker = {
    postMessage: (message) => void Promise.resolve().then(() => isOpen && serve(message)),
    terminate: () => (isOpen = false),
    onmessage: null,
    onerror: null,
  };
  const serve = createLogService((message) => {
    if (isOpen) worker.onmessage?.({ data: structuredClone(message) });
  });
  return worker;
}
