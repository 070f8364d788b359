import { readFileSync } from 'node:fs';
import { WorkbookHost } from '../../src/host';
import { workbookOf, type Cell } from '../workbook/build';
import { forHost } from './on-host';
import { follow, startFunctions } from './runtime';

const text = readFileSync('docs/functions.md', 'utf8');

/** The example table, as it stands in the page. */
function table(): Cell[][] {
  return [...text.matchAll(/^\| \d \| (.*) \|$/gm)].map(([, cells = '']) =>
    cells.split(' | ').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)),
  );
}

/** Formula and answer of each example: cells by commas, rows by semicolons. */
const EXAMPLES = [...text.matchAll(/^- `=(HG\.[^`]*)` → `([^`]*)`$/gm)].map(
  ([, formula = '', answer = '']) => [formula, answer] as const,
);

let functions: Awaited<ReturnType<typeof startFunctions>>;

beforeAll(async () => {
  functions = await startFunctions();
  follow();
});

test('every function has its section, with its parameters, and an example', () => {
  for (const { name, parameters } of functions.metadata.functions) {
    const shown = parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
    expect(text).toContain(`## HG.${name}(${shown.join(', ')})\n`);
    expect(EXAMPLES.some(([formula]) => formula.startsWith(`HG.${name}(`))).toBe(true);
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
