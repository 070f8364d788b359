import { HAU_GIANG_2023, type Plan, type Unit } from '../src/rules';

/** As many units of each level as the whole country has: 705 districts with 10,598 communes. */
export const DISTRICTS = 705;
export const COMMUNES = 10_598;

/** Units that exist nowhere: the list is part of a plan's data, so the bench has its own. */
export function benchUnits(districts = DISTRICTS, communes = COMMUNES): Unit[] {
  const upper = Array.from({ length: districts }, (_, i): Unit => {
    const number = padded(i + 1, 3);
    return {
      code: `H${number}`,
      level: 'district',
      type: 'Huyện',
      name: `B${number}`,
      parent: null,
    };
  });
  const lower = Array.from({ length: communes }, (_, i): Unit => {
    const number = padded(i + 1, 5);
    const parent = upper[Math.floor((i * districts) / communes)] as Unit;
    return {
      code: `X${number}`,
      level: 'commune',
      type: 'Xã',
      name: `B${number}`,
      parent: parent.code,
    };
  });
  return [...upper, ...lower];
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** The plan of 2023 as it stands, for the units of the bench. */
export const BENCH_PLAN: Plan = { ...HAU_GIANG_2023, id: 'bench', units: benchUnits() };
