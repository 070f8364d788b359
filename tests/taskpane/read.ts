import type { WorkbookFile } from '../../src/host';
import { sheetNamed, valueAt } from '../workbook/build';

export function sheetNames({ model }: WorkbookFile): string[] {
  return model.sheets.map(({ name }) => name);
}

export function cellAt({ model }: WorkbookFile, sheet: string, address: string) {
  return valueAt(sheetNamed(model, sheet), address);
}
