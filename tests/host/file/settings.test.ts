import { newWorkbookFile, openWorkbookFile } from '../../../src/host/file';
import { AT, differing, fixture, parts } from './helpers';

const OURS = 'aaaaaaaa-1111-2222-3333-444444444444';
const THEIRS = 'bbbbbbbb-1111-2222-3333-444444444444';

async function withSettings(
  bytes: Uint8Array,
  addInId: string,
  settings: Record<string, string>,
): Promise<Uint8Array> {
  const file = await openWorkbookFile(bytes, { addInId });
  for (const [key, value] of Object.entries(settings)) file.model.settings.set(key, value);
  return file.save(AT);
}

async function read(bytes: Uint8Array, addInId: string): Promise<Record<string, string>> {
  return Object.fromEntries((await openWorkbookFile(bytes, { addInId })).model.settings);
}

test('no settings, no part', async () => {
  const names = Object.keys(parts(await (await newWorkbookFile()).save(AT)));
  expect(names.filter((name) => name.includes('webextension'))).toEqual([]);
});

test('settings come back as the JSON text that they were', async () => {
  const settings = { 'cột.a': '{"x":"<&\\"\'>\\n"}', b: '1', c: '' };
  const bytes = await withSettings(fixture('rich.xlsx'), OURS, settings);
  expect(await read(bytes, OURS)).toEqual(settings);
  expect(await read(bytes, `{${OURS.toUpperCase()}}`)).toEqual(settings);
  expect(differing(fixture('rich.xlsx'), bytes)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/core.xml',
    'xl/webextensions/_rels/taskpanes.xml.rels',
    'xl/webextensions/taskpanes.xml',
    'xl/webextensions/webextension1.xml',
  ]);
});

test('they are stored where Excel stores them', async () => {
  const texts = parts(await withSettings(fixture('rich.xlsx'), OURS, { a: '"b"' }));
  expect(texts['xl/webextensions/webextension1.xml']).toContain(
    '<we:property name="a" value="&quot;b&quot;"/>',
  );
  expect(texts['xl/webextensions/taskpanes.xml']).toContain('visibility="0"');
  expect(texts['_rels/.rels']).toContain(
    'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
  );
  expect(texts['xl/webextensions/_rels/taskpanes.xml.rels']).toContain(
    'http://schemas.microsoft.com/office/2011/relationships/webextension"',
  );
  expect(texts['[Content_Types].xml']).toContain('application/vnd.ms-office.webextension+xml');
  expect(texts['[Content_Types].xml']).toContain(
    'application/vnd.ms-office.webextensiontaskpanes+xml',
  );
});

test("another add-in's settings stay its own", async () => {
  const theirs = await withSettings(fixture('rich.xlsx'), THEIRS, { a: '1' });
  const both = await withSettings(theirs, OURS, { a: '2' });
  expect([await read(both, THEIRS), await read(both, OURS)]).toEqual([{ a: '1' }, { a: '2' }]);
  expect(parts(both)['xl/webextensions/webextension1.xml']).toBe(
    parts(theirs)['xl/webextensions/webextension1.xml'],
  );
});

test('settings are changed and taken away', async () => {
  const bytes = await withSettings(fixture('rich.xlsx'), OURS, { a: '1', b: '2' });
  const file = await openWorkbookFile(bytes, { addInId: OURS });
  file.model.settings.set('a', '3');
  file.model.settings.delete('b');
  expect(await read(await file.save(AT), OURS)).toEqual({ a: '3' });
});
