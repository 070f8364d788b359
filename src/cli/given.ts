import type { ColumnChoice, NameChoice, Settings } from '../workbook';
import type { Answers } from './answers';

/** Is it what `--settings` takes? */
export function isSettings(json: unknown): json is Partial<Settings> {
  if (!isObject(json)) return false;
  const { readings = {}, papers = {}, checkSheet = null } = json;
  const isSwitch = checkSheet === null || typeof checkSheet === 'boolean';
  return isObject(readings) && isObject(papers) && isSwitch && isAnswers(json);
}

/** Is it what `--map` takes: a list of columns, or answers of every kind? */
export function isMap(json: unknown): json is readonly ColumnChoice[] | Answers {
  if (Array.isArray(json)) return isColumnChoices(json);
  if (!isObject(json)) return false;
  const keys = Object.keys(json);
  // A word that is misspelt would be an answer that is lost.
  return keys.length > 0 && keys.every((key) => ANSWERS.has(key)) && isAnswers(json);
}

const ANSWERS: ReadonlySet<string> = new Set<keyof Answers>([
  'columns',
  'departments',
  'period',
  'totalScope',
  'names',
]);

function isAnswers(json: Record<string, unknown>): boolean {
  const { columns = [], names = [], departments = null, period = null, totalScope = null } = json;
  return (
    isColumnChoices(columns) &&
    isNameChoices(names) &&
    [null, 'add', 'leaveOut'].includes(departments as string | null) &&
    (period === null || isText(period)) &&
    (totalScope === null || typeof totalScope === 'boolean')
  );
}

function isColumnChoices(json: unknown): json is readonly ColumnChoice[] {
  return (
    Array.isArray(json) &&
    json.every(
      (each) =>
        isObject(each) &&
        [each.sheet, each.role, each.heading].every(isText) &&
        (each.file === undefined || isText(each.file)) &&
        [undefined, 'vi', 'en'].includes(each.numbers as string | undefined),
    )
  );
}

function isNameChoices(json: unknown): json is readonly NameChoice[] {
  return (
    Array.isArray(json) &&
    json.every(
      (each) =>
        isObject(each) &&
        [each.shown, each.unit].every(isText) &&
        (each.district === null || isText(each.district)),
    )
  );
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
