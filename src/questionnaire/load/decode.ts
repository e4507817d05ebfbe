/**
 * The text of a UTF-8 file without its byte order mark; where it is no UTF-8 (Shift_JIS, UTF-16), the place of the first
 * byte that does not fit. Lines and columns count from 1, columns in characters.
 */
export function decode(bytes: Uint8Array): { text: string } | { line: number; col: number } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const lines = before.slice(0, firstWrong(bytes, before)).split('\n');
    return { line: lines.length, col: (lines.at(-1)?.length ?? 0) + 1 };
  }
}

/** The index in `text`, decoded leniently, of the first replacement character that does not stand in the bytes. */
function firstWrong(bytes: Uint8Array, text: string): number {
  const encoder = new TextEncoder();
  let offset = 0;
  let index = 0;
  for (const char of text) {
    const expected = encoder.encode(char);
    if (!expected.every((byte, at) => bytes[offset + at] === byte)) return index;
    offset += expected.length;
    index += char.length;
  }
  return index;
}
