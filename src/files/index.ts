/** Bytes of files into plain data, and back. */
export { makeSendCopy, NotAPackage, type SendCopy } from './send-copy';
export { readLog, readLogSheets } from './log/read-log';
export { JS_CODEC, pageCodec } from './log/codec';
export { asGzip } from './log/checksum';
export type { ByteSource, Expected, LogCodec } from './log/source';
export { readTables } from './tables/read-tables';
export { TableFileError, type FileSheet, type TableFileFault } from './tables/table-file';
