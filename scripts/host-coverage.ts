import { newWorkbookFile, WorkbookHost } from '../src/host';
import { startExcel } from '../src/host/node';
import { coveredClasses } from '../src/host/richapi/classes';

/**
 * Prints how many members of each class of the Excel API the host answers, from the metadata of the
 * runtime itself: `npx tsx scripts/host-coverage.ts`. Members of preview sets count as well.
 */

interface RuntimeClass {
  readonly _className?: string;
  readonly _scalarPropertyNames?: readonly string[];
  readonly _navigationPropertyNames?: readonly string[];
}

/** Reads a member that may be a getter which wants an instance. */
function read<K extends keyof RuntimeClass>(
  prototype: RuntimeClass,
  key: K,
): RuntimeClass[K] | undefined {
  try {
    return prototype[key];
  } catch {
    return undefined;
  }
}

/** Methods that every object of the runtime has; the host has no part in them. */
const OF_THE_RUNTIME = new Set([
  'load',
  'set',
  'update',
  'toJSON',
  'retrieve',
  'track',
  'untrack',
  'setMockData',
  'ensureUnchanged',
]);

/** The public members of a class, events among them. */
function membersOf(prototype: RuntimeClass): string[] {
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  const methods = own.filter(([, { value }]) => typeof value === 'function').map(([name]) => name);
  const events = own.filter(([name, { get }]) => get && /^on[A-Z]/.test(name)).map(([n]) => n);
  const names = [
    ...(read(prototype, '_scalarPropertyNames') ?? []),
    ...(read(prototype, '_navigationPropertyNames') ?? []),
    ...methods,
    ...events,
  ];
  const isPublic = (name: string) =>
    !name.startsWith('_') && name !== 'constructor' && !OF_THE_RUNTIME.has(name);
  return [...new Set(names.filter(isPublic))];
}

/** What an event's registration is called on the wire. */
const EVENTS: Readonly<Record<string, string>> = { onChanged: '_RegisterDataChangedEvent' };
const registration = (event: string): string => EVENTS[event] ?? `_Register${event.slice(2)}Event`;

async function main(): Promise<void> {
  const { Excel } = await startExcel(new WorkbookHost(await newWorkbookFile()));
  const held = new Map(
    coveredClasses().map(({ name, scalars, navs, methods, items }) => [
      name,
      new Set([...Object.keys({ ...scalars, ...navs, ...methods }), ...(items ? ['items'] : [])]),
    ]),
  );
  const classes = Object.values(Excel as unknown as Record<string, unknown>)
    .filter((value): value is { prototype: RuntimeClass } => typeof value === 'function')
    .map(({ prototype }) => ({ name: prototype && read(prototype, '_className'), prototype }));
  const known = classes.filter((each): each is { name: string; prototype: RuntimeClass } =>
    Boolean(each.name),
  );
  const rows: [string, number, number][] = [];
  const rest = { classes: 0, members: 0 };
  for (const { name, prototype } of known) {
    const members = membersOf(prototype);
    const own = held.get(name);
    if (!own) {
      rest.classes += 1;
      rest.members += members.length;
      continue;
    }
    const covered = members.filter(
      (member) => own.has(member) || (/^on[A-Z]/.test(member) && own.has(registration(member))),
    );
    rows.push([name, covered.length, members.length]);
  }
  const sum = (index: 1 | 2) => rows.reduce((total, row) => total + row[index], 0);
  const lines = [
    ['Class', 'Covered', 'Members'],
    ['---', '---:', '---:'],
    ...rows
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([name, covered, total]) => [name, String(covered), String(total)]),
    [`All ${rows.length} classes above`, String(sum(1)), String(sum(2))],
    [`The other ${rest.classes} classes`, '0', String(rest.members)],
  ];
  console.log(lines.map((line) => `| ${line.join(' | ')} |`).join('\n'));
}

void main();
