import { key, text } from './arguments';
import { itemNotFound } from './fault';
import { HostClass, type HostObject } from './host-class';
import type { HostSession } from './session';

/** A setting that the add-in keeps in the workbook. */
export const settingClass = new HostClass<string>(() => ({
  name: 'Setting',
  identity: (name) => ({ _Id: name }),
  scalars: {
    key: { get: (name) => name },
    value: {
      get: (name, host) => JSON.parse(host.model.settings.get(name) ?? 'null') as unknown,
      set: store,
    },
  },
  methods: {
    delete: (name, _args, host) => {
      host.model.settings.delete(name);
      host.isDirty = true;
    },
  },
}));

function store(name: string, value: unknown, host: HostSession): void {
  host.model.settings.set(name, JSON.stringify(value ?? null));
  host.isDirty = true;
}

function found(_self: null, args: readonly unknown[], host: HostSession): HostObject | null {
  const name = key(args, 0);
  return host.model.settings.has(name) ? settingClass.of(name) : null;
}

export const settingCollectionClass = new HostClass<null>(() => ({
  name: 'SettingCollection',
  items: (_self, host) => [...host.model.settings.keys()].map((name) => settingClass.of(name)),
  methods: {
    /** Adds or replaces, as Excel's does. */
    add: (_self, args, host) => {
      const name = text(args, 0);
      store(name, args[1], host);
      return settingClass.of(name);
    },
    getCount: (_self, _args, host) => host.model.settings.size,
    getItem: (self, args, host) => {
      const setting = found(self, args, host);
      if (!setting) throw itemNotFound();
      return setting;
    },
    getItemOrNullObject: found,
  },
}));
