/** A dossier log's rows, whoever reads them: headings, days, units, and the digest of them all. */
export * from './days';
export { readHeadings, type LogColumn, type LogColumns } from './headings';
export { grown, Interner, type CellValue } from './interner';
export * from './log-error';
export * from './log-rows';
export { NO_UNIT, UnitMatcher } from './match-units';
export * from './row-sink';
