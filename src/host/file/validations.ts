/** Rules on what cells may hold: the element `dataValidations` of a sheet. */
import type { Rect, ValidatedArea, Validation } from '../model';
import { formatRect, parseRect, without } from './address';
import { ensureChild, sheetChild, type SheetPart } from './sheet-part';
import type { XmlElement } from './xml';
import {
  child,
  create,
  elements,
  insert,
  isTrue,
  remove,
  setAttribute,
  setText,
  textOf,
} from './xml-edit';

const LIST = 'dataValidations';

const rules = (sheet: SheetPart): XmlElement[] =>
  elements(sheetChild(sheet, LIST), 'dataValidation');

function rectsOf(element: XmlElement): Rect[] {
  const places = (element.attributes.get('sqref') ?? '').split(/\s+/);
  return places.flatMap((place) => parseRect(place) ?? []);
}

const placesOf = (rects: readonly Rect[]): string =>
  rects.map((rect) => formatRect(rect)).join(' ');

/** The rules of a sheet; those that only newer versions know (`extLst`) are not told. */
export function readValidations(sheet: SheetPart): ValidatedArea[] {
  return rules(sheet).map((element) => ({
    rects: rectsOf(element),
    validation: readValidation(element),
  }));
}

function readValidation(element: XmlElement): Validation {
  const { attributes } = element;
  const formula = (local: string): string | null => {
    const found = child(element, local);
    return found ? textOf(found) : null;
  };
  const text = (name: string): string => attributes.get(name) ?? '';
  return {
    type: attributes.get('type') ?? 'none',
    operator: attributes.get('operator') ?? 'between',
    formula1: formula('formula1'),
    formula2: formula('formula2'),
    ignoreBlanks: isTrue(attributes.get('allowBlank')),
    // The format says the opposite of its attribute's name.
    dropDown: !isTrue(attributes.get('showDropDown')),
    prompt: {
      shown: isTrue(attributes.get('showInputMessage')),
      title: text('promptTitle'),
      message: text('prompt'),
    },
    alert: {
      shown: isTrue(attributes.get('showErrorMessage')),
      style: attributes.get('errorStyle') ?? 'stop',
      title: text('errorTitle'),
      message: text('error'),
    },
  };
}

/** Gives the cells of a rectangle a rule, or none; other cells keep theirs. */
export function setValidation(sheet: SheetPart, rect: Rect, validation: Validation | null): void {
  const place = formatRect(rect);
  const same = rules(sheet).find((element) => placesOf(rectsOf(element)) === place);
  if (same && validation) {
    write(sheet, same, validation);
    return;
  }
  for (const element of rules(sheet)) takeFrom(sheet, element, rect);
  if (validation) {
    const list = ensureChild(sheet, LIST);
    const element = insert(list, create(list, 'dataValidation'));
    write(sheet, element, validation);
    setAttribute(element, 'sqref', place);
  }
  const list = sheetChild(sheet, LIST);
  if (!list) return;
  const { length } = elements(list);
  if (length === 0) remove(sheet.document, list);
  else setAttribute(list, 'count', String(length));
}

/** Takes a rule away from the cells of a rectangle. */
function takeFrom(sheet: SheetPart, element: XmlElement, rect: Rect): void {
  const rects = rectsOf(element);
  const left = rects.flatMap((each) => without(each, rect));
  if (placesOf(left) === placesOf(rects)) return;
  if (left.length > 0) {
    setAttribute(element, 'sqref', placesOf(left));
    return;
  }
  for (const formula of elements(element)) remove(sheet.document, formula);
  remove(sheet.document, element);
}

function write(sheet: SheetPart, element: XmlElement, validation: Validation): void {
  const { type, operator, ignoreBlanks, dropDown, prompt, alert } = validation;
  const values: Readonly<Record<string, string | null>> = {
    type: type === 'none' ? null : type,
    errorStyle: alert.style === 'stop' ? null : alert.style,
    operator: operator === 'between' ? null : operator,
    allowBlank: ignoreBlanks ? '1' : null,
    showDropDown: dropDown ? null : '1',
    showInputMessage: prompt.shown ? '1' : null,
    showErrorMessage: alert.shown ? '1' : null,
    errorTitle: alert.title || null,
    error: alert.message || null,
    promptTitle: prompt.title || null,
    prompt: prompt.message || null,
  };
  for (const [name, value] of Object.entries(values)) setAttribute(element, name, value);
  for (const local of ['formula1', 'formula2'] as const) {
    const formula = validation[local];
    const found = child(element, local);
    if (formula === null) {
      if (found) remove(sheet.document, found);
    } else {
      const before = local === 'formula1' ? child(element, 'formula2') : undefined;
      setText(found ?? insert(element, create(element, local), before), formula);
    }
  }
}
