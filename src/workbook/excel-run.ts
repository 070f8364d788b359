/** `Excel.run`, or what stands for it in a test. */
type Run = typeof Excel.run;

/**
 * Runs jobs on the workbook. Who is typing in a cell is told at once, before anything is begun; from
 * then on Excel lets a request wait until the typing has ended, so that a cell that is opened in the
 * middle of a write doesn't break it off. An Excel that doesn't know the option refuses as before.
 */
export function jobs(run: Run) {
  return async <T>(job: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    await run(async (context) => {
      context.workbook.application.load('calculationMode');
      await context.sync();
    });
    return run({ delayForCellEdit: true }, job);
  };
}
