import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script, type Context } from 'node:vm';
import { useCodec } from './file/codec';
import { NODE_CODEC } from './node-codec';
import { browserGlobals } from './runtime/browser-globals';
import { ownTimers, type Timers } from './runtime/timers';
import type { NativeBridge, WorkbookHost } from './workbook-host';

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

/** The runtime in a context of its own, and the bridge that it was loaded with. */
interface Loaded {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly bridge: NativeBridge;
  readonly timers: Timers;
  /** What its messages go to. */
  host: WorkbookHost | null;
  /** Messages that were not answered yet. */
  waiting: number;
}

/**
 * What the runtime asks for most as names of a script: each look-up through a context's global object
 * leaves the engine, and a run has many.
 */
const BUILT_INS = new Script(
  `let ${[
    ...['Array', 'Boolean', 'Date', 'Error', 'Function', 'JSON', 'Math', 'Number', 'Object'],
    ...['RegExp', 'String', 'Symbol', 'isNaN', 'parseInt'],
  ]
    .map((name) => `${name} = globalThis.${name}`)
    .join(', ')};`,
);

/** How messages of events begin: nothing was asked for. */
const EVENTS = '{"type":3,';

let script: Script | null = null;
/** Loading takes longer than most runs: a runtime that was let go of serves the next workbook. */
const idle: Loaded[] = [];

/**
 * Connects the runtime of `@microsoft/office-js` (a development dependency, unmodified) with a host;
 * no two hosts have one at the same time.
 */
export function startExcel(host: WorkbookHost): Promise<ExcelRuntime> {
  const loaded = idle.pop() ?? load();
  loaded.host = host;
  host.bridge.onMessageFromHost = (message) => {
    if (!message.startsWith(EVENTS)) loaded.waiting -= 1;
    loaded.bridge.onMessageFromHost?.(message);
  };
  return Promise.resolve({
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    run: (batch) => loaded.Excel.run(batch),
    dispose: () => {
      if (loaded.host !== host) return;
      host.bridge.onMessageFromHost = null;
      loaded.host = null;
      // Where something is still going on, the next workbook must not hear of it.
      if (loaded.timers.running > 0 || loaded.waiting > 0) loaded.timers.stop();
      else idle.push(loaded);
    },
  });
}

function load(): Loaded {
  script ??= compileRuntime();
  const timers = ownTimers();
  const bridge: NativeBridge = {
    sendMessageToHost: (message) => {
      loaded.waiting += 1;
      loaded.host?.bridge.sendMessageToHost(message);
    },
    onMessageFromHost: null,
  };
  const globals = browserGlobals({ ...timers.globals, _richApiNativeBridge: bridge });
  const context = createContext(globals) as Context & Pick<Loaded, 'Excel' | 'OfficeExtension'>;
  BUILT_INS.runInContext(context);
  script.runInContext(context);
  const { Excel, OfficeExtension } = context;
  const loaded: Loaded = { Excel, OfficeExtension, bridge, timers, host: null, waiting: 0 };
  return loaded;
}

function compileRuntime(): Script {
  const path = createRequire(__filename).resolve(RUNTIME);
  return new Script(readFileSync(path, 'utf8'), { filename: RUNTIME });
}
