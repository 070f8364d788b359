/** A write failed. The workbook is as it was before, or `lost` says which areas may not be. */
export class WriteFailed extends Error {
  constructor(
    override readonly cause: unknown,
    readonly lost: readonly string[],
  ) {
    super(
      `Writing failed${lost.length > 0 ? ` and could not be taken back: ${lost.join(', ')}` : ''}`,
    );
    this.name = 'WriteFailed';
  }
}
