import { test } from 'vitest';
import { App } from './app.ts';

export type Size = { columns: number; rows: number };
export const WIDE: Size = { columns: 80, rows: 24 };
export const NARROW: Size = { columns: 40, rows: 15 };

/** What the cheap scenarios run at. */
export const SIZES: Size[] = [WIDE, NARROW];

type Options = { sizes?: Size[]; langs?: readonly ('ja' | 'en')[]; timeout?: number; now?: string };

/** One story about the real program, told in both languages and at every size given (80x24 unless said otherwise). */
export function scenario(name: string, tell: (app: App) => Promise<void>, options: Options = {}): void {
  const { sizes = [WIDE], langs = ['ja', 'en'], timeout, now } = options;
  for (const lang of langs) {
    for (const size of sizes) {
      test(`${name} [${lang} ${size.columns}x${size.rows}]`, timeout === undefined ? {} : { timeout }, async () => {
        await tell(new App({ lang, ...size, ...(now && { now }) }));
      });
    }
  }
}
