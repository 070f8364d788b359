/** Follows a sheet's new name through the formulas of another sheet. */
import { renameSheetIn } from './formulas';
import { sheetChild, type SheetPart } from './sheet-part';
import type { XmlElement } from './xml';
import { elements, setAttribute, setText, textOf } from './xml-edit';

function renameText(element: XmlElement, from: string, to: string): void {
  const formula = textOf(element);
  const renamed = renameSheetIn(formula, from, to);
  if (renamed !== formula) setText(element, renamed);
}

/** Cells, conditional formats, validations and links; charts keep what they say. */
export function renameReferences(sheet: SheetPart, from: string, to: string): void {
  sheet.cells.renameSheet(from, to);
  const { root } = sheet.document;
  for (const format of elements(root, 'conditionalFormatting')) {
    for (const rule of elements(format, 'cfRule')) {
      for (const formula of elements(rule, 'formula')) renameText(formula, from, to);
    }
  }
  for (const validation of elements(sheetChild(sheet, 'dataValidations'), 'dataValidation')) {
    for (const formula of elements(validation)) renameText(formula, from, to);
  }
  for (const link of elements(sheetChild(sheet, 'hyperlinks'), 'hyperlink')) {
    const location = link.attributes.get('location');
    if (location?.includes('!')) setAttribute(link, 'location', renameSheetIn(location, from, to));
  }
}
