import { inflateRawSync } from 'node:zlib';
import { LANGS, translator } from '../i18n/index.ts';
import type { Kind } from './kinds.ts';

/** No workbook has as many parts before the one that names its sheets. */
const MAX_ENTRIES = 2_000;
/** The part that names the sheets has a few kilobytes; more is a bomb, or nothing that helps to tell what it is. */
const MAX_PART = 1024 * 1024;

type Entry = { name: string; method: number; data: Uint8Array };

/** What a zip file is: an office document by its parts, a workbook by the names of its sheets, else `zip`. */
export function kindOfZip(bytes: Uint8Array): Kind {
  const entries = entriesOf(bytes);
  const [first] = entries;
  if (first?.name === 'mimetype' && latin(first.data.subarray(0, 60)).includes('opendocument')) return 'open-document';
  const names = new Set(entries.map(one => one.name));
  const has = (start: string): boolean => entries.some(one => one.name.startsWith(start));
  const workbook = entries.find(one => /^xl\/workbook\.(?:xml|bin)$/.test(one.name));
  if (workbook) return kindOfSheets(sheetNames(workbook));
  if (names.has('[Content_Types].xml')) {
    if (has('xl/')) return 'excel';
    if (has('word/')) return 'word';
    if (has('ppt/')) return 'powerpoint';
  }
  return 'zip';
}

function kindOfSheets(names: string[]): Kind {
  if (names.some(name => /\bFTR Requirements\b/i.test(name))) return 'ftr-workbook';
  const isPart = (name: string): boolean =>
    /\b(?:prerequisites|technical validation|practice req|common practice|cust(?:omer)? (?:example|reference))/i.test(
      name,
    );
  if (names.some(isPart)) return 'programme-workbook';
  const isOwn = LANGS.map(translator).some(t =>
    [t('sheet.cover'), t('sheet.answers')].every(word => names.some(name => name.includes(word))),
  );
  return isOwn ? 'own-report' : 'excel';
}

function sheetNames({ name, method, data }: Entry): string[] {
  if (!name.endsWith('.xml')) return [];
  const xml = method === 8 ? inflated(data) : latinOrUtf8(data.subarray(0, MAX_PART));
  return (xml.match(/<(?:\w{1,20}:)?sheet\s[^<>]*/g) ?? []).map(tag =>
    unescaped(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''),
  );
}

/** The text of a compressed part; nothing where it is damaged or far larger than it should be. */
function inflated(data: Uint8Array): string {
  try {
    return latinOrUtf8(inflateRawSync(data, { maxOutputLength: MAX_PART }));
  } catch {
    return '';
  }
}

/** The entries by the headers before each of them, so that the beginning of a large file is enough. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Entry[] = [];
  let at = buffer.indexOf(SIGNATURE);
  while (at !== -1 && at + 30 <= buffer.length && found.length < MAX_ENTRIES) {
    const next = buffer.indexOf(SIGNATURE, at + 4);
    const length = buffer.readUInt16LE(at + 26);
    const begin = at + 30 + length + buffer.readUInt16LE(at + 28);
    const name = latinOrUtf8(buffer.subarray(at + 30, at + 30 + length)).replaceAll('\\', '/');
    // The size is not always known before the data; what comes after the end of compressed data is not looked at.
    found.push({
      name,
      method: buffer.readUInt16LE(at + 8),
      data: buffer.subarray(begin, next === -1 ? undefined : next),
    });
    at = next;
  }
  return found;
}

const SIGNATURE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function latinOrUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
