/** The add-in's settings, stored as Excel stores them: in the part of a web extension. */
import type { Package } from './package';
import { escapeAttribute } from './xml';
import {
  attribute,
  child,
  create,
  elements,
  insert,
  prefixFor,
  remove,
  setAttribute,
} from './xml-edit';

const WEB_EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const TASK_PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.microsoft.com/office/2011/relationships';
const CONTENT_TYPE = 'application/vnd.ms-office.webextension+xml';
const PANES_CONTENT_TYPE = 'application/vnd.ms-office.webextensiontaskpanes+xml';

/** The id under which settings are stored where the caller names none. */
export const DEFAULT_ADD_IN_ID = '8f0c1f5e-6a52-4b0e-9d53-2f1f6f3a7c11';

function plainId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

function panesPart(pack: Package): string | undefined {
  return pack.related('', 'webextensiontaskpanes')[0]?.target;
}

/** The part of the add-in's web extension, null where the file has none. */
function findPart(pack: Package, addInId: string): string | null {
  const panes = panesPart(pack);
  if (panes === undefined) return null;
  for (const { target } of pack.related(panes, 'webextension')) {
    if (!pack.has(target)) continue;
    const { root } = pack.xml(target);
    const references = [
      ...elements(root, 'reference'),
      ...elements(child(root, 'alternateReferences'), 'reference'),
    ];
    if (references.some((r) => plainId(attribute(r, 'id') ?? '') === plainId(addInId))) {
      return target;
    }
  }
  return null;
}

/** JSON text by key. */
export function readSettings(pack: Package, addInId: string): Map<string, string> {
  const part = findPart(pack, addInId);
  const properties = part === null ? undefined : child(pack.xml(part).root, 'properties');
  return new Map(
    elements(properties, 'property').map((property) => [
      attribute(property, 'name') ?? '',
      attribute(property, 'value') ?? '',
    ]),
  );
}

function createPart(pack: Package, addInId: string): string {
  const name = pack.freeName('xl/webextensions/webextension', '.xml');
  const id = escapeAttribute(addInId);
  pack.add(
    name,
    `<we:webextension xmlns:we="${WEB_EXTENSION}" id="{${escapeAttribute(plainId(addInId).toUpperCase())}}">` +
      `<we:reference id="${id}" version="1.0.0.0" store="developer" storeType="Registry"/>` +
      '<we:alternateReferences/><we:properties/><we:bindings/>' +
      `<we:snapshot xmlns:r="${OFFICE_RELATIONSHIPS}"/></we:webextension>`,
    CONTENT_TYPE,
  );
  let panes = panesPart(pack);
  if (panes === undefined) {
    panes = pack.has('xl/webextensions/taskpanes.xml')
      ? pack.freeName('xl/webextensions/taskpanes', '.xml')
      : 'xl/webextensions/taskpanes.xml';
    pack.add(panes, `<wetp:taskpanes xmlns:wetp="${TASK_PANES}"/>`, PANES_CONTENT_TYPE);
    pack.relate('', `${RELATIONSHIPS}/webextensiontaskpanes`, panes);
  }
  const relation = pack.relate(panes, `${RELATIONSHIPS}/webextension`, name);
  const document = pack.xml(panes);
  const { root } = document;
  const pane = insert(
    root,
    create(root, 'taskpane', { dockstate: 'right', visibility: '0', width: '350', row: '1' }),
  );
  const prefix = prefixFor(document, OFFICE_RELATIONSHIPS, 'r');
  insert(pane, create(pane, 'webextensionref', { [`${prefix}:id`]: relation }));
  return name;
}

/** Writes settings that differ from what the file has; without any, no part is made. */
export function writeSettings(
  pack: Package,
  addInId: string,
  settings: ReadonlyMap<string, string>,
): void {
  const stored = readSettings(pack, addInId);
  const same =
    stored.size === settings.size && [...settings].every(([k, v]) => stored.get(k) === v);
  if (same) return;
  const document = pack.xml(findPart(pack, addInId) ?? createPart(pack, addInId));
  const { root } = document;
  const bindings = child(root, 'bindings');
  const owner = child(root, 'properties') ?? insert(root, create(root, 'properties'), bindings);
  const there = new Map(
    elements(owner, 'property').map((property) => [attribute(property, 'name') ?? '', property]),
  );
  for (const [key, element] of there) if (!settings.has(key)) remove(document, element);
  for (const [key, value] of settings) {
    const element = there.get(key) ?? insert(owner, create(owner, 'property', { name: key }));
    setAttribute(element, 'value', value);
  }
}
