const SIZE = 1 << 10;

/** Numbers of the texts that were met last: a column of few texts meets them again and again. */
export class RecentTexts {
  readonly #texts = new Array<string>(SIZE).fill('');
  readonly #numbers = new Int32Array(SIZE);
  /** How often a text was met again. */
  met = 0;

  /** @param text not empty. @param work gives the number of a text that wasn't met of late */
  numberOf(text: string, work: (text: string) => number): number {
    const slot = slotOf(text);
    if (this.#texts[slot] === text) {
      this.met += 1;
    } else {
      this.#texts[slot] = text;
      this.#numbers[slot] = work(text);
    }
    return this.#numbers[slot] as number;
  }
}

/** By its length and a dozen of its letters: the engine's own hash takes them all. */
function slotOf(text: string): number {
  const { length } = text;
  const step = Math.ceil(length / 12);
  let sum = length;
  for (let at = 0; at < length; at += step) sum = Math.imul(sum, 31) + text.charCodeAt(at);
  return (sum ^ (sum >>> 10)) & (SIZE - 1);
}
