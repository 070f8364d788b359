/** Links and heights: in one call where Excel takes them so, else one by one, to the same workbook. */
import { ABILITIES, NOW, scoreIn, sheetNamed, valueAt } from './build';
import { COMMUNES, smallWorkbook } from './small';

/** Every commune reports more online dossiers than it had: more problems than are set one by one. */
const WRONG = COMMUNES.map(([name, , total, ...rest]) => [name ?? '', 999, total ?? '', ...rest]);
const MANY = [...WRONG, ...WRONG.map(([name, ...rest]) => [`${String(name)} Thượng`, ...rest])];

async function scoredWith(cellProperties: boolean) {
  const file = await smallWorkbook(MANY);
  const outcome = await scoreIn(file, { abilities: { ...ABILITIES, cellProperties } });
  return { file, outcome };
}

test('the same workbook either way, byte for byte', async () => {
  const [atOnce, oneByOne] = [await scoredWith(true), await scoredWith(false)];
  const review = sheetNamed(atOnce.file.model, 'Cần rà soát');
  const links = Array.from({ length: 60 }, (_, row) =>
    [0, 1, 2, 3, 4, 5].flatMap((column) => review.hyperlinkAt(row, column) ?? []),
  ).flat();
  expect(links.length).toBeGreaterThan(8);
  expect(Buffer.from(await atOnce.file.save(NOW))).toEqual(
    Buffer.from(await oneByOne.file.save(NOW)),
  );
});

test('each link leads to the cell that it names', async () => {
  const { file } = await scoredWith(true);
  const review = sheetNamed(file.model, 'Cần rà soát');
  let seen = 0;
  for (let row = 0; row < 60; row += 1) {
    for (let column = 0; column < 6; column += 1) {
      const link = review.hyperlinkAt(row, column);
      if (!link) continue;
      const address = String(review.read(row, column).value);
      const [, sheet = ''] = /^'(.*)'!/.exec(link.documentReference ?? '') ?? [];
      expect(link.documentReference).toBe(`'${sheet}'!${address}`);
      expect(() => valueAt(sheetNamed(file.model, sheet), address)).not.toThrow();
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(8);
});
