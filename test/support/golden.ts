import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const FOLDER = new URL('../golden/scenarios/', import.meta.url).pathname;

/** Compares a text with a golden file; `UPDATE_GOLDEN=1` writes the file instead. */
export function expectGolden(text: string, name: string): void {
  const path = join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path)) throw new Error(`there is no golden file ${path}; UPDATE_GOLDEN=1 writes it`);
  expect(text, `${name} differs; UPDATE_GOLDEN=1 writes it anew`).toBe(readFileSync(path, 'utf8'));
}
