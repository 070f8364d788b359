import {
  formatRect,
  parseRect,
  type Rect,
  type SheetModel,
  type WorkbookFile,
  WorkbookHost,
  type WorkbookModel,
} from '../host';
import type { HostSide, PaneLink, PaneSide } from './link';
import { cursorOf, type Cell, type Cursor, rectBetween } from './cursor';
import { openInNewTab } from './new-tab';
import { asHostReads, shownText } from './vietnamese';
import { words } from './words';

export type Command = 'chamDiem' | 'taoBieuMau';

/** Events that Office.js keeps outside the bridge, by its numbers. */
const SELECTION_CHANGED = 2;
const COMMAND_INVOKED = 39;
/** How long a command waits for a pane that is still loading. */
const PATIENCE = 15_000;
const AGAIN_AFTER = 200;
const NOT_HEARD = 1;

let opened = 0;

/** An open workbook, who looks at it (the grid, the pane), and what the user does to it by hand. */
export class Session implements PaneLink {
  readonly id = (opened += 1);
  readonly host: WorkbookHost;
  readonly running = new Set<Command>();
  /** What the page has to tell: the last thing that went wrong or was done. */
  notice: { readonly text: string; readonly isError: boolean } | null = null;
  private readonly cursors = new Map<number, Cursor>();
  private readonly listeners = new Set<() => void>();
  private pane: PaneSide | null = null;
  private version = 0;
  private contents = 0;
  private announced = false;
  private clickedAt = 0;

  constructor(
    file: WorkbookFile,
    readonly fileName: string,
  ) {
    this.host = new WorkbookHost(file, { name: fileName });
    this.host.onDocumentSelection(() => this.pane?.raise(SELECTION_CHANGED, []));
    this.host.appRuntime.listen(() => this.changed(false));
    this.host.onNewWorkbook(openInNewTab);
  }

  get model(): WorkbookModel {
    return this.host.model;
  }

  get isPaneShown(): boolean {
    return this.host.appRuntime.state === 'Visible';
  }

  showPane(shown: boolean): void {
    this.host.appRuntime.state = shown ? 'Visible' : 'Background';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Grows with every change, so that whoever looks looks again. */
  readonly getVersion = (): number => this.version;

  /** Grows where cells may have changed: what is drawn of an older content is drawn again. */
  get content(): number {
    return this.contents;
  }

  /** Something may have changed: whoever looks is told once. */
  changed(isContent = true): void {
    this.version += 1;
    if (isContent) this.contents += 1;
    if (this.announced) return;
    this.announced = true;
    queueMicrotask(() => {
      this.announced = false;
      this.listeners.forEach((listener) => listener());
    });
  }

  say(text: string | null, isError = false): void {
    this.notice = text === null ? null : { text, isError };
    this.changed(false);
  }

  /** Called by the pane's frame before Office.js is loaded there. */
  connect(pane: PaneSide): HostSide {
    const { host } = this;
    // What another pane was doing never ends; a click before the first one waits for it.
    if (this.pane) this.running.clear();
    this.pane = pane;
    host.bridge.onMessageFromHost = (text) => {
      pane.deliver(text);
      this.calculated();
    };
    void pane.functions().then((functions) => {
      if (!functions || this.pane !== pane) return;
      void host.useFunctions(functions);
      this.calculated();
    });
    return {
      sets: host.sets,
      fileName: this.fileName,
      send: (text) => host.bridge.sendMessageToHost(text),
      readSettings: () => [...this.model.settings],
      writeSettings: (settings) => this.writeSettings(settings),
      copy: () => host.file.save(new Date()),
      completed: (command, status) => this.completed(command as Command, status),
    };
  }

  /** Cells may have changed, and may again when the worksheet functions have been evaluated. */
  private calculated(): void {
    this.changed();
    void this.host.calculated.then(() => this.changed());
  }

  private writeSettings(settings: readonly (readonly [string, string])[]): void {
    this.model.settings.clear();
    for (const [key, json] of settings) this.model.settings.set(key, json);
    this.changed();
  }

  /** A click on a button of the ribbon whose function is in the pane's runtime. */
  invoke(command: Command): void {
    if (this.running.has(command)) return;
    this.running.add(command);
    this.clickedAt = Date.now();
    this.changed();
    this.dispatch(command);
  }

  private dispatch(command: Command): void {
    const event = JSON.stringify({ source: { id: command }, clientCustomData: '' });
    const isHeard = this.pane?.raise(COMMAND_INVOKED, [command, command, event]) ?? false;
    if (!isHeard) this.completed(command, NOT_HEARD);
  }

  /** A pane that is still loading knows no functions yet: it is asked again. */
  private completed(command: Command, status: number): void {
    if (!this.running.has(command)) return;
    if (status !== 0 && Date.now() - this.clickedAt < PATIENCE) {
      window.setTimeout(() => this.running.has(command) && this.dispatch(command), AGAIN_AFTER);
      return;
    }
    this.running.delete(command);
    if (status !== 0) this.say(words.commandFailed(words.commands[command]), true);
    this.changed();
  }

  textAt(name: string, address: string): string | null {
    const sheet = this.model.sheets.find((each) => each.name === name);
    const rect = parseRect(address);
    if (!sheet || !rect) return null;
    const format = this.model.formatOf(sheet.styleAt(rect.row, rect.column));
    return shownText(sheet.read(rect.row, rect.column), format);
  }

  cursor(sheet: SheetModel): Cursor {
    const cursor = cursorOf(this.model.selection(sheet), this.cursors.get(sheet.id));
    this.cursors.set(sheet.id, cursor);
    return cursor;
  }

  /** The user selects from one cell to another; the first is the active one. */
  select(sheet: SheetModel, active: Cell, head: Cell = active): void {
    const rect = rectBetween(sheet, active, head);
    this.cursors.set(sheet.id, { active, head, rect });
    this.selectRect(sheet, rect);
  }

  /** Excel selects by hand only on sheets that are shown. */
  selectRect(sheet: SheetModel, rect: Rect): void {
    if (sheet.visibility !== 'visible') return;
    this.host.userSelects(sheet.name, formatRect(rect));
    this.changed(false);
  }

  activate(sheet: SheetModel): void {
    this.selectRect(sheet, this.model.selection(sheet));
  }

  startEdit(): void {
    this.host.startCellEdit();
  }

  endEdit(): void {
    this.host.endCellEdit();
    this.changed();
  }

  /** The user types into cells. False, and a notice, where Excel doesn't take it. */
  edit(sheet: SheetModel, rect: Rect, values: readonly (readonly unknown[])[]): boolean {
    try {
      const read = values.map((row) => row.map(asHostReads));
      this.host.userEdits(sheet.name, formatRect(rect), read);
      this.say(null);
      this.calculated();
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      this.say(words.editProblems[code] ?? words.editFailed(code || String(error)), true);
      return false;
    }
  }
}
