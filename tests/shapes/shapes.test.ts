import { Chance } from './figures';
import { bytesOf, readBack, type ReadBack } from './read-back';
import { SHAPES, type Noise, type Shaped } from './shapes';

const RUNS = Number(process.env['SHAPE_RUNS'] ?? 60);
const SEED = 2023;

/** Units whose figures were read, left unread, and read wrongly. */
function compared({ expected }: Shaped, { figures }: ReadBack) {
  const wrong: string[] = [];
  let unread = 0;
  for (const [name, truth] of expected) {
    const read = figures.get(name);
    truth.forEach((figure, i) => {
      const own = read?.[i] ?? null;
      if (own === null && figure !== null) unread += 1;
      else if (own !== figure) wrong.push(`${name}: ${String(figure)} was read as ${String(own)}`);
    });
  }
  for (const name of figures.keys()) if (!expected.has(name)) wrong.push(`${name} isn't there`);
  return { wrong, unread };
}

describe.each(Object.entries(SHAPES))('%s', (name, make) => {
  const each = async (
    noise: Noise,
    from: number,
    check: (shaped: Shaped, read: ReadBack) => void,
  ) => {
    for (let run = 0; run < RUNS; run += 1) {
      const seed = SEED + from + run;
      const shaped = make(new Chance(seed), noise);
      const read = await readBack(await bytesOf(shaped));
      try {
        check(shaped, read);
      } catch (error) {
        throw new Error(`${name}, seed ${seed}: ${String(error)}\n${read.told.join('\n')}`);
      }
    }
    process.stdout.write(`${name}${noise.texts ? ', numbers as text' : ''}: ${RUNS} workbooks\n`);
  };

  test('numbers: every figure is read exactly, and nothing is asked', async () => {
    await each({ texts: false }, 0, (shaped, read) => {
      const { wrong, unread } = compared(shaped, read);
      expect(wrong).toEqual([]);
      expect(read.told).toEqual([]);
      expect(unread).toBe(0);
    });
  });

  test('numbers as text: read exactly, or asked; never a wrong figure in silence', async () => {
    let asked = 0;
    await each({ texts: true }, 100_000, (shaped, read) => {
      const { wrong, unread } = compared(shaped, read);
      expect(wrong).toEqual([]);
      if (unread > 0) expect(read.told).not.toEqual([]);
      if (unread > 0) asked += 1;
    });
    expect(asked).toBeLessThan(RUNS);
  });
});
