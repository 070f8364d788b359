import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script, type Context } from 'node:vm';
import { useCodec } from './file/codec';
import { NODE_CODEC } from './node-codec';
import { browserGlobals } from './runtime/browser-globals';
import { ownTimers } from './runtime/timers';
import type { WorkbookHost } from './workbook-host';

useCodec(NODE_CODEC);

/** The real Office.js runtime, running on a workbook of ours. */
export interface ExcelRuntime {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** `Excel.run`. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** Lets go of the runtime; it must not be used any more. */
  dispose(): void;
}

const RUNTIME = '@microsoft/office-js/dist/excel-web-16.00.js';
let script: Script | null = null;

/**
 * Loads the runtime of `@microsoft/office-js` (a development dependency, unmodified) in a context of
 * its own and connects it with a host.
 */
export function startExcel(host: WorkbookHost): Promise<ExcelRuntime> {
  script ??= compileRuntime();
  const timers = ownTimers();
  const globals = browserGlobals({ ...timers.globals, _richApiNativeBridge: host.bridge });
  const context = createContext(globals) as Context & {
    Excel: typeof Excel;
    OfficeExtension: typeof OfficeExtension;
  };
  script.runInContext(context);
  const excel = context.Excel;
  return Promise.resolve({
    Excel: excel,
    OfficeExtension: context.OfficeExtension,
    run: (batch) => excel.run(batch),
    dispose: () => {
      timers.stop();
      host.bridge.onMessageFromHost = null;
    },
  });
}

function compileRuntime(): Script {
  const path = createRequire(__filename).resolve(RUNTIME);
  return new Script(readFileSync(path, 'utf8'), { filename: RUNTIME });
}
