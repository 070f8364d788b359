import type { EventKind } from './events';
import type { ClassSpec } from './host-class';
import type { HostSession } from './session';

/** What the runtime calls when handlers come and go, by the event. */
const WIRE: Readonly<Record<EventKind, string>> = {
  changed: 'DataChanged',
  activated: 'Activated',
  deactivated: 'Deactivated',
  added: 'Added',
  selectionChanged: 'SelectionChanged',
  deleted: 'Deleted',
};

/** The methods with which Office.js registers for events and lets go of them. */
export function eventMethods<T>(
  kinds: readonly EventKind[],
  target: (self: T) => string | null,
): NonNullable<ClassSpec<T>['methods']> {
  return Object.fromEntries(
    kinds.flatMap((kind) =>
      ([1, -1] as const).map((by) => [
        `_${by === 1 ? 'Register' : 'Unregister'}${WIRE[kind]}Event`,
        (self: T, _args: readonly unknown[], host: HostSession) => {
          host.events.register(kind, target(self), by);
        },
      ]),
    ),
  );
}
