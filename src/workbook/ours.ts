/**
 * What in a workbook is ours: hidden names mark our sheets and our columns, so that a title is never
 * taken for a mark, and the marks move with what they mark.
 */
export type OurSheet =
  | 'districtResult'
  | 'communeResult'
  | 'awards'
  | 'notProposed'
  | 'bonus'
  | 'accounts'
  | 'readings'
  | 'cards'
  | 'periods'
  | 'adjustments'
  | 'review'
  | 'check'
  | 'seal'
  | 'decisions'
  | 'plan'
  | 'planUnits'
  | 'copy';

/** A hidden name of a sheet's own: its formula holds the sheet's kind as text. */
export const SHEET_MARK = '_HG_TRANG';
/** Hidden names of a sheet's own that refer to columns of ours beside the user's rows. */
export const COLUMNS_MARK = '_HG_COT';

/** The name of the chart on the sheet of districts: a run replaces it. */
export const CHART_NAME = '_HG_BIEU_DO';

export const SETTINGS_KEY = 'hau-giang.settings';
export const WRITTEN_KEY = 'hau-giang.written';

/** Does a sheet's own names mark it as ours? */
export function isOurs(names: readonly { readonly name: string }[]): boolean {
  return names.some(({ name }) => name === SHEET_MARK);
}

/** `="awards"`. */
export function markFormula(kind: OurSheet): string {
  return `="${kind}"`;
}

const KINDS: ReadonlySet<string> = new Set<OurSheet>([
  'districtResult',
  'communeResult',
  'awards',
  'notProposed',
  'bonus',
  'accounts',
  'readings',
  'cards',
  'periods',
  'adjustments',
  'review',
  'check',
  'seal',
  'decisions',
  'plan',
  'planUnits',
  'copy',
]);

/** Sheets that hold what people entered: they stay where results are taken away. */
export const KEPT_SHEETS: ReadonlySet<OurSheet> = new Set<OurSheet>([
  'decisions',
  'adjustments',
  'plan',
  'planUnits',
  'copy',
]);

/** What of a sheet's cells is read: the sheet of formulas is known by them, not by what they give. */
export type Content = 'formulas' | 'values';

export function contentOf(kind: OurSheet | null): Content {
  return kind === 'check' ? 'formulas' : 'values';
}

export function loadContent(range: Excel.Range, content: Content): void {
  if (content === 'formulas') range.load('formulas');
  else range.load('values');
}

/** The kind that a mark's formula names; null where it names none that we know. */
export function kindOf(formula: string): OurSheet | null {
  const kind = /^="?([A-Za-z]+)"?$/.exec(formula)?.[1] ?? '';
  return KINDS.has(kind) ? (kind as OurSheet) : null;
}
