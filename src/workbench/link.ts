/** What the page of the workbench and the frame of the pane say to each other, by direct calls. */
import type { CustomFunctions, RequirementSets } from '../host';

/** The pane's side: what comes from Excel. */
export interface PaneSide {
  /** An answer or an event over the native bridge. */
  deliver(text: string): void;
  /** An event that Office.js asked for by number; its handler gets these values. False: nobody asked. */
  raise(event: number, values: readonly unknown[]): boolean;
  /** The worksheet functions that the pane's page has associated; null where it has none. */
  functions(): Promise<CustomFunctions | null>;
}

/** The workbook's side: what Office.js asks of the Excel that it runs in. */
export interface HostSide {
  /** A request over the native bridge. */
  send(text: string): void;
  readSettings(): readonly (readonly [key: string, json: string])[];
  writeSettings(settings: readonly (readonly [key: string, json: string])[]): void;
  readonly sets: RequirementSets;
  readonly fileName: string;
  /** The workbook as it would be saved now. */
  copy(): Promise<Uint8Array>;
  /** A command of the ribbon has ended; 0 where it was well. */
  completed(command: string, status: number): void;
}

/** What the frame finds on its parent page. */
export interface PaneLink {
  connect(pane: PaneSide): HostSide;
  /** What a cell shows, for tests; null where there is no such cell. */
  textAt(sheet: string, address: string): string | null;
}

declare global {
  interface Window {
    hgWorkbench?: PaneLink;
  }
}
