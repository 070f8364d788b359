import { invalidArgument } from './fault';

/** Reads positional arguments; a wrong kind is InvalidArgument, as in Excel. */

export function text(args: readonly unknown[], index: number): string {
  const value = args[index];
  if (typeof value === 'string') return value;
  throw invalidArgument();
}

export function optionalText(args: readonly unknown[], index: number): string | null {
  const value = args[index];
  if (value === undefined || value === null) return null;
  return text(args, index);
}

/** A key as `getItem` takes it: a name, an id, a number. */
export function key(args: readonly unknown[], index: number): string {
  const value = args[index];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw invalidArgument();
}

export function integer(args: readonly unknown[], index: number, fallback?: number): number {
  const value = args[index] ?? fallback;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw invalidArgument();
}

export function asText(value: unknown): string {
  return text([value], 0);
}

export function asNumber(value: unknown, minimum = -Infinity, maximum = Infinity): number {
  if (typeof value === 'number' && value >= minimum && value <= maximum) return value;
  throw invalidArgument();
}

export function asBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidArgument();
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw invalidArgument();
}

/** One of the words an enum allows, whatever the case; answers as the table writes it. */
export function word<T extends string>(value: unknown, allowed: readonly T[]): T {
  const wanted = asText(value).toLowerCase();
  const found = allowed.find((each) => each.toLowerCase() === wanted);
  if (found === undefined) throw invalidArgument();
  return found;
}
