import { faultOf, figuresOf, read } from './build';

const HEAD = 'Xã, phường, thị trấn;Tài khoản nộp;Tên thủ tục;Ngày nộp';
const ROWS = [
  'Xã Vị Thắng;tk001@x.vn;Khai sinh;01/11/2023',
  'UBND xã Vị Thắng;tk001@x.vn;Khai tử;02/11/2023',
  'Xã Vị Thắng;tk002@x.vn;Khai sinh;02/11/2023',
  'Xã Vị Thắng;tk001@x.vn;Khai tử;03/11/2023',
  'Xã Vị Đông;093000111222;Chứng thực;03/11/2023',
];
const FIGURES = {
  'Xã Vị Thắng': [4, 2, 3, 'Khai tử'],
  'Xã Vị Đông': [1, 1, 1, 'Chứng thực'],
};
const log = [HEAD, ...ROWS].join('\r\n');

test('";", "," and tab; with or without a mark of UTF-8 and a last line end', async () => {
  const quoted = (text: string) => `"${text}"`;
  const comma = [HEAD.replace('Xã, phường, thị trấn', quoted('Xã, phường, thị trấn')), ...ROWS]
    .join('\n')
    .replaceAll(';', ',');
  for (const text of [
    log,
    `\ufeff${log}`,
    `${log}\r\n\r\n`,
    `\ufeff${comma}`,
    log.replaceAll(';', '\t'),
    log.replaceAll('\r\n', '\r'),
    `sep=;\nNHẬT KÝ HỒ SƠ;;\n\n${log}`,
  ]) {
    expect(figuresOf(await read(text))).toEqual(FIGURES);
  }
});

test('quotes: delimiters, line ends and quotes within a field', async () => {
  const text = `${HEAD}\n"Xã Vị Thắng";"a;1";"Cấp ""lại""\ngiấy"\n"Xã Vị Thắng";"a;1";"Cấp ""lại""\ngiấy";""`;
  const { units } = await read(text);
  const [only] = [...units.values()];
  expect(only).toMatchObject({ dossiers: 2, busiest: [{ procedure: 'Cấp "lại"\ngiấy' }] });
  expect(await faultOf(`${log}\n"Xã Vị Thắng;a`)).toBe('damaged');
});

test.each([1, 2, 3, 7, 64])('a source that gives %d bytes at once', async (most) => {
  expect(figuresOf(await read(log, { most }))).toEqual(FIGURES);
});

test('a log of several chunks: rows and letters that are cut are whole again', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `Xã Vị Thắng;ạ${i % 700};Chứng thực ${i % 3}`,
  );
  const { units } = await read([HEAD, ...rows].join('\n'));
  const [only] = [...units.values()];
  expect(only).toMatchObject({ dossiers: 20_000 });
  expect(only!.spread).toHaveLength(700);
  expect(only!.spread[0]).toBe(29);
});

test('units go by their district where names are not enough; others are counted', async () => {
  const { units, unmatched, withoutAccount } = await read(
    [
      'Huyện, thị xã, thành phố;Xã, phường, thị trấn;Tài khoản nộp',
      'Huyện Vị Thủy;Vị Thắng;a',
      'Huyện Không Có;Vị Thắng;a',
      'Huyện Vị Thủy;Vị Thằng;b',
      'Huyện Vị Thủy;Vị Thằng;c',
      'Huyện Vị Thủy;Vị Thắng;',
      ';;',
    ].join('\n'),
  );
  expect([...units.values()].map(({ dossiers }) => dossiers)).toEqual([1]);
  expect(unmatched).toEqual({
    rows: 3,
    shown: ['Vị Thằng, Huyện Vị Thủy', 'Vị Thắng, Huyện Không Có'],
  });
  expect(withoutAccount).toBe(1);
});

test('accounts leave masked only', async () => {
  const { units } = await read(log);
  const texts = JSON.stringify([...units.values()]);
  expect(texts).not.toMatch(/tk00|09300/);
  expect([...units.values()].flatMap(({ busiest }) => busiest.map((each) => each.masked))).toEqual(
    expect.arrayContaining(['…vn', '…222']),
  );
});

test('what is no log ends in its reason', async () => {
  expect(await faultOf('')).toBe('empty');
  expect(await faultOf('a;b\n1;2')).toBe('notALog');
  expect(await faultOf('Đơn vị;Tổng hồ sơ\nXã Vị Thắng;5')).toBe('notALog');
  expect(await faultOf(`${'x;y\n'.repeat(60)}${log}`)).toBe('notALog');
  expect(await faultOf('Đơn vị;Tài khoản A;Tài khoản B\nXã Vị Thắng;1;2')).toBe('doubtfulColumn');
  expect(await faultOf(new Uint8Array([0xff, 0xfe, 0x41, 0]))).toBe('notUtf8');
  expect(await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('oldOrProtected');
});
