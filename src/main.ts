#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { showPicture } from './picture/show.ts';

declare const __TENKEN_VERSION__: string;

const [word, ...more] = process.argv.slice(2);
// The most asked question needs nothing of the program, so nothing of it is loaded.
if (more.length === 0 && (word === '--version' || word === '-V')) process.stdout.write(`${__TENKEN_VERSION__}\n`);
else {
  // Newer versions of Node keep what they compiled; that cache holds code of this program only.
  (nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.();
  const now = (): Date => (process.env['TENKEN_NOW'] ? new Date(process.env['TENKEN_NOW']) : new Date());
  const picture = showPicture(process, __TENKEN_VERSION__, now());
  await (await import('./boot.ts')).boot(import.meta.url, __TENKEN_VERSION__, now, picture);
}
