import type { Rect, SheetModel, WorkbookFile, WorkbookModel } from './model';
import { codecInUse } from './file/codec';
import { Calculator, type BlankArguments, type CustomFunctions } from './functions';
import { formatRect, parseRect } from './richapi/addresses';
import { AppRuntime, appRuntimeClass } from './richapi/app-runtime';
import { USER, writeCells } from './richapi/cell-writes';
import { generalException, HostFault } from './richapi/fault';
import { HostClass, type HostObject } from './richapi/host-class';
import type { BridgeRequest, RequestBody, ResponseBody } from './richapi/protocol';
import { RequestFlag } from './richapi/protocol';
import { findSheet } from './richapi/resolve-range';
import { DEFAULT_LIMITS, type HostLimits, HostSession, sheetId } from './richapi/session';
import { DEFAULT_SETS, type RequirementSets } from './richapi/sets';
import { activateSheet } from './richapi/sheet-actions';
import { walk } from './richapi/walker';
import { workbookClass } from './richapi/workbook';

export interface WorkbookHostOptions {
  /** The file's name, as `workbook.name` gives it. */
  readonly name?: string;
  readonly limits?: Partial<HostLimits>;
  /** Requirement sets that the host claims, such as `{ ExcelApi: '1.7' }`. */
  readonly sets?: RequirementSets;
  /**
   * What a write of values across rows hidden by a filter does: `corrupt` (as Excel does) lays the
   * rows of the array over the visible rows, so that they shift and the last ones are lost; `asIs`
   * writes every row in its place.
   */
  readonly filteredWrites?: 'corrupt' | 'asIs';
  /** What a custom function gets for an empty cell: 0, as desktop Excel does it, or null. */
  readonly blankArguments?: BlankArguments;
  /** The clock: only for dates that are written without a year. */
  readonly now?: () => Date;
}

/** The runtime's own interface for a host: put it on the global before the Excel file loads. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

/** What has passed over the bridge. One request is one `context.sync()`. */
export interface Traffic {
  requests: number;
  actions: number;
  bytesIn: number;
  bytesOut: number;
}

interface Fault {
  at: number;
  readonly code: string;
  readonly message: string;
}

/** An open workbook that answers Office.js as Excel would. */
export class WorkbookHost {
  readonly bridge: NativeBridge;
  readonly traffic: Traffic = { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0 };
  /** The add-in's runtime: whether its pane is shown. */
  readonly appRuntime = new AppRuntime();
  private readonly session: HostSession;
  private readonly root = workbookClass.of(null);
  private fault: Fault | null = null;
  private editing = false;
  private waiting: BridgeRequest[] = [];
  private calculator: Calculator | null = null;

  constructor(
    readonly file: WorkbookFile,
    private readonly options: WorkbookHostOptions = {},
  ) {
    this.session = new HostSession(file.model, {
      name: options.name ?? 'Book1.xlsx',
      sets: options.sets ?? DEFAULT_SETS,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      filteredWrites: options.filteredWrites ?? 'corrupt',
      now: options.now ?? (() => new Date()),
    });
    this.bridge = {
      onMessageFromHost: null,
      sendMessageToHost: (text) => {
        // Answers come later, as from another process.
        void Promise.resolve().then(() => this.receive(text));
      },
    };
  }

  get model(): WorkbookModel {
    return this.file.model;
  }

  /** The requirement sets that the host claims. */
  get sets(): RequirementSets {
    return this.session.options.sets;
  }

  /** While true, every request that writes is refused. */
  get readOnly(): boolean {
    return this.session.readOnly;
  }

  set readOnly(value: boolean) {
    this.session.readOnly = value;
  }

  /** Whether anything was changed since the workbook was opened or saved. */
  get isDirty(): boolean {
    return this.session.isDirty;
  }

  /** Charts that a saved copy won't hold. */
  get unsaved(): readonly { readonly sheet: string; readonly chart: string }[] {
    return this.model.sheets.flatMap(({ name: sheet, charts }) =>
      charts.map(({ name: chart }) => ({ sheet, chart })),
    );
  }

  /** Saves the workbook; see `WorkbookFile.save`. */
  async save(at: Date): Promise<Uint8Array> {
    const bytes = await this.file.save(at);
    this.session.isDirty = false;
    return bytes;
  }

  /** Takes over an add-in's custom functions and evaluates the formulas that call them. */
  useFunctions(functions: CustomFunctions): Promise<void> {
    this.calculator = new Calculator(this.model, functions, this.options.blankArguments ?? 'zero');
    return this.calculator.calculate();
  }

  /** Resolves when every formula that calls a custom function has its value. */
  get calculated(): Promise<void> {
    return this.calculator?.settled ?? Promise.resolve();
  }

  /**
   * For tests: the n-th action from now on (counted from 1, over all requests) fails once; what was
   * done before it stays done, as in Excel. Null takes a fault back that didn't come up.
   */
  failActionAt(n: number | null, code = 'GeneralException'): void {
    const message = 'There was an internal error while processing the request.';
    this.fault = n === null ? null : { at: n, code, message };
  }

  /** The user is typing in a cell: requests fail, or wait where they were sent so. */
  startCellEdit(): void {
    this.editing = true;
  }

  endCellEdit(): void {
    this.editing = false;
    const waiting = this.waiting;
    this.waiting = [];
    for (const request of waiting) this.answer(request);
  }

  /** The user selects a range, by hand. */
  userSelects(sheetName: string, address: string): void {
    const { sheet, rect } = this.locate(sheetName, address);
    activateSheet(sheet, this.session);
    this.model.select(sheet, rect);
    this.session.events.raise('selectionChanged', sheetId(sheet), { address: formatRect(rect) });
    this.deliver();
  }

  /** The user types values into cells, by hand. */
  userEdits(sheetName: string, address: string, values: readonly (readonly unknown[])[]): void {
    const { sheet, rect } = this.locate(sheetName, address);
    writeCells({ sheet, rect }, values, this.session, USER);
    this.calculate();
    this.deliver();
  }

  /** Handlers that Office.js keeps on the document rather than on the bridge. */
  onDocumentSelection(listener: () => void): () => void {
    return this.session.events.onDocumentSelection(listener);
  }

  /** Who shows the workbooks that `createWorkbook` makes; without anybody the call fails. */
  onNewWorkbook(show: (bytes: Uint8Array) => boolean): void {
    this.session.showNewWorkbook = show;
  }

  private locate(sheetName: string, address: string): { sheet: SheetModel; rect: Rect } {
    const sheet = findSheet(this.session, sheetName);
    const rect = parseRect(address);
    if (!sheet || !rect) throw new RangeError(`No such place: ${sheetName}!${address}`);
    return { sheet, rect };
  }

  private receive(text: string): void {
    const request = JSON.parse(text) as BridgeRequest;
    const bytes = bytesOf(text);
    this.traffic.requests += 1;
    this.traffic.bytesIn += bytes;
    if (bytes > this.session.options.limits.requestBytes) {
      this.reply(
        request,
        refusal(
          'RequestPayloadSizeLimitExceeded',
          'The request payload size has exceeded the limit.',
        ),
      );
    } else if (this.editing) {
      if (((request.flags ?? 0) & RequestFlag.delayForCellEdit) !== 0) this.waiting.push(request);
      else
        this.reply(
          request,
          refusal(
            'InvalidOperationInCellEditMode',
            'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
          ),
        );
    } else {
      this.answer(request);
    }
  }

  private answer(request: BridgeRequest): void {
    const writes = ((request.flags ?? 0) & RequestFlag.write) !== 0;
    if (writes && this.session.readOnly) {
      this.reply(request, refusal('AccessDenied', 'The workbook is open for reading only.'));
      return;
    }
    const { body } = request.message;
    const parsed = typeof body === 'string' ? (JSON.parse(body) as RequestBody) : body;
    this.reply(
      request,
      walk(parsed, this.session, {
        root: this.root,
        newObject: (name) => this.newObject(name),
        beforeAction: () => this.count(),
      }),
    );
    if (writes || this.session.calculateAll) this.calculate();
    this.deliver();
  }

  private calculate(): void {
    const all = this.session.calculateAll;
    this.session.calculateAll = false;
    void this.calculator?.calculate(all);
  }

  private newObject(name: string): HostObject | null {
    if (name.endsWith('AddinInternalService')) return internalServiceClass.of(null);
    return name.endsWith('AppRuntimeService') ? appRuntimeClass.of(this.appRuntime) : null;
  }

  private count(): void {
    this.traffic.actions += 1;
    if (!this.fault) return;
    this.fault.at -= 1;
    if (this.fault.at > 0) return;
    const { code, message } = this.fault;
    this.fault = null;
    throw code === 'GeneralException' ? generalException(message) : new HostFault(code, message);
  }

  private reply(request: BridgeRequest, body: ResponseBody): void {
    const message = (answer: ResponseBody) =>
      JSON.stringify({
        id: request.id,
        type: 2,
        message: { statusCode: 200, headers: {}, body: answer },
      });
    let text = message(body);
    let bytes = bytesOf(text);
    if (bytes > this.session.options.limits.responseBytes) {
      text = message(
        refusal(
          'ResponsePayloadSizeLimitExceeded',
          'The response payload size has exceeded the limit.',
        ),
      );
      bytes = bytesOf(text);
    }
    this.traffic.bytesOut += bytes;
    this.bridge.onMessageFromHost?.(text);
  }

  private deliver(): void {
    const entries = this.session.events.drain();
    if (entries.length === 0) return;
    this.bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  }
}

/** How many bytes a text has on the wire. */
const bytesOf = (text: string): number => codecInUse().utf8Length(text);

function refusal(Code: string, Message: string): ResponseBody {
  const error = { Code, Message, Location: '', ActionIndex: 0, HttpStatusCode: 400 };
  return { Results: [], TraceIds: [], Error: error };
}

/** What Office.js itself creates: the service that hears that handlers of actions are ready. */
const internalServiceClass = new HostClass<null>(() => ({
  name: 'AddinInternalService',
  methods: { notifyActionHandlerReady: () => null },
}));
