import { expect } from 'vitest';
import type { Problem } from '../../src/questionnaire/lint/problem.ts';
import { loadFile } from '../../src/questionnaire/load/load-file.ts';

const points = (name: string, n: number): string =>
  [
    `        ${name}:`,
    ...['ja', 'en'].flatMap(lang => [
      `          ${lang}:`,
      ...Array.from({ length: n }, (_, at) =>
        `            - ${lang === 'ja' ? '点' : 'point '}${'abcdefg'[at] ?? ''}`.replace('点', '点 '),
      ),
    ]),
  ].join('\n');

const item = (id: string): string => `      - id: ${id}
        risk: high
        effort: low
        retrofit: easy
        impact: low
        who: [technical]
        gate: s3
        related: [ONE-1]
        title:
          ja: 題名
          en: Title
        ask:
          ja: 守られていますか。
          en: Is it kept?
        checks:
          any:
            - id: first
              text:
                ja: 一つ目
                en: The first
            - all:
                - id: second
                  text:
                    ja: 二つ目
                    en: The second
        values:
          - id: rto
            kind: duration
            label:
              ja: 目標
              en: Target
            maxHours: 24
        why:
          ja: 困ります。
          en: It hurts.
${points('good', 2)}
${points('evidence', 2)}
${points('pitfalls', 2)}
${points('steps', 3)}
${points('reviewer', 1)}`;

/** A whole questionnaire of two items in one file, with nothing to find fault with. */
export const LIST = `id: house-list
version: "1"
label:
  ja: 第 1 版
  en: Version 1
title:
  ja: 社内の一覧
  en: House list
publisher: Nobody
released: 2026-02
passRule: all-applicable-met
officialList:
  where:
    ja: どこにもありません。
    en: Nowhere.
  url: https://example.com/list
gates:
  - id: s3
    ask:
      ja: 使っていますか。
      en: Do you use it?
    off:
      ja: 使いません。
      en: It is not used.
sections:
  - id: all
    title:
      ja: すべて
      en: All
    items:
${item('ONE-1')}
${item('TWO-2')}
`;

/** The file with one line changed; `wanted` is where `new` stands, or the line that `line` names. */
export function changed(from: string | RegExp, to: string, text: string = LIST): string {
  const after = text.replace(from, to);
  expect(after, `${from} is not in the file`).not.toBe(text);
  return after;
}

/** Where a piece of text first stands, as `line:col`. */
export function placeOf(piece: string, text: string, nth = 0): string {
  let index = -1;
  for (let count = 0; count <= nth; count += 1) index = text.indexOf(piece, index + 1);
  expect(index, `${piece} is not in the file`).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

export const lines = (problems: Problem[]): string[] => problems.map(({ line, col, rule }) => `${line}:${col} ${rule}`);

/** The problems of a file as `line:col rule`. */
export const problemsOf = (text: string): string[] => lines(loadFile('list.yaml', text).problems);
