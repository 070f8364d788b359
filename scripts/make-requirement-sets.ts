import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Reads from the doc comments of @types/office-js in which requirement set each member of the Excel
 * classes came, and writes what the host answers by: `npx tsx scripts/make-requirement-sets.ts`.
 */
const types = createRequire(import.meta.url).resolve('@types/office-js/index.d.ts');
const lines = readFileSync(types, 'utf8').split('\n');

const sets: Record<string, Record<string, string>> = {};
let inExcel = false;
let current: string | null = null;
let set: string | null = null;
for (const line of lines) {
  const namespace = /^declare namespace (\w+)/.exec(line);
  if (namespace) inExcel = namespace[1] === 'Excel';
  if (!inExcel) continue;
  const opened = /^ {4}(?:class|interface|enum|type|module|namespace) (\w+)/.exec(line);
  if (opened) current = /^ {4}class /.test(line) ? (opened[1] ?? null) : null;
  const api = /\[Api set: (\w+) ([\d.]+)/.exec(line);
  if (api) set = api[1] === 'ExcelApi' ? (api[2] ?? null) : null;
  if (/^\s*\/\*\*/.test(line) && !api) set = null;
  const member = /^ {8}(?:readonly )?(\w+)[(:?]/.exec(line);
  if (member?.[1] && current) {
    if (set !== null && set !== '1.1') (sets[current] ??= {})[member[1]] ??= set;
    set = null;
  }
}

const COVERED =
  /^(Application|AutoFilter|Chart|ChartAxes|ChartAxis|ChartCollection|ChartLegend|ChartSeries|ChartSeriesCollection|ChartTitle|DataValidation|HeaderFooter|HeaderFooterGroup|NamedItem|NamedItemCollection|PageBreak|PageBreakCollection|PageLayout|Range|RangeAreas|RangeBorder|RangeBorderCollection|RangeCollection|RangeFill|RangeFont|RangeFormat|RangeView|Runtime|Setting|SettingCollection|Table|TableCollection|TableColumn|TableColumnCollection|TableRowCollection|Workbook|WorkbookProtection|Worksheet|WorksheetCollection|WorksheetFreezePanes|WorksheetProtection|FormatProtection|CultureInfo|DatetimeFormatInfo|NumberFormatInfo|DocumentProperties|TableScopedCollection)$/;
const covered = Object.fromEntries(
  Object.entries(sets)
    .filter(([name]) => COVERED.test(name))
    .sort(([x], [y]) => (x < y ? -1 : 1)),
);
const text = `/**
 * In which ExcelApi each member came, where that isn't 1.1. Made by scripts/make-requirement-sets.ts
 * from the doc comments of @types/office-js.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(covered, null, 2)};
`;
writeFileSync(new URL('../src/host/richapi/requirement-sets.ts', import.meta.url), text);
