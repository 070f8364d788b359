/** Figures that workbooks are made of, and the seeded chance that makes them. */
import { fullName, HAU_GIANG_2023, type Unit } from '../../src/rules';

/** Mulberry32: the same seed makes the same workbook. */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From `least` up to and with `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  is(probability = 0.5): boolean {
    return this.next() < probability;
  }

  one<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }
}

/** What one unit truly has. */
export interface Truth {
  readonly unit: Unit;
  /** Online dossiers by service: in part, in full. */
  readonly online: readonly [number, number];
  readonly direct: readonly [number, number];
  readonly post: readonly [number, number];
  readonly activated: number;
  readonly cards: number;
}

const { units } = HAU_GIANG_2023;
export const DISTRICTS = units.filter(({ parent }) => parent === null);

export function membersOf(district: Unit): Unit[] {
  return units.filter(({ parent }) => parent === district.code);
}

export function truthOf(unit: Unit, chance: Chance): Truth {
  const scale = chance.one([9, 90, 2_000, 60_000]);
  const two = (most: number) => [chance.whole(1, most), chance.whole(1, most)] as const;
  const cards = chance.whole(1, scale * 10);
  return {
    unit,
    online: two(scale),
    direct: two(Math.ceil(scale / 4)),
    post: two(Math.ceil(scale / 9)),
    activated: chance.whole(1, cards),
    cards,
  };
}

export const sum = ([x, y]: readonly [number, number]): number => x + y;

/** [online, online + direct, activated, cards]: what must be read. */
export function expectedOf({ online, direct, activated, cards }: Truth): number[] {
  return [sum(online), sum(online) + sum(direct), activated, cards];
}

/** A name as people write it, certain where the district is known. */
export function spelled(unit: Unit, chance: Chance): string {
  const name = fullName(unit);
  const short: Readonly<Record<string, string>> = {
    Xã: 'X.',
    Phường: 'P.',
    'Thị trấn': 'TT.',
    Huyện: 'H.',
    'Thị xã': 'TX.',
    'Thành phố': 'TP.',
  };
  const type = Object.keys(short).find((each) => name.startsWith(`${each} `)) ?? '';
  const bare = name.slice(type.length + 1);
  const offices = unit.parent
    ? ['UBND', 'Bộ phận Một cửa', 'Bộ phận TN&TKQ', 'Bộ phận Tiếp nhận và Trả kết quả UBND']
    : ['UBND', 'VP HĐND và UBND', 'Văn phòng HĐND - UBND'];
  return chance.one([
    name,
    name,
    name.toUpperCase(),
    name.normalize('NFD'),
    ` ${name.replace(' ', '\u00a0')}  `,
    `${short[type]} ${bare}`,
    `${short[type]}${bare}`,
    `${chance.one(offices)} ${type.toLowerCase()} ${bare}`,
  ]);
}
