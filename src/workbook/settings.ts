import { DEFAULT_READINGS, type Papers, type PaperSetting, type Readings } from '../rules';
import { words } from '../words';
import type { NameChoice } from './find/names';
import type { ColumnChoice } from './find/column-choice';

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
    signerName: null,
    symbol: 'STTTT',
    board: {
      parentBody: 'Sở Nội vụ tỉnh Hậu Giang',
      name: 'Ban Thi đua - Khen thưởng',
      symbol: 'BTĐKT',
      signer: 'TRƯỞNG BAN',
      signerName: null,
    },
    chairman: {
      parentBody: 'Ủy ban nhân dân tỉnh Hậu Giang',
      name: 'Chủ tịch Ủy ban nhân dân tỉnh Hậu Giang',
      symbol: 'UBND',
      signer: 'CHỦ TỊCH',
      signerName: null,
    },
    council: 'Hội đồng Thi đua - Khen thưởng',
    chair: null,
    secretary: null,
    paperDate: null,
    legalBases: words.LEGAL_BASES,
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
    papers: completePapers((given?.papers ?? {}) as Partial<Papers>),
    totalScope: given?.totalScope ?? null,
    departments: given?.departments ?? null,
    period: given?.period ?? null,
    names: (given?.names ?? []) as readonly NameChoice[],
    columns: (given?.columns ?? []) as readonly ColumnChoice[],
  };
}

function completePapers(given: Partial<Papers>): Papers {
  const { papers } = DEFAULT_SETTINGS;
  const board = { ...papers.board, ...given.board };
  const chairman = { ...papers.chairman, ...given.chairman };
  const certificateNames = { ...papers.certificateNames, ...given.certificateNames };
  const legalBases = Array.isArray(given.legalBases) ? given.legalBases : papers.legalBases;
  return { ...papers, ...given, board, chairman, certificateNames, legalBases };
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
