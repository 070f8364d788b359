import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkbookHost } from '../../src/host';
import { workbookOf, type Cell } from '../workbook/build';
import { forHost } from './on-host';
import { follow, startFunctions } from './runtime';

/** The page on all, and one on each function. */
const text = readFileSync('docs/functions.md', 'utf8');
const FOLDER = 'docs/functions';
const PAGES = new Map(
  readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')] as const),
);

/** The example table, as it stands in the page. */
function table(): Cell[][] {
  return [...text.matchAll(/^\| \d \| (.*) \|$/gm)].map(([, cells = '']) =>
    cells.split(' | ').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)),
  );
}

/** Formula and answer of each example: cells by commas, rows by semicolons. */
const examplesOf = (page: string) =>
  [...page.matchAll(/^- `=(HG\.[^`]*)` → `([^`]*)`$/gm)].map(
    ([, formula = '', answer = '']) => [formula, answer] as const,
  );
const EXAMPLES = [...PAGES.values()].flatMap(examplesOf);

/** The formula as an Excel takes it that has a comma in its decimals. */
function withSemicolons(formula: string): string {
  return formula.replace(/"[^"]*"|,|(?<=\d)\.(?=\d)/g, (found) =>
    found === ',' ? ';' : found === '.' ? ',' : found,
  );
}

let functions: Awaited<ReturnType<typeof startFunctions>>;

beforeAll(async () => {
  functions = await startFunctions();
  follow();
});

test('every function has its page, with its parameters, an example, and both separators', () => {
  const names = functions.metadata.functions.map(({ name }) => `HG.${name}.md`);
  expect([...PAGES.keys()].sort()).toEqual([...names].sort());
  for (const { name, parameters } of functions.metadata.functions) {
    const page = PAGES.get(`HG.${name}.md`) ?? '';
    const shown = parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
    expect(page.startsWith(`# HG.${name}(${shown.join(', ')})\n`)).toBe(true);
    const [example] = examplesOf(page);
    expect(example?.[0].startsWith(`HG.${name}(`)).toBe(true);
    expect(page).toContain(`\`=${withSemicolons(example?.[0] ?? '')}\``);
    expect(text).toContain(`(functions/HG.${name}.md)`);
  }
});

test.each(EXAMPLES)('=%s', async (formula, answer) => {
  const host = new WorkbookHost(await workbookOf({ Xã: table(), Thử: [] }), {});
  const sheet = host.model.sheets[1];
  await host.useFunctions(forHost(functions));
  host.userEdits('Thử', 'A1', [[`=${formula}`]]);
  await host.calculated;
  const rows = formula.startsWith('HG.DIENGIAI')
    ? [[answer]]
    : answer.split('; ').map((row) => row.split(', '));
  const found = rows.map((cells, row) =>
    cells.map((_, column) => {
      const value = sheet?.read(row, column).value ?? '';
      if (typeof value === 'object') return value.error;
      return typeof value === 'number'
        ? String(Number(value.toFixed(9)))
        : String(value).toUpperCase();
    }),
  );
  expect(found).toEqual(rows.map((cells) => cells.map((cell) => cell.trim().toUpperCase())));
});
