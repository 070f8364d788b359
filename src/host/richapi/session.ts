import type { SheetModel, WorkbookModel } from '../model';
import { EventHub } from './events';
import type { HostObject } from './host-class';
import type { RequirementSets } from './sets';

export interface HostLimits {
  /** Bytes of one request. */
  readonly requestBytes: number;
  /** Bytes of one answer. */
  readonly responseBytes: number;
  /** Cells that one read of a range may have. */
  readonly readCells: number;
}

export const DEFAULT_LIMITS: HostLimits = {
  requestBytes: 5 * 1024 * 1024,
  responseBytes: 5 * 1024 * 1024,
  readCells: 5_000_000,
};

export interface SessionOptions {
  readonly name: string;
  readonly sets: RequirementSets;
  readonly limits: HostLimits;
  readonly filteredWrites: 'corrupt' | 'asIs';
  readonly now: () => Date;
}

/** What one open workbook shares between requests. */
export class HostSession {
  readonly references = new Map<string, HostObject>();
  readonly events = new EventHub();
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  /** `application.calculate('Full')` was called: every formula that the host evaluates is due. */
  calculateAll = false;
  isDirty = false;
  /** Shows a new workbook beside this one; false where that can't be. */
  showNewWorkbook: ((bytes: Uint8Array) => boolean) | null = null;
  readOnly = false;
  private nextReference = 1;

  constructor(
    readonly model: WorkbookModel,
    readonly options: SessionOptions,
  ) {}

  /** Keeps an object under a name of its own until the client lets go. */
  keep(object: HostObject): string {
    if (object.reference === null) {
      object.reference = `ref${this.nextReference++}`;
      this.references.set(object.reference, object);
    }
    return object.reference;
  }

  release(reference: string): void {
    const object = this.references.get(reference);
    if (object) object.reference = null;
    this.references.delete(reference);
  }

  /** Lets go of everything on a sheet that is about to go: its ranges are no longer valid. */
  forget(sheet: SheetModel): void {
    for (const [reference, { self }] of [...this.references]) {
      const on = typeof self === 'object' && self !== null && 'sheet' in self ? self.sheet : self;
      if (on === sheet) this.release(reference);
    }
  }
}

/** A sheet's id as Excel writes one: it stays while the workbook is open. */
export const sheetId = (sheet: SheetModel): string =>
  `{00000000-0001-0000-${sheet.id.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
