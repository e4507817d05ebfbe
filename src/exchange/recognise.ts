import { kindOfJson } from './json-kind.ts';
import type { Encoding, Kind } from './kinds.ts';
import { kindOfText } from './text-kind.ts';
import { textOf } from './text-of.ts';
import { kindOfZip } from './zip-kind.ts';

/** How many bytes of a file are looked at; what is read of a larger one is its beginning. */
export const RECOGNISE_BYTES = 8 * 1024 * 1024;

/** What a file is and, where it is text, how its letters are written. */
export type Recognised = { kind: Kind; encoding?: Encoding };

/** The first bytes of files that are no text; `at` is where they stand. */
const MAGIC: { kind: Kind; at?: number; bytes: string }[] = [
  { kind: 'gzip', bytes: '1f8b' },
  { kind: 'old-office', bytes: 'd0cf11e0a1b11ae1' },
  { kind: 'image', bytes: '89504e470d0a1a0a' },
  { kind: 'image', bytes: 'ffd8ff' },
  { kind: 'image', bytes: '474946383761' },
  { kind: 'image', bytes: '474946383961' },
  { kind: 'image', at: 8, bytes: '57454250' },
  { kind: 'image', bytes: '49492a00' },
  { kind: 'image', bytes: '4d4d002a' },
  { kind: 'image', at: 4, bytes: '6674797068656963' },
];

/** Rich text and files of settings (`[section]`) begin as JSON does. */
const NO_JSON = /^\s*(?:\{\\rtf|\[(?!(?:true|false|null)\])[A-Za-z][\w .:-]*\]\s*(?:[\r\n]|$))/;

/**
 * What a file is, by its content; the ending of its name decides only between kinds of plain text. Takes time and memory
 * in proportion to the bytes, of which at most RECOGNISE_BYTES are looked at.
 */
export function recognise(all: Uint8Array, name: string): Recognised {
  const bytes = all.subarray(0, RECOGNISE_BYTES);
  if (bytes.length === 0) return { kind: 'empty' };
  const start = hex(bytes.subarray(0, 16));
  const magic = MAGIC.find(one => start.startsWith(one.bytes, (one.at ?? 0) * 2));
  if (magic) return { kind: magic.kind };
  if (start.startsWith('504b0304')) return { kind: kindOfZip(bytes) };
  if (start.startsWith('504b0506')) return { kind: 'zip' };
  if (String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'pdf' };
  const decoded = textOf(bytes, bytes.length === all.length);
  if (!decoded) return { kind: 'binary' };
  const { encoding } = decoded;
  const text = decoded.text.replace(/^\ufeff/, '');
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) return { kind: 'empty', encoding };
  const json = (first === '{' || first === '[') && !NO_JSON.test(text) ? kindOfJson(text) : undefined;
  return { kind: json ?? kindOfText(text, name), encoding };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
