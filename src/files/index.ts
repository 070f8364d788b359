/** Bytes of files into plain data, and back. */
export { makeSendCopy, NotAPackage, type SendCopy } from './send-copy';
export { readLog } from './log/read-log';
export { JS_CODEC } from './log/codec';
export { LogError, type ByteSource, type LogCodec, type LogFault } from './log/source';
