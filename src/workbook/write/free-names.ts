const LONGEST_NAME = 31;

/**
 * Names of sheets that are to be added.
 * @param names of the sheets that are there
 * @returns gives the wanted name, or that with the first free " (2)", " (3)", …; never longer than Excel
 * allows; what it gave is taken from then on
 */
export function freeNames(names: readonly string[]): (wanted: string) => string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return (wanted) => {
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : ` (${n})`;
      const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
