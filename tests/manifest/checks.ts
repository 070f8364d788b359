/** What a manifest must keep: its schema, and what no schema can say. */
import { spawnSync } from 'node:child_process';

const BT = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';
const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
/** A label of the ribbon stands on two lines of about twelve letters. Our own bound. */
const LABEL_LENGTH = 24;

/** What the standard generator makes of the worksheet functions. */
export interface FunctionsMade {
  readonly namespace: string;
  readonly metadata: string;
  /** Ids that the build associates with a function. */
  readonly associated: readonly string[];
}

/** The project that a manifest belongs to. */
export interface Surroundings {
  readonly id: string;
  readonly version: string;
  /** Names of the ribbon's commands in code. */
  readonly commands: readonly string[];
  /** Paths that the built folder serves. */
  readonly served: ReadonlySet<string>;
  /** The functions' namespace, and the metadata that is made from their code. */
  readonly functions: FunctionsMade;
  /** Width and height of a served image; null where it is no PNG. */
  readonly pixels: (path: string) => readonly [number, number] | null;
}

/** What the schema finds wrong with each of some XML texts. */
export function schemaFaults(texts: readonly string[]): string[][] {
  const args = ['scripts/validate-xml.mjs', 'tests/manifest/schema/manifest.xsd', '-'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

/** What is wrong with a manifest beyond its schema; empty where nothing is. */
export function faults(xml: string, around: Surroundings): string[] {
  const manifest = new DOMParser().parseFromString(xml, 'application/xml');
  if (all(manifest, 'parsererror').length > 0) return ['not well formed'];
  return [
    ...identityFaults(manifest, around),
    ...resourceFaults(manifest),
    ...runtimeFaults(manifest),
    ...addressFaults(manifest, around),
    ...iconFaults(manifest, around),
    ...wordFaults(manifest),
    ...commandFaults(manifest, around),
    ...functionFaults(manifest, around),
    ...requirementFaults(manifest),
  ];
}

function all(from: Document | Element, name: string): Element[] {
  return [...from.getElementsByTagNameNS('*', name)];
}

function text(from: Document | Element, name: string): string {
  return all(from, name)[0]?.textContent ?? '';
}

function value(element: Element | null | undefined, attribute: string): string {
  return element?.getAttribute(attribute) ?? '';
}

function repeated(values: readonly string[]): string[] {
  return values.filter((each, i) => values.indexOf(each) !== i);
}

function identityFaults(manifest: Document, { id, version }: Surroundings): string[] {
  return [
    ...(text(manifest, 'Id') === id ? [] : ['Id is not the id that settings are stored under']),
    ...(text(manifest, 'Version') === `${version}.0` ? [] : ['Version is not that of the package']),
  ];
}

/** Resources by id, with the kind of each. */
function resources(manifest: Document): Map<string, Element> {
  const [owner] = all(manifest, 'Resources');
  const entries = owner ? [...owner.querySelectorAll('[id]')] : [];
  return new Map(entries.map((entry) => [value(entry, 'id'), entry]));
}

/** Which list of resources a reference looks into. */
function listFor(reference: Element): string {
  const { localName, parentElement } = reference;
  if (localName === 'Image') return 'Images';
  if (localName === 'Label' || localName === 'Title' || localName === 'Namespace')
    return 'ShortStrings';
  if (localName === 'Description') return 'LongStrings';
  return parentElement === null ? '' : 'Urls';
}

function resourceFaults(manifest: Document): string[] {
  const [owner] = all(manifest, 'Resources');
  const ids = owner ? [...owner.querySelectorAll('[id]')].map((entry) => value(entry, 'id')) : [];
  const known = resources(manifest);
  const references = [...manifest.querySelectorAll('[resid]')];
  const used = new Set(references.map((reference) => value(reference, 'resid')));
  const elementIds = ['CustomTab', 'Group', 'Control'].flatMap((name) =>
    all(manifest, name).map((element) => value(element, 'id')),
  );
  return [
    ...repeated(ids).map((id) => `resource ${id} exists twice`),
    ...ids.filter((id) => !used.has(id)).map((id) => `resource ${id} is not used`),
    ...repeated(elementIds).map((id) => `two elements have the id ${id}`),
    ...references.flatMap((reference) => {
      const id = value(reference, 'resid');
      const list = known.get(id)?.parentElement?.localName;
      if (list === undefined) return [`no resource ${id}`];
      const wanted = listFor(reference);
      return list === wanted ? [] : [`${reference.localName} ${id} is not among ${wanted}`];
    }),
  ];
}

/** The shared runtime: everything that has a page has the same one. */
function runtimeFaults(manifest: Document): string[] {
  const runtimes = all(manifest, 'Runtime');
  const actions = all(manifest, 'Action').flatMap((action) => all(action, 'SourceLocation'));
  const pages = all(manifest, 'Page').flatMap((page) => all(page, 'SourceLocation'));
  const [runtime] = runtimes;
  const id = value(runtime, 'resid');
  const others = [...all(manifest, 'FunctionFile'), ...actions, ...pages];
  const [pane] = all(manifest, 'DefaultSettings').flatMap((set) => all(set, 'SourceLocation'));
  return [
    ...(runtimes.length === 1 ? [] : ['there is not one runtime']),
    ...(value(runtime, 'lifetime') === 'long' ? [] : ['the runtime is not long-lived']),
    ...(all(manifest, 'FunctionFile').length === 1 ? [] : ['there is not one FunctionFile']),
    ...others
      .filter((other) => value(other, 'resid') !== id)
      .map((other) => `${other.localName} is not in the runtime ${id}`),
    ...(value(resources(manifest).get(id), 'DefaultValue') === value(pane, 'DefaultValue')
      ? []
      : ['the base pane is not the page of the runtime']),
  ];
}

const ADDRESSED = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation'];

function addresses(manifest: Document): string[] {
  const elements = [
    ...ADDRESSED.flatMap((name) => all(manifest, name)),
    ...[...manifest.getElementsByTagNameNS(BT, 'Url')],
    ...all(manifest, 'Images').flatMap((images) => all(images, 'Image')),
  ];
  return elements.flatMap((element) => [
    ...(element.hasAttribute('DefaultValue') ? [value(element, 'DefaultValue')] : []),
    ...all(element, 'Override').map((override) => value(override, 'Value')),
  ]);
}

function addressFaults(manifest: Document, { served }: Surroundings): string[] {
  const urls = addresses(manifest);
  const origins = new Set(urls.map((url) => originOf(url)));
  return [
    ...urls.filter((url) => !url.startsWith('https://')).map((url) => `${url} is not https`),
    ...(origins.size === 1 ? [] : [`addresses of several servers: ${[...origins].join(', ')}`]),
    ...urls.filter((url) => !served.has(pathOf(url))).map((url) => `${url} is not served`),
  ];
}

function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? '';
}

function pathOf(url: string): string {
  return url.slice(originOf(url).length + 1);
}

function iconFaults(manifest: Document, { pixels }: Surroundings): string[] {
  const known = resources(manifest);
  const sized: [string, number][] = [
    ...all(manifest, 'Icon')
      .flatMap((icon) => all(icon, 'Image'))
      .map((image): [string, number] => [
        value(known.get(value(image, 'resid')), 'DefaultValue'),
        Number(value(image, 'size')),
      ]),
    ...all(manifest, 'IconUrl').map((icon): [string, number] => [value(icon, 'DefaultValue'), 32]),
    ...all(manifest, 'HighResolutionIconUrl').map((icon): [string, number] => [
      value(icon, 'DefaultValue'),
      64,
    ]),
  ];
  return [
    ...sized
      .filter(([url, size]) => pixels(pathOf(url))?.join() !== `${size},${size}`)
      .map(([url, size]) => `${url} is not a PNG of ${size} pixels`),
    ...all(manifest, 'Icon')
      .map((icon) => all(icon, 'Image').map((image) => Number(value(image, 'size'))))
      .filter((sizes) => sizes.join() !== ICON_SIZES.join())
      .map((sizes) => `an icon has the sizes ${sizes.join()}`),
  ];
}

function wordFaults(manifest: Document): string[] {
  const localized = [
    ...all(manifest, 'DisplayName'),
    ...all(manifest, 'Description').filter((element) => element.hasAttribute('DefaultValue')),
    ...all(manifest, 'String').filter((string) => !isNamespace(manifest, string)),
  ];
  const labels = all(manifest, 'Label').map((label) =>
    resources(manifest).get(value(label, 'resid')),
  );
  return [
    ...(text(manifest, 'DefaultLocale') === 'vi-VN' ? [] : ['the default locale is not vi-VN']),
    ...localized.flatMap((element) => {
      const own = value(element, 'DefaultValue');
      const overrides = all(element, 'Override');
      const english = overrides.filter((override) => value(override, 'Locale') === 'en-US');
      return [
        ...(/[À-ỹ]/.test(own) ? [] : [`not Vietnamese: ${own}`]),
        ...(english.length === 1 && overrides.length === 1 ? [] : [`no one en-US for: ${own}`]),
        ...(value(english[0], 'Value') === own ? [`the same in English: ${own}`] : []),
      ];
    }),
    ...labels
      .flatMap((label) => [label, ...(label ? all(label, 'Override') : [])])
      .map((each) => value(each, 'DefaultValue') || value(each, 'Value'))
      .filter((label) => label.length > LABEL_LENGTH)
      .map((label) => `too long for the ribbon: ${label}`),
  ];
}

function commandFaults(manifest: Document, { commands }: Surroundings): string[] {
  const named = all(manifest, 'FunctionName').map((name) => name.textContent ?? '');
  return [
    ...named
      .filter((name) => !commands.includes(name))
      .map((name) => `no command ${name} in src/commands`),
    ...commands
      .filter((command) => !named.includes(command))
      .map((command) => `no button calls ${command}`),
    ...(all(manifest, 'Action').some((action) =>
      /(^|:)ShowTaskpane$/.test(value(action, 'xsi:type')),
    )
      ? []
      : ['no button opens the pane']),
  ];
}

function isNamespace(manifest: Document, string: Element): boolean {
  return all(manifest, 'Namespace').some((each) => value(each, 'resid') === value(string, 'id'));
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
}

const FUNCTION_ID = /^[A-Z][A-Z0-9_.]{2,}$/;
const CELL_ADDRESS = /^[A-Z]{1,3}\d+$/;

/** The worksheet functions: their place in the manifest, their metadata, their functions. */
function functionFaults(manifest: Document, { functions: made }: Surroundings): string[] {
  const [namespace] = all(manifest, 'Namespace');
  const points = all(manifest, 'ExtensionPoint').filter((point) =>
    value(point, 'xsi:type').endsWith('CustomFunctions'),
  );
  const urls = points.map((point) =>
    ['Script', 'Metadata'].map((name) => {
      const id = value(all(point, name)[0]?.firstElementChild, 'resid');
      return pathOf(value(resources(manifest).get(id), 'DefaultValue'));
    }),
  );
  const { functions } = JSON.parse(made.metadata) as { functions: Described[] };
  const ids = functions.map(({ id }) => id);
  return [
    ...(JSON.stringify(urls) === '[["functions.js","functions.json"]]'
      ? []
      : ['the functions are not at functions.js and functions.json']),
    ...(value(resources(manifest).get(value(namespace, 'resid')), 'DefaultValue') === made.namespace
      ? []
      : [`the namespace is not ${made.namespace}`]),
    ...repeated(ids).map((id) => `two functions have the id ${id}`),
    ...ids
      .filter((id) => !FUNCTION_ID.test(id) || CELL_ADDRESS.test(id))
      .map((id) => `bad id ${id}`),
    ...ids.filter((id) => !made.associated.includes(id)).map((id) => `${id} is not associated`),
    ...functions
      .flatMap(({ id, description, parameters }) => [
        { at: id, description },
        ...parameters.map((each) => ({ at: `${id} ${each.name}`, description: each.description })),
      ])
      .filter(({ description }) => !/[À-ỹ]/.test(description ?? ''))
      .map(({ at }) => `${at} has no Vietnamese description`),
  ];
}

/** The base opens anywhere; what needs a shared runtime says so. */
function requirementFaults(manifest: Document): string[] {
  const [overrides] = all(manifest, 'VersionOverrides');
  const sets = (from: Document | Element) =>
    all(from, 'Set').map((set) => ({
      name: value(set, 'Name'),
      version: Number(value(set, 'MinVersion') || value(set.parentElement, 'DefaultMinVersion')),
    }));
  const theirs = overrides ? sets(overrides) : [];
  const base = sets(manifest).slice(0, sets(manifest).length - theirs.length);
  return [
    ...base
      .filter(({ name, version }) => name !== 'ExcelApi' || version > 1.1)
      .map(({ name, version }) => `the base needs ${name} ${version}`),
    ...(theirs.some(({ name }) => name === 'SharedRuntime')
      ? []
      : ['the version overrides do not ask for SharedRuntime']),
  ];
}
