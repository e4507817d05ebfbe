import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);
const measured = [...readFileSync('bench/README.md', 'utf8').matchAll(/(\d+(?:\.\d+)?) (?:ms|MiB|bytes)/g)];
const known = new Set(measured.map(([, figure]) => String(Math.round(Number(figure)))));

/** The rows of the table below a heading, as cells. */
function rowsBelow(file: string, heading: string): string[][] {
  const [, text = ''] = readFileSync(file, 'utf8').split(`\n## ${heading}\n`);
  const [section = ''] = text.split('\n## ');
  return section
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(line => line.slice(2, -2).split(' | '));
}

describe.each([
  ['README.md', 'Promises', 'Figures'],
  ['README.ja.md', '約束', '測定値'],
])('%s', (file, promises, figures) => {
  test('each figure is one that the measurements print', () => {
    const rows = rowsBelow(file, figures);
    expect(rows.length).toBeGreaterThan(5);
    const numbers = rows.flatMap(([what = '', figure = '']) => [
      figure,
      ...(/[（(].*?(\d+)[)）]$/.exec(what)?.slice(1) ?? []),
    ]);
    expect(numbers.filter(number => !known.has(number.replaceAll(',', '')))).toEqual([]);
  });

  test('each promise names a command that there is, and what it printed', () => {
    const rows = rowsBelow(file, promises);
    expect(rows.length).toBeGreaterThan(8);
    for (const [, printed, by = ''] of rows) {
      expect(printed).toMatch(/\d/);
      expect(scripts).toContain(/^`npm run ([a-z:]+)`$/.exec(by)?.[1]);
    }
  });
});

test('both languages promise the same', () => {
  const numbersOf = (file: string, heading: string) =>
    rowsBelow(file, heading).map(([, printed = '', by = '']) => [...(printed.match(/\d[\d,]*/g) ?? []), by].sort());
  expect(numbersOf('README.ja.md', '約束')).toEqual(numbersOf('README.md', 'Promises'));
});
