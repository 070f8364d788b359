/** What bytes are that are no workbook we can read. */
import type { OpenFailure } from '../model';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Whether the text stands in the bytes as UTF-16, as names in a compound file's directory do. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((c) => [c.charCodeAt(0), 0]);
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at >= 0;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function isHtml(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, [0xff, 0xfe]);
  const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 4096));
  const start = text.trimStart().replace(/^<\?xml[^>]*\?>\s*/i, '');
  return /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(
    start,
  );
}

/** Why the bytes can't be opened; null where they are a zip. */
export function openFailureOf(bytes: Uint8Array): OpenFailure | null {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, COMPOUND_FILE)) {
    const encrypted = ['EncryptedPackage', 'EncryptionInfo'].some((n) => holdsName(bytes, n));
    return encrypted ? 'passwordProtected' : 'oldBinary';
  }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return null;
  return isHtml(bytes) ? 'html' : 'notAWorkbook';
}
