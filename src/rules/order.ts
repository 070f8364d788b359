/**
 * Items from the greatest number down; of numbers less than `apart(most)` apart the order is left open.
 * Thousands of calls of a comparison are slow in code that has just been loaded, so each number is
 * packed with its index into one whole number, and those are sorted by the engine.
 * @param keyOf a number from 0 to `most`
 */
export function descending<T>(items: readonly T[], keyOf: (item: T) => number, most: number): T[] {
  const count = items.length;
  const scale = (Math.floor(Number.MAX_SAFE_INTEGER / count) - 1) / most;
  const packed = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    // The index is turned round so that equal numbers stay in the order they came in.
    packed[i] = Math.floor(keyOf(items[i] as T) * scale) * count + (count - 1 - i);
  }
  packed.sort();
  const sorted = new Array<T>(count);
  for (let i = 0; i < count; i += 1) {
    sorted[count - 1 - i] = items[count - 1 - ((packed[i] as number) % count)] as T;
  }
  return sorted;
}

/** Numbers further apart than this are in the right order. */
export function apart(most: number): number {
  return most * 1e-9;
}
