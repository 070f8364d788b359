import { apiNotFound } from './fault';
import type { HostObject } from './host-class';
import { wireName } from './host-class';
import type { QueryInfo } from './protocol';
import type { HostSession } from './session';
import { isMemberSupported } from './sets';

type Answer = Record<string, unknown>;

/** What lets the client address the object again. */
export function identityOf(object: HostObject, host: HostSession): Answer {
  const identity: Answer = { ...object.spec.identity?.(object.self, host) };
  if (object.reference !== null) identity['_ReferenceId'] = object.reference;
  return identity;
}

/** Answers a load: the properties that `query` selects, collections with their items. */
export function answerQuery(object: HostObject, query: QueryInfo, host: HostSession): Answer {
  const paths = [...(query.Select ?? []), ...(query.Expand ?? []).map((path) => `${path}/*`)];
  if (!object.spec.items) {
    return { ...identityOf(object, host), ...select(object, paths, host) };
  }
  const skip = query.Skip ?? 0;
  const items = object.spec
    .items(object.self, host)
    .slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  const own = paths.filter((path) => scalarNamed(object, path) !== undefined);
  const forItems = paths
    .filter((path) => !own.includes(path))
    .map((path) => path.replace(/^items(\/|$)/i, '') || '*');
  return {
    ...select(object, own, host, false),
    _Items: items.map((item) => ({
      ...identityOf(item, host),
      ...select(item, forItems, host),
    })),
  };
}

function select(
  object: HostObject,
  paths: readonly string[],
  host: HostSession,
  emptyMeansAll = true,
): Answer {
  const answer: Answer = {};
  const nested = new Map<string, string[]>();
  if (paths.includes('*') || (paths.length === 0 && emptyMeansAll)) readAll(object, answer, host);
  for (const path of paths) {
    if (path === '*') continue;
    const [head = '', ...rest] = path.split(/[/.]/);
    const scalar = scalarNamed(object, head);
    const nav = navNamed(object, head);
    const member = scalar ?? nav;
    if (member === undefined || !isMemberSupported(host.options.sets, object.spec.name, member)) {
      throw apiNotFound(`${object.spec.name}.${member ?? head}`);
    }
    if (scalar !== undefined) {
      answer[wireName(scalar)] = object.spec.scalars![scalar]!.get(object.self, host);
    } else {
      nested.set(member, [...(nested.get(member) ?? []), rest.join('/') || '*']);
    }
  }
  for (const [nav, selected] of nested) {
    const child = object.spec.navs![nav]!(object.self, host);
    answer[wireName(nav)] = child && answerQuery(child, { Select: selected }, host);
  }
  return answer;
}

function readAll(object: HostObject, answer: Answer, host: HostSession): void {
  for (const [name, scalar] of Object.entries(object.spec.scalars ?? {})) {
    if (!isMemberSupported(host.options.sets, object.spec.name, name)) continue;
    answer[wireName(name)] = scalar.get(object.self, host);
  }
}

const named = (members: object | undefined, name: string): string | undefined =>
  Object.keys(members ?? {}).find((member) => member.toLowerCase() === name.toLowerCase());

const scalarNamed = (object: HostObject, name: string) => named(object.spec.scalars, name);
const navNamed = (object: HostObject, name: string) => named(object.spec.navs, name);
