/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { COMMANDS } from '../../src/commands/commands';
import { DEFAULT_ADD_IN_ID } from '../../src/host/file/settings';
import { faults, schemaFaults, type Surroundings } from './checks';

const manifest = readFileSync('manifest.xml', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

let AROUND: Surroundings;

beforeAll(async () => {
  const made = await generateCustomFunctionsMetadata('src/functions/functions.ts', true);
  const associated = made.associate.map(({ id }) => id);
  AROUND = {
    ...PROJECT,
    functions: { namespace: 'HG', metadata: made.metadataJson, associated },
  };
});

const PROJECT: Omit<Surroundings, 'functions'> = {
  id: DEFAULT_ADD_IN_ID,
  version,
  commands: Object.keys(COMMANDS),
  served: new Set([
    // Made by the build: tests/taskpane/start.test.ts looks for them there.
    'functions.js',
    'functions.json',
    ...readdirSync('src/taskpane').filter((name) => /^(taskpane|support)\.html$/.test(name)),
    ...readdirSync('assets')
      .filter((name) => name.endsWith('.png'))
      .map((name) => `assets/${name}`),
  ]),
  pixels: (path) => {
    try {
      const bytes = readFileSync(path);
      const isPng = bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n';
      return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
    } catch {
      return null;
    }
  },
};

test('the manifest keeps its schema', () => {
  expect(schemaFaults([manifest])).toEqual([[]]);
});

test('the manifest keeps what no schema can say', () => {
  expect(faults(manifest, AROUND)).toEqual([]);
});

/** A change to the manifest that must not go unseen. */
type Mutation = readonly [what: string, from: string | RegExp, to: string];

const AGAINST_SCHEMA: readonly Mutation[] = [
  [
    'elements in another order',
    /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
    '$2$1',
  ],
  [
    'a label after its icon',
    /(<Label resid="HG.Group.Label"\/>)(\s*<Icon>[\s\S]*?<\/Icon>)/,
    '$2$1',
  ],
  ['an unknown element', '<Hosts>\n    <Host Name', '<Hosts>\n    <Extra/><Host Name'],
  ['an id that is no GUID', /<Id>.*<\/Id>/, '<Id>cham-diem</Id>'],
  ['a version of three numbers', /<Version>.*<\/Version>/, '<Version>1.0.0</Version>'],
  [
    'an http address',
    'https://localhost:3000/taskpane.html',
    'http://localhost:3000/taskpane.html',
  ],
  ['an icon of an unknown size', 'size="40"', 'size="36"'],
  ['a resource id that is too long', /HG\.Group\.Label/g, `HG.${'x'.repeat(30)}`],
  ['a label of 126 letters', 'DefaultValue="Thi đua"', `DefaultValue="${'đ'.repeat(126)}"`],
  ['a tip of 251 letters', /DefaultValue="Xem số liệu[^"]*"/, `DefaultValue="${'đ'.repeat(251)}"`],
  ['an unknown permission', 'ReadWriteDocument', 'ReadWriteEverything'],
  ['a lifetime that is none', 'lifetime="long"', 'lifetime="forever"'],
  ['a button without a tip', /<Supertip>[\s\S]*?<\/Supertip>/, ''],
  ['resources left out', /<Resources>[\s\S]*<\/Resources>/, ''],
  ['XML that is not well formed', '</Hosts>', ''],
];

const AGAINST_CHECKS: readonly Mutation[] = [
  ['another id', /<Id>8f/, '<Id>9f'],
  ['another version', /<Version>[^<]*</, '<Version>9.9.9.0<'],
  ['a reference to nothing', '<Label resid="HG.Tab.Label"/>', '<Label resid="HG.Tab.Name"/>'],
  ['a resource twice', /(<bt:Url id="HG.Page.Url"[^>]*>)/, '$1$1'],
  [
    'a resource that nobody uses',
    '<bt:Urls>',
    '<bt:Urls><bt:Url id="HG.More" DefaultValue="https://localhost:3000/support.html"/>',
  ],
  ['a long text for a label', '<Label resid="HG.Tab.Label"/>', '<Label resid="HG.Pane.Tip"/>'],
  ['two controls of one id', 'id="HG.Template">', 'id="HG.Pane">'],
  [
    'a page outside the runtime',
    '<FunctionFile resid="HG.Page.Url"/>',
    '<FunctionFile resid="HG.Support.Url"/>',
  ],
  ['a short-lived runtime', 'lifetime="long"', 'lifetime="short"'],
  [
    'a base pane of its own',
    '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"/>',
    '<SourceLocation DefaultValue="https://localhost:3000/support.html"/>',
  ],
  ['an http address', 'https://localhost:3000/support.html', 'http://localhost:3000/support.html'],
  ['a second server', 'https://localhost:3000/support.html', 'https://example.org/support.html'],
  ['a page that is not served', /taskpane\.html/g, 'pane.html'],
  ['an icon that is not there', 'assets/pane-48.png', 'assets/pane-49.png'],
  [
    'an icon of another size',
    'id="HG.Icon.48" DefaultValue="https://localhost:3000/assets/icon-48.png"',
    'id="HG.Icon.48" DefaultValue="https://localhost:3000/assets/icon-64.png"',
  ],
  ['a size left out', '<bt:Image size="64" resid="HG.Pane.64"/>', ''],
  [
    'a big icon for lists',
    'IconUrl DefaultValue="https://localhost:3000/assets/icon-32.png"',
    'IconUrl DefaultValue="https://localhost:3000/assets/icon-64.png"',
  ],
  ['another default language', '<DefaultLocale>vi-VN', '<DefaultLocale>en-US'],
  ['a string without English', '<bt:Override Locale="en-US" Value="Score"/>', ''],
  ['a string in English alone', 'DefaultValue="Chấm điểm"', 'DefaultValue="Score"'],
  ['another language', 'Locale="en-US" Value="Score"', 'Locale="fr-FR" Value="Score"'],
  [
    'a label too long for the ribbon',
    'DefaultValue="Tạo biểu mẫu nhập"',
    'DefaultValue="Tạo các biểu mẫu để nhập số liệu"',
  ],
  ['another namespace', 'DefaultValue="HG"', 'DefaultValue="GH"'],
  ['functions left out', /<AllFormFactors>[\s\S]*<\/AllFormFactors>/, ''],
  [
    'metadata in the place of the script',
    '<SourceLocation resid="HG.Functions.Script"/>',
    '<SourceLocation resid="HG.Functions.Metadata"/>',
  ],
  [
    'functions on another page',
    'resid="HG.Page.Url"/>\n            </Page>',
    'resid="HG.Support.Url"/>\n            </Page>',
  ],
  ['a function that does not exist', '<FunctionName>chamDiem', '<FunctionName>chamdiem'],
  ['a command without a button', /<FunctionName>taoBieuMau/, '<FunctionName>chamDiem'],
  [
    'a base that needs a newer Excel',
    '</Hosts>\n  <DefaultSettings>',
    '</Hosts><Requirements><Sets><Set Name="ExcelApi" MinVersion="1.7"/></Sets></Requirements>\n  <DefaultSettings>',
  ],
  ['overrides for any Excel', /<Requirements>[\s\S]*?<\/Requirements>/, ''],
];

const mutated = ([what, from, to]: Mutation) => {
  const text = manifest.replace(from, to);
  if (text === manifest) throw new Error(`The mutation changed nothing: ${what}`);
  return text;
};

test('the checks see a function that nothing is associated with', () => {
  const functions = { ...AROUND.functions, associated: AROUND.functions.associated.slice(1) };
  expect(faults(manifest, { ...AROUND, functions })).toEqual(['TYLE is not associated']);
});

test('the checks see words left out of the metadata', () => {
  const metadata = AROUND.functions.metadata.replace('"Tử số."', '""');
  const functions = { ...AROUND.functions, metadata };
  expect(faults(manifest, { ...AROUND, functions })).toEqual([
    'TYLE a has no Vietnamese description',
  ]);
});

test('the schema sees each of these', () => {
  const found = schemaFaults(AGAINST_SCHEMA.map(mutated));
  const unseen = AGAINST_SCHEMA.filter((_, i) => found[i]?.length === 0).map(([what]) => what);
  expect(unseen).toEqual([]);
});

test.each(AGAINST_CHECKS.map((mutation) => [mutation[0], mutation] as const))(
  'the checks see %s',
  (_, mutation) => {
    expect(faults(mutated(mutation), AROUND)).not.toEqual([]);
  },
);
