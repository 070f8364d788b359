/**
 * The way to xlsx-populate's style sheet, which holds our formats. It is taken from its own file: the
 * whole library, with a second zip and XML reader, is never loaded.
 */
import type { LibraryNode, LibraryStyleSheet } from 'xlsx-populate';
import StyleSheetClass from 'xlsx-populate/lib/StyleSheet';
import type { XmlElement } from './xml';

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
