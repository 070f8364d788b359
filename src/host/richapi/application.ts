import { asBoolean, text, word } from './arguments';
import { generalException, invalidArgument } from './fault';
import { constant, HostClass, type HostObject } from './host-class';

const ENGINE = 191_029;

const numberFormatInfoClass = new HostClass<null>(() => ({
  name: 'NumberFormatInfo',
  scalars: { numberDecimalSeparator: constant('.'), numberGroupSeparator: constant(',') },
}));

const datetimeFormatInfoClass = new HostClass<null>(() => ({
  name: 'DatetimeFormatInfo',
  scalars: {
    dateSeparator: constant('/'),
    longDatePattern: constant('dddd, mmmm d, yyyy'),
    longTimePattern: constant('h:mm:ss AM/PM'),
    shortDatePattern: constant('m/d/yyyy'),
    timeSeparator: constant(':'),
  },
}));

const cultureInfoClass = new HostClass<null>(() => ({
  name: 'CultureInfo',
  scalars: { name: constant('en-US') },
  navs: {
    numberFormat: () => numberFormatInfoClass.of(null),
    datetimeFormat: () => datetimeFormatInfoClass.of(null),
  },
}));

/** A workbook that is made but not shown yet. */
export const workbookCreatedClass = new HostClass<{ readonly bytes: Uint8Array }>(() => ({
  name: 'WorkbookCreated',
  scalars: { id: constant('created') },
  methods: {
    open: ({ bytes }, _args, host) => {
      if (host.showNewWorkbook?.(bytes) !== true) {
        throw generalException('The new workbook could not be opened.');
      }
    },
  },
}));

/** A new workbook holds a copy of a file, given in base64. */
function createWorkbook(_self: null, args: readonly unknown[]): HostObject {
  try {
    const bytes = Uint8Array.from(atob(text(args, 0)), (letter) => letter.charCodeAt(0));
    return workbookCreatedClass.of({ bytes });
  } catch {
    throw invalidArgument();
  }
}

/** The application: it calculates custom functions only, and is set to en-US. */
export const applicationClass = new HostClass<null>(() => ({
  name: 'Application',
  scalars: {
    calculationMode: {
      get: (_self, host) => host.calculationMode,
      set: (_self, value, host) => {
        host.calculationMode = word(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      },
    },
    calculationState: constant('Done'),
    calculationEngineVersion: constant(ENGINE),
    decimalSeparator: constant('.'),
    thousandsSeparator: constant(','),
    useSystemSeparators: constant(true),
  },
  navs: { cultureInfo: () => cultureInfoClass.of(null) },
  methods: {
    calculate: (_self, args, host) => {
      const type = word(args[0], ['Recalculate', 'Full', 'FullRebuild']);
      if (type !== 'Recalculate') host.calculateAll = true;
    },
    createWorkbook,
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
}));

/** The add-in's own runtime. */
export const runtimeClass = new HostClass<null>(() => ({
  name: 'Runtime',
  scalars: {
    enableEvents: {
      get: (_self, host) => host.events.enabled,
      set: (_self, value, host) => {
        host.events.enabled = asBoolean(value);
      },
    },
  },
}));

export const cultureClasses = [cultureInfoClass, numberFormatInfoClass, datetimeFormatInfoClass];
