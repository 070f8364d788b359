/** The way to xlsx-populate's classes: its sheets hold our cells, its style sheet our formats. */
import library, {
  type LibraryNode,
  type LibrarySheet,
  type LibraryStyleSheet,
} from 'xlsx-populate';
import type { XmlElement } from './xml';

export interface Library {
  /** A sheet of the library over nodes that we made ourselves. */
  sheet(node: LibraryNode): LibrarySheet;
  styleSheet(node: LibraryNode): LibraryStyleSheet;
}

let loaded: Promise<Library> | null = null;

async function load(): Promise<Library> {
  // The classes aren't exported, and the browser build is one bundle: a blank workbook gives them.
  const blank = await library.fromBlankAsync();
  const SheetClass = blank.sheet(0).constructor as new (
    workbook: null,
    id: LibraryNode,
    node: LibraryNode,
  ) => LibrarySheet;
  const StyleSheetClass = blank.styleSheet().constructor as new (
    node: LibraryNode,
  ) => LibraryStyleSheet;
  return {
    // Its workbook would be asked for the strings of cells that it parses: it parses none.
    sheet: (node) => new SheetClass(null, libraryNode('sheet'), node),
    styleSheet: (node) => new StyleSheetClass(node),
  };
}

export function loadLibrary(): Promise<Library> {
  loaded ??= load();
  return loaded;
}

export function libraryNode(
  name: string,
  attributes: LibraryNode['attributes'] = {},
  children: LibraryNode['children'] = [],
): LibraryNode {
  return { name, attributes, children };
}

function libraryValue(text: string): string | number {
  if (text === 'true') return 1;
  if (text === 'false') return 0;
  const number = Number(text);
  return String(number) === text ? number : text;
}

/** Our element in the library's shape: local names, numbers as numbers. */
export function toLibrary(element: XmlElement): LibraryNode {
  const attributes: LibraryNode['attributes'] = {};
  for (const [name, value] of element.attributes) attributes[name] = libraryValue(value);
  const children: LibraryNode['children'] = [];
  for (const part of element.children) if (typeof part !== 'string') children.push(toLibrary(part));
  return libraryNode(element.local, attributes, children);
}
