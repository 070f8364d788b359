/**
 * The way to xlsx-populate's classes: its sheets hold our cells, its style sheet our formats. They are
 * taken from their own files: the whole library, with a second zip and XML reader, is never loaded.
 */
import type { LibraryNode, LibrarySheet, LibraryStyleSheet } from 'xlsx-populate';
import SheetClass from 'xlsx-populate/lib/Sheet';
import StyleSheetClass from 'xlsx-populate/lib/StyleSheet';
import type { XmlElement } from './xml';

/** A sheet of the library over nodes that we made ourselves. */
export function librarySheet(node: LibraryNode): LibrarySheet {
  // Its workbook would be asked for the strings of cells that it parses: it parses none.
  return new SheetClass(null, libraryNode('sheet'), node);
}

export function libraryStyleSheet(node: LibraryNode): LibraryStyleSheet {
  return new StyleSheetClass(node);
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
