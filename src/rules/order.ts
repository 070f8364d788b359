/**
 * The indexes of numbers ≥ 0 from the greatest number down; of numbers nearly equal (see `apart`) the
 * order is left open. Thousands of calls of a comparison are slow in code that has just been loaded,
 * so each number is packed with its index into one whole number, and those are sorted by the engine.
 */
export function descending(keys: Float64Array): number[] {
  const count = keys.length;
  let most = 0;
  for (let i = 0; i < count; i += 1) most = Math.max(most, keys[i] as number);
  const scale = most > 0 ? (Math.floor(Number.MAX_SAFE_INTEGER / count) - 1) / most : 0;
  const packed = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    // The index is turned round so that equal numbers stay in the order they came in.
    packed[i] = Math.floor((keys[i] as number) * scale) * count + (count - 1 - i);
  }
  packed.sort();
  const indexes: number[] = new Array<number>(count);
  for (let i = 0; i < count; i += 1) {
    indexes[count - 1 - i] = count - 1 - ((packed[i] as number) % count);
  }
  return indexes;
}

/** Numbers at least this far apart are in the right order among `descending(keys)`. */
export function apart(keys: Float64Array): number {
  let most = 0;
  for (let i = 0; i < keys.length; i += 1) most = Math.max(most, keys[i] as number);
  return most * 1e-9;
}
