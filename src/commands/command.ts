import { words } from '../words';
import {
  Cancelled,
  jobs,
  type CommandId,
  type PaceOptions,
  type Progress,
  type RunState,
  type Step,
} from '../workbook';
import { failureText } from './failure';
import { isRunning, publish } from './run-state';

/** The set that the whole job needs. */
const LEAST_EXCEL_API = '1.7';

/**
 * Does a command's work and tells the pane from its beginning to its end, whatever the end.
 * The pane is shown first, so that who clicked sees what happens; a click while another command is
 * at work shows the pane and does no more.
 * @param work what to do with the workbook; it tells of its progress and stops when asked
 */
export async function runCommand(
  command: CommandId,
  work: (context: Excel.RequestContext, pace: PaceOptions) => Promise<RunState>,
): Promise<void> {
  const pane = showPane();
  if (isRunning()) return pane;
  if (!isSupported(LEAST_EXCEL_API)) {
    publish({ command, state: 'failed', message: words.COMMANDS.oldExcel });
    return pane;
  }
  const stopping = new AbortController();
  let step: Step | 'templates' = command === 'taoBieuMau' ? 'templates' : 'reading';
  const tell = (progress: Progress | null) => {
    if (progress && command === 'chamDiem') step = progress.step;
    publish({ command, state: 'running', progress, stop: () => stopping.abort() });
  };
  tell(null);
  try {
    const pace = { onProgress: tell, signal: stopping.signal };
    publish(await jobs(Excel.run)((context) => work(context, pace)));
  } catch (error) {
    publish(
      error instanceof Cancelled
        ? { command, state: 'stopped' }
        : { command, state: 'failed', message: failureText(error, step) },
    );
  }
  return pane;
}

/** Whether this Excel has a version of ExcelApi. */
function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** Shows the pane. The command's work is done even where it can't be shown. */
async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch {
    // Without a pane the result sheets are there all the same.
  }
}
