/** What the shapes of the sources are made of. */
import type { CellValue } from '../../src/host';
import type { Settings } from '../../src/workbook';
import { fullName, type Unit } from '../../src/rules';
import {
  type Chance,
  DISTRICTS,
  expectedOf,
  membersOf,
  spelled,
  sum,
  truthOf,
  type Truth,
} from './figures';
import { countWriter, percentWriter } from './numbers';
import { SheetMaker } from './sheet-maker';

/** Another file whose tables are read with the workbook's. */
export interface OtherFile {
  readonly name: string;
  readonly sheets: readonly SheetMaker[];
}

export interface Shaped {
  readonly sheets: readonly SheetMaker[];
  readonly others?: readonly OtherFile[];
  /** [a, b, a, b] by the unit's full name; null where no sheet has the criterion. */
  readonly expected: ReadonlyMap<string, readonly (number | null)[]>;
  /** What the user is asked by this shape whatever its figures, and has answered. */
  readonly answers?: Partial<Settings>;
}

export interface Noise {
  /** Numbers as text, which may be such that a question is right. */
  readonly texts: boolean;
}

export type Column = readonly [heading: string, cell: (truth: Truth) => CellValue];

const DVC_HEADS = [
  ['Hồ sơ nộp trực tuyến', 'Tổng hồ sơ phát sinh'],
  ['Tổng số hồ sơ TTHC nộp trực tuyến', 'Tổng số hồ sơ phát sinh (trực tiếp, trực tuyến)'],
  ['Tiếp nhận trực tuyến', 'Tổng số hồ sơ tiếp nhận'],
] as const;
const EID_HEADS = [
  ['Tài khoản ĐDĐT đã kích hoạt', 'Người có CCCD'],
  [
    'Số tài khoản định danh điện tử mức độ 2 đã kích hoạt',
    'Tổng số người dân có căn cước công dân',
  ],
] as const;

/** Some districts with all of their communes: a quick run. */
export function districtsOf(chance: Chance): { district: Truth; members: Truth[] }[] {
  const from = chance.whole(0, DISTRICTS.length - 1);
  const count = chance.whole(1, 2);
  return Array.from({ length: count }, (_, i) => {
    const district = DISTRICTS[(from + i) % DISTRICTS.length] as Unit;
    const members = membersOf(district).slice(0, chance.whole(2, 6));
    return {
      district: truthOf(district, chance),
      members: members.map((unit) => truthOf(unit, chance)),
    };
  });
}

export function counts(chance: Chance, { texts }: Noise) {
  const [dvc, eid] = [chance.one(DVC_HEADS), chance.one(EID_HEADS)];
  const column = (heading: string, figure: (truth: Truth) => number): Column => {
    const write = countWriter(chance, texts);
    return [heading, (truth) => write(figure(truth))];
  };
  const percent = percentWriter(chance);
  return {
    online: column(dvc[0], ({ online }) => sum(online)),
    all: column(dvc[1], ({ online, direct }) => sum(online) + sum(direct)),
    ratio: [
      'Tỷ lệ hồ sơ trực tuyến (%)',
      (truth: Truth) => ratio(percent, truth, [0, 1]),
    ] as Column,
    activated: column(eid[0], ({ activated }) => activated),
    cards: column(eid[1], ({ cards }) => cards),
    eidRatio: ['Tỷ lệ', (truth: Truth) => ratio(percent, truth, [2, 3])] as Column,
  };
}

function ratio(
  write: (a: number, b: number) => CellValue,
  truth: Truth,
  [a, b]: readonly [number, number],
): CellValue {
  const figures = expectedOf(truth);
  return write(figures[a] ?? 0, figures[b] ?? 1);
}

export function expectedOfAll(
  truths: readonly Truth[],
  has: readonly boolean[],
): Shaped['expected'] {
  return new Map(
    truths.map((truth) => [
      fullName(truth.unit),
      expectedOf(truth).map((figure, i) => (has[i >> 1] ? figure : null)),
    ]),
  );
}

/** The police's report: only what is activated counts. */
export function police(chance: Chance, noise: Noise, truths: readonly Truth[]): SheetMaker {
  const maker = new SheetMaker('Công an', chance);
  const own = counts(chance, noise);
  maker.above('KẾT QUẢ CẤP TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ');
  const columns: Column[] = [
    ['Số hồ sơ cấp tài khoản ĐDĐT đã thu nhận', ({ cards }) => cards + 7],
    ['Tài khoản ĐDĐT mức độ 2 được phê duyệt', ({ cards }) => cards + 5],
    own.activated,
    own.cards,
    ...(chance.is() ? [['Tỷ lệ kích hoạt (%)', own.eidRatio[1]] as Column] : []),
  ];
  maker.add(['STT', 'Đơn vị', ...columns.map(([heading]) => heading)]);
  maker.columnNumbers(columns.length + 2);
  const order = chance.is() ? [...truths].reverse() : truths;
  order.forEach((truth, i) => {
    const cells = columns.map(([, cell]) => cell(truth));
    maker.addUnit(fullName(truth.unit), [i + 1, spelled(truth.unit, chance), ...cells]);
  });
  maker.signature(columns.length + 2);
  return maker;
}
