import type { NameModel, SheetModel } from '../model';
import { parseRect } from './addresses';
import { asBoolean, asText, key, optionalText, text } from './arguments';
import { invalidArgument, itemAlreadyExists, itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import { rangeClass } from './range';
import { addressOf } from './range-ref';
import { findName, rangeOfFormula } from './resolve-range';
import type { HostSession } from './session';
import { worksheetClass } from './worksheet';

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const LONGEST_NAME = 255;

/** Excel's rules for a defined name: no cell address, no R or C alone. */
const isNameAllowed = (name: string): boolean =>
  NAME.test(name) && name.length <= LONGEST_NAME && !/^[rc]$/i.test(name) && !parseRect(name);

function rangeOf(name: NameModel, host: HostSession): HostObject | null {
  const range = rangeOfFormula(name.formula, host, name.scope);
  return range && rangeClass.of(range);
}

const TEXT = /^"((?:[^"]|"")*)"$/s;

/** What the name stands for, as far as that can be told without calculating. */
function valueOf(name: NameModel, host: HostSession): string | number | boolean {
  const range = rangeOfFormula(name.formula, host, name.scope);
  if (range) return addressOf(range, '$');
  const quoted = TEXT.exec(name.formula);
  if (quoted) return quoted[1]!.replaceAll('""', '"');
  if (/^(true|false)$/i.test(name.formula)) return name.formula.toLowerCase() === 'true';
  const number = Number(name.formula);
  return Number.isNaN(number) ? `=${name.formula}` : number;
}

function typeOf(name: NameModel, host: HostSession): string {
  if (rangeOfFormula(name.formula, host, name.scope)) return 'Range';
  const value = valueOf(name, host);
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return 'String';
}

/** A defined name of the workbook or of a sheet. */
export const namedItemClass = new HostClass<NameModel>(() => ({
  name: 'NamedItem',
  identity: ({ name }) => ({ _Id: name }),
  scalars: {
    name: { get: ({ name }) => name },
    type: { get: typeOf },
    value: { get: valueOf },
    scope: { get: ({ scope }) => (scope ? 'Worksheet' : 'Workbook') },
    formula: {
      get: ({ formula }) => `=${formula}`,
      set: (name, value, host) => {
        name.formula = asText(value).replace(/^=/, '');
        host.isDirty = true;
      },
    },
    visible: {
      get: ({ visible }) => visible,
      set: (name, value, host) => {
        name.visible = asBoolean(value);
        host.isDirty = true;
      },
    },
    comment: {
      get: ({ comment }) => comment,
      set: (name, value, host) => {
        name.comment = asText(value);
        host.isDirty = true;
      },
    },
  },
  navs: {
    worksheet: ({ scope }) => {
      if (!scope) throw itemNotFound();
      return worksheetClass.of(scope);
    },
    worksheetOrNullObject: ({ scope }) => scope && worksheetClass.of(scope),
  },
  methods: {
    delete: (name, _args, host) => {
      host.model.removeName(name);
      host.isDirty = true;
    },
    getRange: (name, _args, host) => {
      const range = rangeOf(name, host);
      if (!range) throw invalidArgument();
      return range;
    },
    getRangeOrNullObject: (name, _args, host) => rangeOf(name, host),
  },
}));

function add(scope: SheetModel | null, args: readonly unknown[], host: HostSession): HostObject {
  const name = text(args, 0);
  if (!isNameAllowed(name)) throw invalidArgument();
  if (findName(host, name, scope)) throw itemAlreadyExists();
  const range = rangeClass.open(args[1]);
  const formula = range ? addressOf(range, '$') : text(args, 1).replace(/^=/, '');
  const comment = optionalText(args, 2) ?? '';
  host.isDirty = true;
  return namedItemClass.of(host.model.addName(name, formula, scope, { comment }));
}

const found = (scope: SheetModel | null, args: readonly unknown[], host: HostSession) => {
  const name = findName(host, key(args, 0), scope);
  return name ? namedItemClass.of(name) : null;
};

/** The names of the workbook (scope null) or of a sheet. */
export const namedItemCollectionClass = new HostClass<SheetModel | null>(() => ({
  name: 'NamedItemCollection',
  items: (scope, host) =>
    host.model.names.filter((name) => name.scope === scope).map((name) => namedItemClass.of(name)),
  methods: {
    add,
    addFormulaLocal: add,
    getCount: (scope, _args, host) =>
      host.model.names.filter((name) => name.scope === scope).length,
    getItem: (scope, args, host) => {
      const name = found(scope, args, host);
      if (!name) throw itemNotFound();
      return name;
    },
    getItemOrNullObject: found,
  },
}));
