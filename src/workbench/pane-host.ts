/**
 * Runs in the pane's frame before Office.js: gives it the native bridge and the `window.external`
 * that it finds in Excel on Windows. The pane's own scripts see an Excel and nothing of this.
 */
import type { HostSide, PaneSide } from './link';
import { functionsOfPage } from './pane-functions';

const EXCEL_ON_WINDOWS = 'Excel$Win32$16.01$vi-VN$telemetry$$disableLogging$0';
const LOCALE = 'vi-VN';
/** Methods and answers of the host object, by the numbers that Office.js gives them. */
const COMMAND_COMPLETED = 94;
const GET_COPY = 77;
const GET_SLICE = 80;
const RELEASE_COPY = 81;
const COMPRESSED = 5;
const WELL = 0;
const UNSUPPORTED = 5001;

type Callback = (answer: unknown) => void;

/** The arrays of COM, as Office.js takes them apart. */
function safeArray(values: readonly unknown[]): unknown {
  return {
    dimensions: () => 1,
    lbound: () => 0,
    ubound: () => values.length - 1,
    getItem: (index: number) =>
      Array.isArray(values[index]) ? safeArray(values[index] as unknown[]) : values[index],
    toArray: () => values.slice(),
  };
}

function context(host: HostSide) {
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'workbench',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => LOCALE,
    GetAppDataLocale: () => LOCALE,
    GetDocUrl: () => `file:///${encodeURIComponent(host.fileName)}`,
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'workbench',
    GetInstanceId: () => 'workbench',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(host.sets),
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => '16.0.17932.20000',
    GetDialogRequirementMatrix: () => JSON.stringify({ DialogApi: '1.1' }),
    GetFeaturesForSolution: () => '',
    GetInitialDisplayMode: () => 0,
    GetOfficeTheme: () => '{}',
    GetOfficeThemeInfo: () => '{}',
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, json] of host.readSettings()) {
          keys.push(key);
          values.push(json);
        }
      },
      Write(keys: readonly string[], values: readonly string[]) {
        host.writeSettings(keys.map((key, index) => [key, values[index] ?? 'null']));
      },
    }),
  };
}

/** The document as a file: one copy at a time, handed out in slices. */
function documentCopy(host: HostSide) {
  let copy = new Uint8Array();
  return {
    get(type: unknown, done: Callback): void {
      if (type !== COMPRESSED) {
        done(safeArray([UNSUPPORTED]));
        return;
      }
      host.copy().then(
        (bytes) => {
          copy = new Uint8Array(bytes);
          done(safeArray([WELL, [1, copy.length]]));
        },
        () => done(safeArray([UNSUPPORTED])),
      );
    },
    slice(from: number, size: number, done: Callback): void {
      const data = copy.slice(from, from + size);
      done(safeArray([WELL, [data, data.length]]));
    },
    release(done: Callback): void {
      copy = new Uint8Array();
      done(safeArray([WELL]));
    },
  };
}

function start(): void {
  const link = window.parent.hgWorkbench;
  if (window.parent === window || !link) return;
  const handlers = new Map<number, (event: number, values: unknown) => void>();
  const bridge = {
    onMessageFromHost: null as ((text: string) => void) | null,
    sendMessageToHost: (text: string) => host.send(text),
  };
  const pane: PaneSide = {
    deliver: (text) => bridge.onMessageFromHost?.(text),
    raise: (event, values) => {
      handlers.get(event)?.(event, safeArray(values));
      return handlers.has(event);
    },
    functions: functionsOfPage,
  };
  const host = link.connect(pane);
  const copy = documentCopy(host);
  const external = {
    GetContext: () => context(host),
    GetLoggingAllowed: () => false,
    GetHostInfo: () => EXCEL_ON_WINDOWS,
    Execute(method: number, values: unknown, done: Callback) {
      if (method === GET_COPY) copy.get((values as [number])[0], done);
      else if (method === GET_SLICE) {
        const [, from, size] = values as [number, number, number];
        copy.slice(from, size, done);
      } else if (method === RELEASE_COPY) copy.release(done);
      else if (method === COMMAND_COMPLETED) {
        const [command, status] = values as [string, number];
        host.completed(command, status);
        done(safeArray([WELL]));
      } else done(safeArray([UNSUPPORTED]));
    },
    RegisterEvent(
      event: number,
      _target: unknown,
      handler: (event: number, values: unknown) => void,
      done: Callback,
    ) {
      handlers.set(event, handler);
      done(WELL);
    },
    UnregisterEvent(event: number, _target: unknown, done: Callback) {
      handlers.delete(event);
      done(WELL);
    },
  };
  Object.defineProperty(window, 'external', { configurable: true, value: external });
  Object.defineProperty(window, '_richApiNativeBridge', { configurable: true, value: bridge });
}

start();
