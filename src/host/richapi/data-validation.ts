import type { Rect, Validation } from '../model';
import { intersect } from './addresses';
import { asBoolean, asRecord, asText, word } from './arguments';
import { invalidArgument } from './fault';
import { HostClass } from './host-class';
import { addressOf, cellCount, type RangeRef } from './range-ref';
import { rangeClass } from './range';
import type { HostSession } from './session';
import { guardSheet } from './styles';

/** Excel's words for the types, by OOXML's. */
const TYPES: Readonly<Record<string, string>> = {
  none: 'None',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};
/** The fields of a rule, by OOXML's type. */
const FIELDS: Readonly<Record<string, string>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  list: 'list',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
  custom: 'custom',
};
/** OOXML's operators by Excel's words. */
const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;
const OPERATOR_WORDS = Object.keys(OPERATORS) as (keyof typeof OPERATORS)[];
const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;
const STYLE_WORDS = Object.keys(STYLES) as (keyof typeof STYLES)[];

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const LONGEST_LIST = 255;

const NONE: Validation = {
  type: 'none',
  operator: 'between',
  formula1: null,
  formula2: null,
  ignoreBlanks: true,
  dropDown: true,
  prompt: { shown: true, title: '', message: '' },
  alert: { shown: true, style: 'stop', title: '', message: '' },
};

type RulePart = Pick<Validation, 'type' | 'operator' | 'formula1' | 'formula2' | 'dropDown'>;

const countIn = (rects: readonly Rect[], rect: Rect): number =>
  rects.reduce((sum, each) => {
    const part = intersect(each, rect);
    return part ? sum + cellCount(part) : sum;
  }, 0);

/** What the cells of a range have; `bare` where some have nothing. */
function found({ sheet, rect }: RangeRef): { rules: Validation[]; bare: boolean } {
  const areas = sheet.validations
    .map(({ rects, validation }) => ({ validation, cells: countIn(rects, rect) }))
    .filter(({ cells }) => cells > 0);
  const covered = areas.reduce((sum, { cells }) => sum + cells, 0);
  return { rules: areas.map(({ validation }) => validation), bare: covered < cellCount(rect) };
}

/** What all cells have alike; null where they differ. */
function common<T>(ref: RangeRef, read: (validation: Validation) => T): T | null {
  const { rules, bare } = found(ref);
  const values = [...rules, ...(bare ? [NONE] : [])].map(read);
  const [first] = values;
  const isSame = values.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return isSame ? (first as T) : null;
}

/** Lays a part over the rule of the first cell that has one. */
function change(ref: RangeRef, part: Partial<Validation>): void {
  guardSheet(ref.sheet);
  ref.sheet.setValidation(ref.rect, { ...(found(ref).rules[0] ?? NONE), ...part });
}

function typeOf(ref: RangeRef): string {
  const { rules, bare } = found(ref);
  const types = new Set(rules.map(({ type }) => type));
  if (rules.length === 0) return 'None';
  if (bare) return 'Inconsistent';
  const only = rules[0] as Validation;
  return types.size === 1 ? (TYPES[only.type] ?? 'None') : 'MixedCriteria';
}

const isNumber = (formula: string): boolean => /^-?\d+(\.\d+)?$/.test(formula);

/** A formula as the API gives it: a number, or text with its `=`. */
const told = (formula: string): string | number =>
  isNumber(formula) ? Number(formula) : `=${formula}`;

function ruleOf(rule: RulePart): Record<string, unknown> {
  const { type, operator, formula1, formula2, dropDown } = rule;
  const field = FIELDS[type];
  const first = formula1 ?? '';
  if (field === undefined) return {};
  if (type === 'custom') return { custom: { formula: `=${first}` } };
  if (type === 'list') {
    const source = /^"(.*)"$/.exec(first)?.[1]?.replace(/""/g, '"') ?? `=${first}`;
    return { list: { inCellDropDown: dropDown, source } };
  }
  return {
    [field]: {
      formula1: told(first),
      ...(formula2 === null ? {} : { formula2: told(formula2) }),
      operator: OPERATOR_WORDS.find((each) => OPERATORS[each] === operator),
    },
  };
}

/** A number, a range, or a formula with its `=`; dates are given as numbers or as formulas. */
function formulaOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const range = rangeClass.open(value);
  if (range) return addressOf(range, '$');
  const text = asText(value).trim();
  const formula = text.replace(/^=/, '');
  if (formula === '' || (!text.startsWith('=') && !isNumber(text))) throw invalidArgument();
  return formula;
}

function sourceOf(value: unknown): string {
  if (typeof value !== 'string' || value.startsWith('=')) return formulaOf(value);
  if (value === '' || value.length > LONGEST_LIST) throw invalidArgument();
  return `"${value.replace(/"/g, '""')}"`;
}

function readRule(value: unknown): RulePart {
  const fields = Object.entries(asRecord(value)).filter(
    ([, field]) => field !== null && field !== undefined,
  );
  const [field] = fields;
  const type = Object.keys(FIELDS).find((each) => FIELDS[each] === field?.[0]);
  if (fields.length !== 1 || !field || type === undefined) throw invalidArgument();
  const rule = asRecord(field[1]);
  const plain = { type, operator: 'between', formula2: null, dropDown: true };
  if (type === 'custom') return { ...plain, formula1: formulaOf(rule['formula']) };
  if (type === 'list') {
    const dropDown = asBoolean(rule['inCellDropDown'] ?? true);
    return { ...plain, dropDown, formula1: sourceOf(rule['source']) };
  }
  const operator = OPERATORS[word(rule['operator'], OPERATOR_WORDS)];
  const takesTwo = operator === 'between' || operator === 'notBetween';
  const formula1 = formulaOf(rule['formula1']);
  return { ...plain, operator, formula1, formula2: takesTwo ? formulaOf(rule['formula2']) : null };
}

function words(value: Readonly<Record<string, unknown>>): { title: string; message: string } {
  const title = asText(value['title'] ?? '');
  const message = asText(value['message'] ?? '');
  if (title.length > LONGEST_TITLE || message.length > LONGEST_MESSAGE) throw invalidArgument();
  return { title, message };
}

/** What may be typed into a range. Nothing checks it here: neither does Excel what an add-in writes. */
export const dataValidationClass = new HostClass<RangeRef>(() => ({
  name: 'DataValidation',
  scalars: {
    type: { get: typeOf },
    rule: {
      get: (ref) => {
        const rule = common(ref, ({ type, operator, formula1, formula2, dropDown }) => ({
          type,
          operator,
          formula1,
          formula2,
          dropDown,
        }));
        return rule && ruleOf(rule);
      },
      set: (ref, value) => change(ref, readRule(value)),
    },
    ignoreBlanks: {
      get: (ref) => common(ref, ({ ignoreBlanks }) => ignoreBlanks),
      set: (ref, value) => change(ref, { ignoreBlanks: asBoolean(value) }),
    },
    prompt: {
      get: (ref) =>
        common(ref, ({ prompt: { shown, ...text } }) => ({ showPrompt: shown, ...text })),
      set: (ref, value) => {
        const prompt = asRecord(value);
        change(ref, {
          prompt: { shown: asBoolean(prompt['showPrompt'] ?? true), ...words(prompt) },
        });
      },
    },
    errorAlert: {
      get: (ref) =>
        common(ref, ({ alert: { shown, style, ...text } }) => ({
          showAlert: shown,
          style: STYLE_WORDS.find((each) => STYLES[each] === style),
          ...text,
        })),
      set: (ref, value) => {
        const alert = asRecord(value);
        const style = STYLES[word(alert['style'] ?? 'Stop', STYLE_WORDS)];
        change(ref, {
          alert: { shown: asBoolean(alert['showAlert'] ?? true), style, ...words(alert) },
        });
      },
    },
  },
  methods: {
    clear: ({ sheet, rect }: RangeRef, _args: readonly unknown[], host: HostSession) => {
      guardSheet(sheet);
      host.isDirty = true;
      sheet.setValidation(rect, null);
    },
  },
}));
