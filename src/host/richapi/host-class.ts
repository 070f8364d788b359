import type { HostSession } from './session';

export interface Scalar<T> {
  get(self: T, host: HostSession): unknown;
  /** Absent where the host can't set the property. */
  set?(self: T, value: unknown, host: HostSession): void;
}

/** A class of the Excel API as this host covers it: every member is named here, or not covered. */
export interface ClassSpec<T> {
  readonly name: string;
  /** What lets the client address the object again, such as `{ Id }`. */
  readonly identity?: (self: T, host: HostSession) => Readonly<Record<string, unknown>>;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  /** Navigation properties; null answers a null object. */
  readonly navs?: Readonly<Record<string, (self: T, host: HostSession) => HostObject | null>>;
  readonly methods?: Readonly<
    Record<string, (self: T, args: readonly unknown[], host: HostSession) => unknown>
  >;
  /** The members of a collection. */
  readonly items?: (self: T, host: HostSession) => readonly HostObject[];
}

/** An object the client holds: a class and what it stands for. */
export class HostObject {
  /** The name the client keeps it under, once it asked for it to be kept. */
  reference: string | null = null;

  constructor(
    readonly spec: ClassSpec<unknown>,
    readonly self: unknown,
  ) {}
}

export class HostClass<T> {
  private made: ClassSpec<T> | null = null;

  /** @param make called at the first use, since the classes of the API name each other. */
  constructor(private readonly make: () => ClassSpec<T>) {}

  get spec(): ClassSpec<T> {
    return (this.made ??= this.make());
  }

  of(self: T): HostObject {
    return new HostObject(this.spec as unknown as ClassSpec<unknown>, self);
  }

  /** What `value` stands for, if it is an object of this class. */
  open(value: unknown): T | null {
    return value instanceof HostObject && value.spec.name === this.spec.name
      ? (value.self as T)
      : null;
  }
}

/** What the client's null objects stand for here. */
export const NULL_OBJECT = new HostObject({ name: 'NullObject' }, null);

export const isNullObject = (object: HostObject): boolean => object === NULL_OBJECT;

/** A read-only scalar. */
export const constant = <T>(value: unknown): Scalar<T> => ({ get: () => value });

/** `GetItem` on the wire is `getItem` in the API; names with an underscore stay. */
export const memberName = (wire: string): string =>
  wire.startsWith('_') ? wire : wire.charAt(0).toLowerCase() + wire.slice(1);

export const wireName = (member: string): string =>
  member.startsWith('_') ? member : member.charAt(0).toUpperCase() + member.slice(1);
