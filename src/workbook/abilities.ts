/** What this Excel can do beyond ExcelApi 1.7, which the whole job needs. */
export interface Abilities {
  /** Page set-up and hidden gridlines (ExcelApi 1.9). */
  readonly pageLayout: boolean;
  /** Links of many cells, and heights of many rows, in one call (ExcelApi 1.9). */
  readonly cellProperties: boolean;
  /** Rules and notes on input cells (ExcelApi 1.8). */
  readonly dataValidation: boolean;
  /** Tells which cells are merged (ExcelApi 1.13). */
  readonly mergedAreas: boolean;
  /** A chart on the sheet of districts (ExcelApi 1.7), where the saved workbook keeps it. */
  readonly charts: boolean;
  /** Where cells lie in points (ExcelApi 1.10): tells whether the user moved the chart. */
  readonly rangePlaces: boolean;
}

/** The abilities of the Excel that this page runs in; only after `Office.onReady`. */
export function abilitiesOfExcel(): Abilities {
  const { requirements } = Office.context;
  return {
    pageLayout: requirements.isSetSupported('ExcelApi', '1.9'),
    cellProperties: requirements.isSetSupported('ExcelApi', '1.9'),
    mergedAreas: requirements.isSetSupported('ExcelApi', '1.13'),
    charts: requirements.isSetSupported('ExcelApi', '1.7'),
    rangePlaces: requirements.isSetSupported('ExcelApi', '1.10'),
    dataValidation: requirements.isSetSupported('ExcelApi', '1.8'),
  };
}
