import type { Encoding } from './kinds.ts';

/** The text of a file, and how it was written; undefined where the bytes are no text. */
export type Decoded = { text: string; encoding: Encoding };

/** Control characters that no text file holds; the others are line breaks, tabs, form feed and escape. */
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text in the bytes of a file: UTF-8, UTF-16 (what `>` of Windows PowerShell 5 writes) or Shift_JIS, without a byte order
 * mark. `whole` is false for the beginning of a longer file, whose last character may be cut in two.
 */
export function textOf(bytes: Uint8Array, whole = true): Decoded | undefined {
  const wide = wideOf(bytes);
  if (wide) {
    const text = decoded(wide, bytes, whole);
    return text === undefined || CONTROL.test(text) ? undefined : { text, encoding: 'utf-16' };
  }
  const utf8 = decoded('utf-8', bytes, whole);
  if (utf8 !== undefined) return CONTROL.test(utf8) ? undefined : { text: utf8, encoding: 'utf-8' };
  const text = decoded('shift_jis', bytes, whole);
  return text === undefined || CONTROL.test(text) || !JAPANESE.test(text) ? undefined : { text, encoding: 'shift-jis' };
}

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/;

function decoded(label: string, bytes: Uint8Array, whole: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}

/** Which UTF-16 it is: by its mark, or by every other byte of its beginning being 0, as it is for Latin letters. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 64);
  if (head.length < 4 || head.length % 2 === 1) return undefined;
  const zeros = [0, 1].map(odd => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const most = head.length / 2;
  if (zeros[1] === most && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] === most && zeros[1] === 0) return 'utf-16be';
  return undefined;
}
