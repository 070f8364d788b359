import { readFileSync, writeFileSync } from 'node:fs';
import { startFunctions } from './runtime';

let functions: Awaited<ReturnType<typeof startFunctions>>;

beforeAll(async () => {
  functions = await startFunctions();
});

test('the generator finds no fault, and every function that it describes is associated', () => {
  const { made, metadata, mappings } = functions;
  expect(made.errors).toEqual([]);
  expect(Object.keys(mappings).sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
});

test('names have no marks, and every optional parameter comes last', () => {
  for (const { id, name, parameters } of functions.metadata.functions) {
    expect(name).toBe(id);
    expect(name).toMatch(/^[A-Z]{3,}$/);
    const optional = parameters.map((each) => each.optional === true);
    expect(optional).toEqual([...optional].sort());
  }
});

test('every function asks where its arguments stand, to tell empty cells from zeros', () => {
  for (const { options } of functions.metadata.functions) {
    expect(options?.requiresParameterAddresses).toBe(true);
  }
});

const GOLDEN = 'tests/functions/functions.golden.json';

/** `GOLDEN=write npx jest tests/functions/metadata` writes it anew. */
test('the metadata is what Excel was given before', () => {
  const now = `${JSON.stringify(JSON.parse(functions.made.metadataJson), null, 2)}\n`;
  if (process.env.GOLDEN === 'write') writeFileSync(GOLDEN, now);
  expect(JSON.parse(readFileSync(GOLDEN, 'utf8'))).toEqual(JSON.parse(now));
});
