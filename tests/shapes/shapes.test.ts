import type { Settings } from '../../src/workbook';
import { roleKey } from '../../src/workbook/find/headings';
import { NUMBER_HABITS } from '../../src/workbook/find/numbers';
import { explanationOf, FIGURES } from './explained';
import { Chance } from './figures';
import { filesOf, readBack, type ReadBack } from './read-back';
import { SHAPES } from './all';
import type { Noise, Shaped } from './kit';

const RUNS = Number(process.env['SHAPE_RUNS'] ?? 30);
const SEED = 2023;

/** Figures read wrongly or lost without a question, units that aren't there; and how many are asked about. */
function compared(shaped: Shaped, { figures, problems }: ReadBack) {
  const wrong: string[] = [];
  let unread = 0;
  for (const [name, truth] of shaped.expected) {
    const read = figures.get(name);
    truth.forEach((figure, i) => {
      const own = read?.[i] ?? null;
      if (own === figure) return;
      const which = FIGURES[i] as (typeof FIGURES)[number];
      if (own === null && explanationOf(shaped, name, which, problems)) unread += 1;
      else wrong.push(`${name}, ${which}: ${String(figure)} was read as ${String(own)}`);
    });
  }
  for (const name of figures.keys()) {
    if (!shaped.expected.has(name)) wrong.push(`${name} isn't there`);
  }
  return { wrong, unread };
}

/** What a user who knows the figures answers: the marks group digits. */
function answersTo({ problems }: ReadBack): Partial<Settings> {
  const columns = problems.flatMap((problem) => {
    if (problem.code !== 'unclearNumbers') return [];
    const { sheet, column, heading, candidates, places } = problem;
    const numbers = NUMBER_HABITS[candidates.indexOf(Math.max(...candidates))];
    const file = places[0]?.file;
    const inFile = file === undefined ? {} : { file };
    return numbers ? [{ sheet, role: roleKey(column), heading, numbers, ...inFile }] : [];
  });
  return { columns };
}

describe.each(Object.entries(SHAPES))('%s', (name, make) => {
  const each = async (noise: Noise, from: number, check: (shaped: Shaped) => Promise<void>) => {
    for (let run = 0; run < RUNS; run += 1) {
      const seed = SEED + from + run;
      try {
        await check(make(new Chance(seed), noise));
      } catch (error) {
        throw new Error(`${name}, seed ${seed}: ${String(error)}`);
      }
    }
    process.stdout.write(`${name}${noise.texts ? ', numbers as text' : ''}: ${RUNS} workbooks\n`);
  };

  test('numbers: every figure is read exactly, and nothing is asked', async () => {
    await each({ texts: false }, 0, async (shaped) => {
      const read = await readBack(await filesOf(shaped), shaped.answers);
      const { wrong, unread } = compared(shaped, read);
      expect(wrong).toEqual([]);
      expect(read.told).toEqual([]);
      expect(unread).toBe(0);
    });
  });

  test('numbers as text: each is read exactly, or asked about; answered, all are read', async () => {
    let asked = 0;
    await each({ texts: true }, 100_000, async (shaped) => {
      const files = await filesOf(shaped);
      const read = await readBack(files, shaped.answers);
      const { wrong, unread } = compared(shaped, read);
      expect(wrong).toEqual([]);
      if (unread === 0) return;
      asked += 1;
      const again = await readBack(files, { ...shaped.answers, ...answersTo(read) });
      expect(compared(shaped, again)).toEqual({ wrong: [], unread: 0 });
    });
    expect(asked).toBeLessThan(RUNS);
  });
});
