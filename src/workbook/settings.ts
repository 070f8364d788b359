import { DEFAULT_READINGS, type PaperSetting, type Readings } from '../rules';
import type { NameChoice } from './find/names';
import type { ColumnChoice } from './find/tables';

/** What the user set once and the workbook keeps: readings, corrections, what the papers name. */
export interface Settings {
  /** Only what differs from the default. */
  readonly readings: Partial<Readings>;
  readonly papers: Papers;
  /** "Does this total hold only procedures published as online services?" Null: not answered. */
  readonly totalScope: boolean | null;
  /** Do departments that a source lists apart count in their district's own figure? Null: not answered. */
  readonly departments: 'add' | 'leaveOut' | null;
  /** Of which period the figures shall be, where the workbook has several: "Tháng 10". */
  readonly period: string | null;
  /** Which unit a name means that matches none for certain. */
  readonly names: readonly NameChoice[];
  /** The user's corrections of which column is what. */
  readonly columns: readonly ColumnChoice[];
}

/** What the papers name. Dates are ISO dates; null is a visible blank. */
export interface Papers {
  readonly planNumber: string | null;
  readonly planDate: string | null;
  readonly periodStart: string | null;
  readonly round: 'interim' | 'final' | null;
  readonly dataAsOf: string | null;
  readonly dossierSource: string | null;
  readonly identitySource: string | null;
  /** The body above the issuer, and the issuer: the top left of every paper. */
  readonly parentBody: string;
  readonly issuer: string;
  readonly place: string;
  /** Who signs on the right of a score table. */
  readonly signer: string;
  /** The name on the certificate, by level id: {name} stands for the unit's full name. */
  readonly certificateNames: Readonly<Record<string, string>>;
}

export const DEFAULT_SETTINGS: Settings = {
  readings: {},
  papers: {
    planNumber: null,
    planDate: null,
    periodStart: null,
    round: null,
    dataAsOf: null,
    dossierSource: null,
    identitySource: null,
    parentBody: 'UBND tỉnh Hậu Giang',
    issuer: 'Sở Thông tin và Truyền thông',
    place: 'Hậu Giang',
    signer: 'GIÁM ĐỐC',
    certificateNames: {
      district: 'Ủy ban nhân dân {name}',
      commune: 'Ủy ban nhân dân {name}',
    },
  },
  totalScope: null,
  departments: null,
  period: null,
  names: [],
  columns: [],
};

/** Lays stored or given settings, which may be partial, over the defaults. */
export function completeSettings(given: DeepPartial<Settings> | null): Settings {
  return {
    readings: (given?.readings ?? {}) as Partial<Readings>,
    papers: { ...DEFAULT_SETTINGS.papers, ...(given?.papers as Partial<Papers> | undefined) },
    totalScope: given?.totalScope ?? null,
    departments: given?.departments ?? null,
    period: given?.period ?? null,
    names: (given?.names ?? []) as readonly NameChoice[],
    columns: (given?.columns ?? []) as readonly ColumnChoice[],
  };
}

export type DeepPartial<T> = { readonly [K in keyof T]?: DeepPartial<T[K]> };

export function readingsOf(settings: Settings): Readings {
  return { ...DEFAULT_READINGS, ...settings.readings };
}

/** What the papers must name, in the order in which it is asked. */
export const REQUIRED_PAPERS: readonly PaperSetting[] = [
  'planNumber',
  'planDate',
  'periodStart',
  'round',
  'dataAsOf',
  'dossierSource',
  'identitySource',
];

/** What the papers must name and nobody has entered yet: visible blanks, and still a draft. */
export function missingPaperSettings({ papers }: Settings): PaperSetting[] {
  return REQUIRED_PAPERS.filter((key) => !papers[key]);
}
