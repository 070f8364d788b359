import type { Place, ReadLog } from '../../rules';
import { words } from '../../words';
import {
  changedSince,
  changeDecisions,
  goTo,
  makeTemplates,
  readBoard,
  readSettings,
  removeResults,
  runScoring,
  saveSettings,
  undoWrite,
  type Abilities,
  type Decision,
  type Extras,
  type OtherBook,
  type PaceOptions,
  type RunOutcome,
  type Settings,
  type Undo,
} from '../../workbook';
import { readLogFile, readLogSheets, type LogWorker, type WorkerLog } from './log-reader';
import { documentBytes, handOver, sampleBytes, type HandedOver } from './open-document';

/** All that the pane asks of the workbook. Each call is one `Excel.run`. */
export interface WorkbookPort {
  run(
    options: PaceOptions & {
      readonly checkOnly: boolean;
      readonly others: readonly OtherBook[];
      readonly extras?: Extras;
      readonly log: ReadLog | null;
    },
  ): Promise<RunOutcome>;
  /** Reads a dossier log that was picked. @throws LogError, Cancelled */
  readLog(file: Blob, name: string, options: PaceOptions): Promise<WorkerLog>;
  readSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  changeDecisions(change: (kept: readonly Decision[]) => readonly Decision[]): Promise<void>;
  /** The board's decisions, as their sheet has them. */
  readDecisions(): Promise<readonly Decision[]>;
  /** Tells the decisions anew whenever their sheet, once read, is changed or taken away. */
  onDecisions(listener: (decisions: readonly Decision[]) => void): Promise<void>;
  goTo(place: Place): Promise<void>;
  changedSince(undo: Undo): Promise<Place[]>;
  undo(undo: Undo): Promise<void>;
  makeTemplates(): Promise<string[]>;
  removeResults(): Promise<string[]>;
  /** Makes the copy to send on and hands it to the user under a name. */
  sendCopy(): Promise<SentCopy>;
  /** Opens the sample beside the user's workbook, which isn't touched; null where it can't be had. */
  openSample(): Promise<HandedOver | null>;
  /** Has Excel calculate every formula again. */
  calculate(): Promise<void>;
  /** Tells the sheet and the row (counted from 0) of each new selection. */
  onSelection(listener: (sheet: string, row: number) => void): Promise<void>;
}

export interface SentCopy {
  readonly name: string;
  readonly how: HandedOver;
  /** How many formulas of ours became values. */
  readonly formulas: number;
}

/** As webpack.config.js copies it. */
export const SAMPLE = 'hau-giang-2023.xlsx';

/** `Excel.run`, or what stands for it in a test. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/**
 * The port over Office.js.
 * @param now the clock
 * @param startLogWorker starts the worker that reads dossier logs
 * @param runLater as `run`, but waits while a cell is being edited: for what nobody pressed a button for
 */
export function workbookPort(
  run: ExcelRun,
  abilities: Abilities,
  now: () => Date,
  startLogWorker: () => LogWorker,
  runLater: ExcelRun = run,
): WorkbookPort {
  let board: string | null = null;
  const readDecisions = async (how: ExcelRun) => {
    const read = await how(readBoard);
    board = read.sheet;
    return read.decisions;
  };
  /** What Excel holds back: the workbook as a file, as it stands now. */
  const logOffFile = async (options: PaceOptions) => {
    const bytes = await documentBytes();
    return readLogSheets(startLogWorker, new Blob([bytes as Uint8Array<ArrayBuffer>]), options);
  };
  return {
    run: (options) =>
      run((context) => runScoring(context, { ...options, logOffFile, abilities, now: now() })),
    readLog: (file, name, options) => readLogFile(startLogWorker, file, name, options),
    readSettings: () => run(readSettings),
    saveSettings: (settings) => run((context) => saveSettings(context, settings)),
    changeDecisions: (change) => run((context) => changeDecisions(context, change, abilities)),
    readDecisions: () => readDecisions(run),
    onDecisions: (listener) =>
      run(async (context) => {
        const changed = async ({ worksheetId }: { readonly worksheetId: string }) => {
          if (worksheetId !== board) return;
          // What can't be read now is read by the next run.
          await readDecisions(runLater).then(listener, () => undefined);
        };
        context.workbook.worksheets.onChanged.add(changed);
        context.workbook.worksheets.onDeleted.add(changed);
        await context.sync();
      }),
    goTo: (place) => run((context) => goTo(context, place)),
    changedSince: (undo) => run((context) => changedSince(context, undo)),
    undo: (undo) => run((context) => undoWrite(context, undo)),
    makeTemplates: () => run((context) => makeTemplates(context, abilities)),
    removeResults: () => run(removeResults),
    sendCopy: async () => {
      const name = sendName(await run(nameOf));
      const { makeSendCopy } = await import('../../files');
      const { bytes, formulas } = makeSendCopy(await documentBytes());
      return { name, formulas, how: await handOver(bytes, name) };
    },
    openSample: async () => {
      const bytes = await sampleBytes(SAMPLE);
      return bytes && handOver(bytes, SAMPLE);
    },
    calculate: () =>
      runLater(async (context) => {
        context.workbook.application.calculate('Full');
        await context.sync();
      }),
    onSelection: (listener) =>
      run(async (context) => {
        context.workbook.worksheets.onSelectionChanged.add(() => tellSelection(run, listener));
        await context.sync();
      }),
  };
}

async function nameOf(context: Excel.RequestContext): Promise<string> {
  context.workbook.load('name');
  await context.sync();
  return context.workbook.name;
}

/** `so-lieu.xlsx` is sent on as `so-lieu - bản gửi đi.xlsx`. */
function sendName(name: string): string {
  return words.PANE.sendName(name.replace(/\.[^.]*$/, ''));
}

async function tellSelection(
  run: ExcelRun,
  listener: (sheet: string, row: number) => void,
): Promise<void> {
  try {
    await run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('rowIndex,worksheet/name');
      await context.sync();
      listener(range.worksheet.name, range.rowIndex);
    });
  } catch {
    // Several ranges at once, a chart, a cell being edited: no row to tell of.
  }
}
