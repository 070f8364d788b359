/** Bytes of files into plain data, and back. */
export { makeSendCopy, NotAPackage, type SendCopy } from './send-copy';
