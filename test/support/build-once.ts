import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyPatches } from '../../scripts/patches.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The bundled program that tests run. */
    program: string;
  }
}

let copy: string | undefined;

/**
 * Builds the program once for all tests and copies it away from its sources, where it must do without `node_modules`
 * and where a build in the meantime does not pull it from under a test. `TENKEN_DIST` names a build to use instead.
 */
export function setup({ provide }: TestProject): () => void {
  copy ??= buildAndCopy();
  provide('program', join(copy, 'tenken.mjs'));
  return () => {
    if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
    copy = undefined;
  };
}

function buildAndCopy(): string {
  applyPatches('.');
  const given = process.env['TENKEN_DIST'];
  if (!given) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'tenken-dist-'));
  cpSync(given ? resolve(given) : 'dist', folder, { recursive: true });
  return folder;
}
