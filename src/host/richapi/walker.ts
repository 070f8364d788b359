import { apiNotFound, HostFault, invalidArgument } from './fault';
import { HostObject, isNullObject, memberName, NULL_OBJECT } from './host-class';
import type { Action, ArgumentInfo, RequestBody, ResponseBody } from './protocol';
import { ActionType, PathType } from './protocol';
import { answerQuery, identityOf } from './query';
import type { HostSession } from './session';
import { isMemberSupported } from './sets';

/** What the walker is given beside the request. */
export interface WalkOptions {
  readonly root: HostObject;
  /** Makes the objects a client may create out of nothing, by name. */
  readonly newObject: (name: string) => HostObject | null;
  /** Called before each action that isn't a trace mark, with its name; may throw a HostFault. */
  readonly beforeAction: (name: string) => void;
}

/**
 * Performs the actions of one request in order. An action that fails ends the request; what was
 * done before it stays done, as in Excel.
 */
export function walk(body: RequestBody, host: HostSession, options: WalkOptions): ResponseBody {
  const walker = new Walker(body, host, options);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.trace) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
      } else {
        results.push({ ActionId: action.Id, Value: walker.perform(action) });
      }
    } catch (error) {
      const fault = asFault(error);
      return {
        Results: results,
        TraceIds: traces,
        Error: {
          Code: fault.code,
          Message: fault.message,
          Location: fault.location ?? walker.nameOf(action),
          ActionIndex: index,
          HttpStatusCode: fault.status,
        },
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

function asFault(error: unknown): HostFault {
  if (error instanceof HostFault) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new HostFault('GeneralException', `The embedded host failed: ${detail}`, null, 500);
}

class Walker {
  private readonly resolved = new Map<number, HostObject>();

  constructor(
    private readonly body: RequestBody,
    private readonly host: HostSession,
    private readonly options: WalkOptions,
  ) {}

  perform(action: Action): unknown {
    this.options.beforeAction(this.nameOf(action));
    const object = this.resolve(action.ObjectPathId);
    if (isNullObject(object)) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identityOf(object, this.host);
      case ActionType.query:
      case ActionType.queryAsJson:
        return answerQuery(object, action.QueryInfo ?? {}, this.host);
      case ActionType.method:
        return this.invoke(object, action);
      case ActionType.setProperty:
        setScalar(object, action.Name ?? '', this.args(action.ArgumentInfo)[0], this.host);
        return null;
      case ActionType.update:
        this.update(object, action.ObjectState ?? {});
        return null;
      default:
        throw apiNotFound(`ActionType ${action.ActionType}`);
    }
  }

  /** Such as `Range.values` or `WorksheetCollection.getItem`, as far as it can be told. */
  nameOf(action: Action): string {
    const path = this.body.ObjectPaths?.[action.ObjectPathId];
    const own = this.resolved.get(action.ObjectPathId)?.spec.name;
    if (action.Name) return `${own ?? memberName(path?.Name ?? '')}.${memberName(action.Name)}`;
    const member = path?.ObjectPathType === PathType.indexer ? 'getItem' : (path?.Name ?? '');
    const parent = this.resolved.get(path?.ParentObjectPathId ?? 0)?.spec.name;
    return parent ? `${parent}.${memberName(member)}` : (own ?? memberName(member));
  }

  private resolve(id: number): HostObject {
    const known = this.resolved.get(id);
    if (known) return known;
    const object = this.find(id) ?? NULL_OBJECT;
    this.resolved.set(id, object);
    return object;
  }

  private find(id: number): HostObject | null {
    const path = this.body.ObjectPaths?.[id];
    if (!path) throw new HostFault('InvalidObjectPath', `There is no object path ${id}.`);
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : null;
    if (parent && isNullObject(parent)) return null;
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.options.root;
      case PathType.newObject: {
        const made = this.options.newObject(path.Name);
        if (!made) throw apiNotFound(path.Name);
        return made;
      }
      case PathType.method:
        return this.child(parent, path.Name, path.ArgumentInfo);
      case PathType.indexer:
        return this.child(parent, 'getItem', path.ArgumentInfo);
      case PathType.property:
        return this.navigate(parent, path.Name);
      case PathType.reference:
        return this.reference(path.Name);
      case PathType.nullObject:
        return null;
      default:
        throw apiNotFound(`ObjectPathType ${path.ObjectPathType}`);
    }
  }

  private reference(name: string): HostObject {
    const object = this.host.references.get(name);
    if (object) return object;
    throw new HostFault('InvalidReference', 'This reference is not valid for the operation.');
  }

  private child(
    parent: HostObject | null,
    wire: string,
    info: ArgumentInfo | undefined,
  ): HostObject | null {
    if (!parent) throw invalidArgument();
    const made = call(parent, memberName(wire), this.args(info), this.host);
    if (made === null || made === undefined) return null;
    if (made instanceof HostObject) return made;
    throw apiNotFound(`${parent.spec.name}.${memberName(wire)}`);
  }

  private navigate(parent: HostObject | null, wire: string): HostObject | null {
    if (!parent) throw invalidArgument();
    const name = memberName(wire);
    const nav = parent.spec.navs?.[name];
    assertKnown(parent, name, nav, this.host);
    return nav!(parent.self, this.host);
  }

  private invoke(object: HostObject, action: Action): unknown {
    const name = memberName(action.Name ?? '');
    if (name === '_KeepReference') {
      this.host.keep(object);
      return null;
    }
    const value = call(object, name, this.args(action.ArgumentInfo), this.host);
    return value === undefined || value instanceof HostObject ? null : value;
  }

  private update(object: HostObject, state: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(state)) {
      const nav = object.spec.navs?.[memberName(name)];
      if (!nav) {
        setScalar(object, name, value, this.host);
        continue;
      }
      const child = nav(object.self, this.host);
      if (child) this.update(child, value as Record<string, unknown>);
    }
  }

  private args(info: ArgumentInfo | undefined): readonly unknown[] {
    return this.dereference(info?.Arguments ?? [], info?.ReferencedObjectPathIds ?? null);
  }

  private dereference(values: readonly unknown[], ids: readonly unknown[] | null): unknown[] {
    return values.map((value, index) => {
      const id = ids?.[index];
      if (Array.isArray(id) && Array.isArray(value)) return this.dereference(value, id);
      if (typeof id === 'number' && id > 0) return this.resolve(id);
      return isPlainObject(value) ? this.dereferenceFields(value) : value;
    });
  }

  private dereferenceFields(value: Record<string, unknown>): unknown {
    const id = value['_ObjectPathId'];
    if (typeof id === 'number') return this.resolve(id);
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [
        name,
        isPlainObject(field) ? this.dereferenceFields(field) : field,
      ]),
    );
  }
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function call(
  object: HostObject,
  name: string,
  args: readonly unknown[],
  host: HostSession,
): unknown {
  const method = object.spec.methods?.[name];
  assertKnown(object, name, method, host);
  return method!(object.self, args, host);
}

/** Two properties of Worksheet are set under another name than they are read. */
const SET_UNDER: Readonly<Record<string, string>> = {
  gridlines: 'showGridlines',
  headings: 'showHeadings',
};

function setScalar(object: HostObject, wire: string, value: unknown, host: HostSession): void {
  const written = memberName(wire);
  const name = SET_UNDER[written] ?? written;
  const scalar = object.spec.scalars?.[name];
  assertKnown(object, name, scalar?.set, host);
  scalar!.set!(object.self, value, host);
  if (!NOT_OF_THE_FILE.has(object.spec.name)) host.isDirty = true;
}

/** Classes whose properties aren't kept in the file. */
const NOT_OF_THE_FILE: ReadonlySet<string> = new Set(['Workbook', 'Application', 'Runtime']);

function assertKnown(object: HostObject, name: string, member: unknown, host: HostSession): void {
  if (member === undefined || !isMemberSupported(host.options.sets, object.spec.name, name)) {
    throw apiNotFound(`${object.spec.name}.${name}`);
  }
}
