/** An empty cell is never 0: neither as desktop Excel hands it to a function nor as the web does. */
import { words } from '../../src/words';
import { openWith } from './on-host';
import { follow, startFunctions } from './runtime';

let functions: Awaited<ReturnType<typeof startFunctions>>;

beforeAll(async () => {
  functions = await startFunctions();
});

beforeEach(() => void follow());

const SHEET = "Số liệu 'mới'";
const AT = "'Số liệu ''mới'''!";

/** Vị Đông has no figure, Vị Bình 0 online dossiers, Hòa An no dossiers at all; row 5 is empty. */
const ROWS = [
  ['Đơn vị', 'Huyện', 'a', 'b', 'Tài khoản', 'CCCD', 'Mã tài khoản'],
  ['Xã Vị Thắng', 'Huyện Vị Thủy', 95, 100, 900, 1000, 'x'],
  ['Xã Vị Đông', 'Huyện Vị Thủy', null, 100, 800, 1000, null],
  ['Xã Vị Bình', 'Huyện Vị Thủy', 0, 100, 900, 1000, 0],
  [null, null, null, null, null, null, null],
  ['Xã Hòa An', 'Huyện Phụng Hiệp', 5, 0, 900, 1000, 'x'],
];

const open = (blankArguments: 'zero' | 'null') =>
  openWith(functions, { [SHEET]: ROWS, Hàm: [] }, { blankArguments });

describe.each(['zero', 'null'] as const)('where Excel gives %s for an empty cell', (way) => {
  test('a single empty cell is missing, a single 0 is 0, and each follows the cell', async () => {
    const { host, evaluate, shown } = await open(way);
    const diem = (row: number) =>
      `HG.DIEM("xã",${AT}C${row},${AT}D${row},${AT}E${row},${AT}F${row})`;
    expect(await evaluate('Hàm', 'A1', diem(3))).toBe('#N/A');
    expect(await evaluate('Hàm', 'A2', diem(4))).toBe(40);
    expect(await evaluate('Hàm', 'A3', `HG.TYLE(${AT}C3,${AT}D3)`)).toBe('#N/A');
    expect(await evaluate('Hàm', 'A4', `HG.TYLE(${AT}C4,${AT}D4)`)).toBe(0);
    expect(await evaluate('Hàm', 'A5', `HG.DUOCXET("xã",${AT}C3,${AT}D3)`)).toBe('#N/A');
    expect(await evaluate('Hàm', 'A6', `HG.DIENGIAI("xã",1,1,${AT}C3,1)`)).toBe('#N/A');
    expect(await evaluate('Hàm', 'A7', `HG.DIEMDVCTT("huyện",1,1,${AT}C3)`)).toBe('#N/A');
    expect(await evaluate('Hàm', 'A8', `HG.DIEMDVCTT("huyện",0,1,${AT}C4)`)).toBe(0);
    host.userEdits(SHEET, 'C3:C4', [[0], ['']]);
    expect(await shown('Hàm', 0, 0, 4)).toEqual([[32], ['#N/A'], [0], ['#N/A']]);
  });

  test('in a table too: rows, names and figures', async () => {
    const { evaluate, shown } = await open(way);
    const columns = ['A', 'B', 'C', 'D', 'E', 'F'].map((each) => `${AT}${each}2:${each}6`);
    await evaluate('Hàm', 'A1', `HG.XEPHANG("xã",${columns.join()})`);
    expect(await shown('Hàm', 0, 0, 5, 2)).toEqual([
      [1, 97],
      ['', '#N/A'],
      ['', 40],
      ['', ''],
      ['', '#DIV/0!'],
    ]);
    const mean = (rows: string) =>
      `HG.BINHQUANXA("Huyện Vị Thủy",${['B', 'C', 'D'].map((each) => `${AT}${rows.replaceAll('#', each)}`).join()})`;
    expect(await evaluate('Hàm', 'D1', mean('#2:#5'))).toBe(0.475);
    expect(await evaluate('Hàm', 'D2', mean('#3:#3'))).toBe('#N/A');
    await evaluate('Hàm', 'F1', `HG.TAPTRUNG(${AT}G:G)`);
    // The heading, x twice, and the account 0; the two empty cells are none.
    expect(await shown('Hàm', 0, 6, 2)).toEqual([[4], [3]]);
  });
});

test('a 0 that was typed into the formula is 0', async () => {
  const { evaluate, host } = await open('zero');
  expect(await evaluate('Hàm', 'A1', 'HG.DIEM("xã",0,100,900,1000)')).toBe(40);
  expect(host.traffic.requests).toBe(0);
});

test('a formula without its value is no 0', async () => {
  const { host, file, evaluate } = await open('zero');
  host.userEdits(SHEET, 'C3', [['=1+1']]);
  expect(file.model.sheets[0]?.read(2, 2).calculated).toBe(false);
  expect(await evaluate('Hàm', 'A1', `HG.TYLE(${AT}C3,${AT}D3)`)).not.toBe(0);
});

/** A request that reads, and the runtime's own that lets go of what was read. */
const ONE_READ = 2;

describe('what it costs', () => {
  test('nothing where there is no 0, one read where there is, however large the table', async () => {
    const { host, evaluate } = await open('zero');
    await evaluate('Hàm', 'A1', `HG.TYLE(${AT}C2,${AT}D2)`);
    expect(host.traffic.requests).toBe(0);
    const columns = ['A', 'B', 'C', 'D', 'E', 'F'].map((each) => `${AT}${each}2:${each}6`);
    await evaluate('Hàm', 'A1', `HG.XEPHANG("xã",${columns.join()})`);
    expect(host.traffic.requests).toBe(ONE_READ);
  });

  test('calls that come together share one, and one that fails spoils no other', async () => {
    const { host } = await open('zero');
    const call = (address: string, value: unknown = 0) =>
      functions.callWith({ parameterAddresses: [address, null] }, 'TYLE', value, 100);
    const calls = Array.from({ length: 50 }, (_, i) => call(`${AT}C${i % 2 ? 3 : 4}`));
    const answers = await Promise.all(calls);
    expect(answers.filter((each) => each === 0).length).toBe(25);
    expect(host.traffic.requests).toBe(ONE_READ);
    const mixed = [`${AT}C4`, 'Đã xóa!A1', `${AT}C3`, `${AT}C4`];
    expect(await Promise.all(mixed.map((each) => call(each)))).toMatchObject([
      0,
      { error: '#N/A', message: words.FUNCTIONS.zeroOrBlank('a') },
      { error: '#N/A', message: '“a” để trống.' },
      0,
    ]);
  });
});

describe('where it can’t be told, the answer is #N/A with the reason', () => {
  const told = { error: '#N/A', message: words.FUNCTIONS.zeroOrBlank('a') };

  test('an Excel without addresses; without a 0 it scores as ever', async () => {
    expect(await functions.callWith({}, 'TYLE', 0, 100)).toEqual(told);
    expect(await functions.callWith({}, 'TYLE', 50, 100)).toBe(0.5);
  });

  test('a range of another workbook, a preview while a cell is edited', async () => {
    const other = { parameterAddresses: ['[Sổ khác.xlsx]Xã!A1', null] };
    expect(await functions.callWith(other, 'TYLE', 0, 100)).toEqual(told);
    const preview = { parameterAddresses: ['Xã!A1', null], isInValuePreview: true };
    expect(await functions.callWith(preview, 'TYLE', 0, 100)).toEqual(told);
  });

  test('a computed array, which keeps no trace of its empty cells', async () => {
    const args = ['Huyện Vị Thủy', [['Huyện Vị Thủy'], ['Huyện Vị Thủy']], [[1], [0]], [[1], [1]]];
    expect(await functions.call('BINHQUANXA', ...args)).toEqual({
      error: '#N/A',
      message: words.FUNCTIONS.zeroOrBlank('cột_a'),
    });
  });
});
