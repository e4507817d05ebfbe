import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edited, NoteRef } from '../../session/edited.ts';
import { TEXT_LIMIT } from '../../session/text/text-area.ts';

/**
 * A note that an editor works on, in a folder of its own. `before` are the texts that it stands for: what was stored, and
 * what was in the field.
 */
export type Loan = { folder: string; path: string; note: NoteRef; before: string[] };

/** What lies in the folder: the text, or why it cannot be taken. */
export type Found = { text: string } | { refused: 'encoding' | 'limit'; length: number };

const NOTE = 'note.md';
const ABOUT = 'about.json';
/** Where editors put a text that they could not save when they were ended: nano and Emacs. */
const RESCUED = ['note.md.save', '#note.md#'];

/** The folder of the loans in a data directory. */
const loansOf = (home: string): string => join(home, 'editing');

/**
 * Lays a text out for an editor, in the data directory, where the next start finds it; elsewhere if that cannot be written,
 * or without one. Throws the error of the file system.
 */
export function lend(home: string | undefined, note: NoteRef, before: string[], text: string): Loan {
  const folder = newFolder(home);
  const loan = { folder, path: join(folder, NOTE), note, before };
  writeFileSync(loan.path, text, { mode: 0o600 });
  keepAbout(loan);
  return loan;
}

function newFolder(home: string | undefined): string {
  if (home !== undefined) {
    try {
      mkdirSync(loansOf(home), { recursive: true, mode: 0o700 });
      return mkdtempSync(join(loansOf(home), 'note-'));
    } catch {
      // Read-only or full: what is written will not be saved either, but it can be copied from the editor.
    }
  }
  return mkdtempSync(join(tmpdir(), 'tenken-note-'));
}

/** The same loan for another text; its file is left as it is. */
export function lentAs(loan: Loan, before: string[]): Loan {
  const next = { ...loan, before };
  keepAbout(next);
  return next;
}

function keepAbout({ folder, note, before }: Loan): void {
  writeFileSync(join(folder, ABOUT), JSON.stringify({ pid: process.pid, note, before }), { mode: 0o600 });
}

/** What is in the file now, or in one beside it that an editor rescued later. Throws the error of the file system. */
export function found({ folder, path }: Loan): Found {
  const written = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const rescued = RESCUED.map(name => join(folder, name)).filter(file => written(file) > written(path));
  const bytes = readFileSync(rescued[0] ?? path);
  const text = decoded(bytes);
  if (text === undefined) return { refused: 'encoding', length: bytes.length };
  return text.length > TEXT_LIMIT ? { refused: 'limit', length: text.length } : { text };
}

/** The text of a loan, if it can be taken. */
export function textOf(loan: Loan): Edited | undefined {
  try {
    const read = found(loan);
    return 'text' in read ? { note: loan.note, before: loan.before, text: read.text } : undefined;
  } catch {
    return undefined;
  }
}

/** Text as an editor wrote it, without its last line break; undefined where it is no UTF-8. */
function decoded(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 of ASCII is valid UTF-8 with a NUL after each letter.
    return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  } catch {
    return undefined;
  }
}

/** Removes the folder. */
export function giveBack({ folder }: Loan): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The loans of processes that are gone. */
export function leftLoans(home: string, isAlive: (pid: number) => boolean): Loan[] {
  return namesIn(loansOf(home)).flatMap(name => {
    const folder = join(loansOf(home), name);
    try {
      const { pid, note, before } = JSON.parse(readFileSync(join(folder, ABOUT), 'utf8')) as Loan & { pid: number };
      // A process that has just started has lent nothing: in a container its pid is often that of the one before.
      if (pid !== process.pid && isAlive(pid)) return [];
      return [{ folder, path: join(folder, NOTE), note, before }];
    } catch {
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
