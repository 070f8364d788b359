/**
 * What one round trip may carry. Excel on the web refuses more than 5 MB each way; desktop Excel
 * restarts an add-in that holds its thread for 5 seconds. Half of that leaves room for overheads.
 */
export const CELLS_PER_READ = 200_000;
export const BYTES_PER_WRITE = 2_500_000;
export const BYTES_PER_READ = 2_500_000;
/** Of a sheet with more cells the first rows are read before it is read: it may be a dossier log. */
export const LONG_SHEET_CELLS = 50_000;
