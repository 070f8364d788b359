/**
 * What one round trip may carry. Excel on the web refuses more than 5 MB each way; desktop Excel
 * restarts an add-in that holds its thread for 5 seconds. Half of that leaves room for overheads.
 */
export const CELLS_PER_READ = 200_000;
export const BYTES_PER_WRITE = 2_500_000;

/**
 * With more units the sheet "Kiểm chứng" is made only where the user asks for it: its ranks take a
 * spreadsheet time that grows with the square of the units.
 */
export const UNITS_TO_CHECK = 2000;
