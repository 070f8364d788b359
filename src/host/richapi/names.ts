import type { CellValue, NameModel, SheetModel } from '../model';
import { parseRect } from './addresses';
import { asBoolean, asText, key, optionalText, text } from './arguments';
import { invalidArgument, itemAlreadyExists, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';
import { addressOf } from './range-ref';
import { findName, rangeOfFormula } from './resolve-range';
import type { HostSession } from './session';
import { valueType } from './value-types';
import { worksheetClass } from './worksheet';

const NAME = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;
const LONGEST_NAME = 255;

/** Excel's rules for names, of names and tables alike. */
export function checkName(name: string): string {
  const taken = parseRect(name) !== null || /^(r|c|r\d*c\d*)$/i.test(name);
  if (!NAME.test(name) || name.length > LONGEST_NAME || taken) throw invalidArgument();
  return name;
}

export function orNotFound(found: HostObject | null): HostObject {
  if (!found) throw itemNotFound();
  return found;
}

function range(name: NameModel, host: HostSession): HostObject | null {
  const found = rangeOfFormula(name.formula, host, name.scope);
  return found && rangeClass.of(found);
}

/** The value of a constant; formulas aren't calculated. */
function constantOf(formula: string): CellValue {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (quoted) return quoted[1]!.replaceAll('""', '"');
  if (/^(true|false)$/i.test(formula)) return formula.toLowerCase() === 'true';
  const number = Number(formula);
  if (formula.trim() !== '' && Number.isFinite(number)) return number;
  return { error: /#REF!/i.test(formula) ? '#REF!' : '#GETTING_DATA' };
}

function nameValue(name: NameModel, host: HostSession): unknown {
  const found = rangeOfFormula(name.formula, host, name.scope);
  if (found) return addressOf(found, '$');
  const value = constantOf(name.formula);
  return typeof value === 'object' ? value?.error : value;
}

function nameType(name: NameModel, host: HostSession): string {
  if (rangeOfFormula(name.formula, host, name.scope)) return 'Range';
  const value = constantOf(name.formula);
  return Number.isInteger(value) ? 'Integer' : valueType(value);
}

/** A defined name. */
export const namedItemClass = new HostClass<NameModel>(() => ({
  name: 'NamedItem',
  identity: (name) => ({ _Id: name.name }),
  scalars: {
    name: { get: (name) => name.name },
    type: { get: nameType },
    value: { get: nameValue },
    formula: {
      get: (name) => `=${name.formula}`,
      set: (name, value) => {
        name.formula = formulaOf(value);
      },
    },
    scope: { get: (name) => (name.scope ? 'Worksheet' : 'Workbook') },
    visible: {
      get: (name) => name.visible,
      set: (name, value) => {
        name.visible = asBoolean(value);
      },
    },
    comment: {
      get: (name) => name.comment,
      set: (name, value) => {
        name.comment = asText(value);
      },
    },
    _Id: { get: (name) => name.name },
  },
  navs: {
    worksheet: (name) => orNotFound(name.scope && worksheetClass.of(name.scope)),
    worksheetOrNullObject: (name) => name.scope && worksheetClass.of(name.scope),
  },
  methods: {
    delete: (name, _args, host) => {
      host.model.removeName(name);
      host.isDirty = true;
    },
    getRange: (name, _args, host) => {
      const found = range(name, host);
      if (!found) throw invalidArgument();
      return found;
    },
    getRangeOrNullObject: (name, _args, host) => range(name, host),
  },
}));

/** A formula without its `=`; other text becomes a text constant. */
function formulaOf(value: unknown): string {
  const found = rangeClass.open(value);
  if (found) return addressOf(found, '$');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value).toUpperCase();
  const written = asText(value);
  return written.startsWith('=') ? written.slice(1) : `"${written.replaceAll('"', '""')}"`;
}

type Scope = SheetModel | null;

function add(scope: Scope, args: readonly unknown[], host: HostSession): HostObject {
  const name = checkName(text(args, 0));
  if (findName(host, name, scope)) throw itemAlreadyExists();
  const comment = optionalText(args, 2) ?? '';
  host.isDirty = true;
  const made = host.model.addName(name, formulaOf(args[1]), scope, { visible: true, comment });
  return namedItemClass.of(made);
}

const ofScope = (scope: Scope, host: HostSession): NameModel[] =>
  host.model.names.filter((name) => name.scope === scope && !/^_xlnm\./i.test(name.name));

function find(scope: Scope, args: readonly unknown[], host: HostSession): HostObject | null {
  const found = findName(host, key(args, 0), scope);
  return found ? namedItemClass.of(found) : null;
}

/** The names of the workbook (null) or of a sheet. */
export const namedItemCollectionClass = new HostClass<Scope>(() => ({
  name: 'NamedItemCollection',
  items: (scope, host) => ofScope(scope, host).map((name) => namedItemClass.of(name)),
  methods: {
    add,
    addFormulaLocal: add,
    getCount: (scope, _args, host) => ofScope(scope, host).length,
    getItem: (scope, args, host) => orNotFound(find(scope, args, host)),
    getItemOrNullObject: find,
  },
}));
