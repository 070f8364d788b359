/** Where a figure stands: plain words, so that the rules need not know any workbook. */
export interface Place {
  readonly sheet: string;
  /** A1 notation without the sheet, such as `D12`. */
  readonly address: string;
  /** The other file that it stands in; left out for the workbook that is scored. */
  readonly file?: string;
}
