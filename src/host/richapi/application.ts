import { asBoolean, word } from './arguments';
import { HostClass } from './host-class';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

/** Excel itself. The host doesn't calculate: `calculate` succeeds and changes nothing. */
export const applicationClass = new HostClass<null>(() => ({
  name: 'Application',
  scalars: {
    calculationMode: {
      get: (_self, host) => host.calculationMode,
      set: (_self, value, host) => {
        host.calculationMode = word(value, MODES);
      },
    },
    calculationState: { get: () => 'Done' },
    decimalSeparator: { get: () => '.' },
    thousandsSeparator: { get: () => ',' },
    useSystemSeparators: { get: () => true },
  },
  methods: {
    calculate: () => null,
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
}));

/** Switches the events of the workbook on and off for this add-in. */
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
