import type { EventEntry } from './protocol';

/** The runtime's numbers of the events that this host raises. */
export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
} as const;

export type EventKind = keyof typeof EventType;

/** The target of handlers on the collection of sheets. */
const WORKBOOK = 'Workbook';
const CATEGORY = 65536;

/** Who listens to what, and what is to be told them when the answer is out. */
export class EventHub {
  enabled = true;
  private readonly listening = new Map<string, number>();
  private readonly selectionListeners = new Set<() => void>();
  private queue: EventEntry[] = [];
  private selectionMoved = false;
  private nextId = 1;

  register(kind: EventKind, sheetId: string | null, by: 1 | -1): void {
    const target = `${kind} ${sheetId ?? WORKBOOK}`;
    this.listening.set(target, Math.max(0, (this.listening.get(target) ?? 0) + by));
  }

  /** True where anybody would hear of it: spares the making of what nobody hears. */
  hears(kind: EventKind, sheetId: string): boolean {
    return this.enabled && (this.has(kind, sheetId) || this.has(kind, WORKBOOK));
  }

  /** Queues an event for the handlers on the sheet and on the collection. */
  raise(kind: EventKind, sheetId: string, details: Readonly<Record<string, unknown>> = {}): void {
    if (kind === 'selectionChanged' && this.enabled) this.selectionMoved = true;
    for (const target of [sheetId, WORKBOOK]) {
      if (!this.enabled || !this.has(kind, target)) continue;
      const message = JSON.stringify({ worksheetId: sheetId, source: 'Local', ...details });
      this.queue.push([CATEGORY, EventType[kind], target, message, this.nextId++]);
    }
  }

  /** Handlers that Office.js keeps on the document, not on the bridge. */
  onDocumentSelection(listener: () => void): () => void {
    this.selectionListeners.add(listener);
    return () => this.selectionListeners.delete(listener);
  }

  /** Takes what is queued; calls the document's own listeners. */
  drain(): readonly EventEntry[] {
    const entries = this.queue;
    this.queue = [];
    if (this.selectionMoved) {
      this.selectionMoved = false;
      this.selectionListeners.forEach((listener) => listener());
    }
    return entries;
  }

  private has(kind: EventKind, target: string): boolean {
    return (this.listening.get(`${kind} ${target}`) ?? 0) > 0;
  }
}
