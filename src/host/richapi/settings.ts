import { key as keyOf, text } from './arguments';
import { invalidArgument } from './fault';
import { HostClass, type HostObject } from './host-class';
import { orNotFound } from './names';
import type { HostSession } from './session';

function write(key: string, value: unknown, host: HostSession): void {
  const json = JSON.stringify(value);
  if (json === undefined) throw invalidArgument();
  host.model.settings.set(key, json);
  host.isDirty = true;
}

/** One of the add-in's settings; it stands for its key. */
export const settingClass = new HostClass<string>(() => ({
  name: 'Setting',
  identity: (key) => ({ _Id: key }),
  scalars: {
    key: { get: (key) => key },
    value: {
      get: (key, host) => JSON.parse(host.model.settings.get(key) ?? 'null') as unknown,
      set: write,
    },
    _Id: { get: (key) => key },
  },
  methods: {
    delete: (key, _args, host) => {
      host.model.settings.delete(key);
      host.isDirty = true;
    },
  },
}));

function find(args: readonly unknown[], host: HostSession): HostObject | null {
  const wanted = keyOf(args, 0).toLowerCase();
  const key = [...host.model.settings.keys()].find((each) => each.toLowerCase() === wanted);
  return key === undefined ? null : settingClass.of(key);
}

/** The settings the add-in keeps in the file. */
export const settingCollectionClass = new HostClass<null>(() => ({
  name: 'SettingCollection',
  items: (_self, host) => [...host.model.settings.keys()].map((key) => settingClass.of(key)),
  methods: {
    add: (_self, args, host) => {
      const held = find(args, host)?.self;
      const key = typeof held === 'string' ? held : text(args, 0);
      write(key, args[1] ?? null, host);
      return settingClass.of(key);
    },
    getCount: (_self, _args, host) => host.model.settings.size,
    getItem: (_self, args, host) => orNotFound(find(args, host)),
    getItemOrNullObject: (_self, args, host) => find(args, host),
  },
}));
