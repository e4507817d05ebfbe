import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { MEASURING, ownWidthInTests } from '../scripts/own-width.mjs';

/** Tests that run the real program in a terminal. They come last and one file at a time: they need the processor. */
const terminalTests = ['test/pty/**/*.test.ts', 'test/scenarios/**/*.test.ts'];
const installed = '**/node_modules/**';
const ours = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const globalSetup = ours('support/build-once.ts');

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [ownWidthInTests],
        test: {
          name: 'unit',
          server: { deps: { inline: [...MEASURING] } },
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...terminalTests, installed],
          globalSetup,
          setupFiles: [ours('support/seed.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'terminal',
          include: terminalTests,
          exclude: [installed],
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
