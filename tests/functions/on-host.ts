import { WorkbookHost, type CellValue, type CustomFunctions } from '../../src/host';
import type { WorkbookHostOptions } from '../../src/host';
import { startExcel } from '../../src/host/node';
import { sheetNamed, workbookOf, type Rows } from '../workbook/build';
import type { startFunctions } from './runtime';

/** The functions as the host takes them: metadata and association, nothing of the add-in's code. */
export function forHost({
  metadata,
  mappings,
}: Awaited<ReturnType<typeof startFunctions>>): CustomFunctions {
  return {
    namespace: 'HG',
    functions: metadata.functions,
    call: (id, args, invocation) =>
      mappings[id]?.(...args, { ...invocation, functionName: `HG.${id}` }),
  };
}

/** A workbook open in an Excel whose page has the functions, as the shared runtime has them. */
export async function openWith(
  functions: Awaited<ReturnType<typeof startFunctions>>,
  sheets: Readonly<Record<string, Rows>>,
  options: WorkbookHostOptions = {},
) {
  const file = await workbookOf(sheets);
  const host = new WorkbookHost(file, options);
  const excel = await startExcel(host);
  Object.assign(globalThis, { Excel: excel.Excel });
  await host.useFunctions(forHost(functions));

  /** What cells show, once all is calculated: errors as their text, empty cells as "". */
  async function shown(sheet: string, row: number, column: number, rows = 1, columns = 1) {
    await host.calculated;
    const cells = sheetNamed(file.model, sheet);
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => textOf(cells.read(row + i, column + j).value)),
    );
  }

  /** What a formula in a cell of its own shows. */
  async function evaluate(sheet: string, address: string, formula: string) {
    host.userEdits(sheet, address, [[`=${formula}`]]);
    const rect = sheetNamed(file.model, sheet);
    await host.calculated;
    const [, letter = 'A', digits = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    return textOf(rect.read(Number(digits) - 1, letter.charCodeAt(0) - 65).value);
  }

  return { file, host, excel, shown, evaluate };
}

function textOf(value: CellValue): unknown {
  if (typeof value === 'object') return value === null ? '' : value.error;
  return typeof value === 'number' ? Number(value.toFixed(9)) : value;
}
