#!/usr/bin/env node
export {};

declare const __TENKEN_VERSION__: string;

const [word, ...more] = process.argv.slice(2);
// The most asked question needs nothing of the program, so nothing of it is loaded.
if (more.length === 0 && (word === '--version' || word === '-V')) process.stdout.write(`${__TENKEN_VERSION__}\n`);
else await (await import('./boot.ts')).boot(import.meta.url, __TENKEN_VERSION__);
