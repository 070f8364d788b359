import type { Days, DossierLog, LogFault, Plan } from '../../rules';

/** What the pane asks of the worker that reads dossier logs. */
export type ToLogWorker =
  | {
      readonly kind: 'read';
      readonly file: Blob;
      /** The file's name; null for a workbook whose sheets may be a log. */
      readonly name: string | null;
      /** Sheets with a name of their own like this are none: they are what we wrote. */
      readonly leftOut: string;
    }
  | { readonly kind: 'digest'; readonly plan: Plan; readonly days: Days | null };

/** What the worker answers. */
export type FromLogWorker =
  /** Bytes read of all. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  /** The log's name and its sheets; null where none of a workbook's sheets is one. */
  | {
      readonly kind: 'read';
      readonly log: { readonly name: string; readonly sheets: readonly string[] } | null;
    }
  | { readonly kind: 'fault'; readonly fault: LogFault; readonly shown: readonly string[] }
  | { readonly kind: 'digested'; readonly log: DossierLog }
  /** Something that no one foresaw. */
  | { readonly kind: 'failed'; readonly why: string };
