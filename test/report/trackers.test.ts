import { parse as parseCsv } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import type { Target } from '../../src/report/formats/targets.ts';
import { trackerFiles } from '../../src/report/formats/trackers.ts';
import { assessment, model } from './support.ts';

const NOTE = '対象は <bucket-name> バケット。*.example.com と prod_*_db。#12 と @aoki に聞く。';

/** The row of an action that somebody wrote about. */
function rowOf(target: Target, answer: Answer, tell?: (cut: { n: number; most: number }) => void) {
  const base = assessment();
  const answers = { 'BAR-001': { status: 'not-met' as const, ...answer } };
  const of = model({ assessment: { ...base, answers } });
  const [file] = trackerFiles(of, 'ja', target, undefined, tell);
  const [row = {}] = parseCsv(file?.content ?? '', { bom: true, columns: true }) as Record<string, string>[];
  return { row, action: of.plan.waves.flatMap(({ actions }) => actions)[0] };
}

const bodyOf = (target: Target, note: string): string => {
  const { row } = rowOf(target, { note });
  return row['body'] ?? row['Description'] ?? row['詳細'] ?? '';
};

/** The words and the kinds of nodes as GitHub reads them. */
function asMarkdown(text: string): { words: string; kinds: string[] } {
  const kinds = new Set<string>();
  const words: string[] = [];
  const visit = (node: { type: string; value?: string; children?: unknown[] }): void => {
    kinds.add(node.type);
    if (node.type === 'text') words.push(node.value ?? '');
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return { words: words.join(''), kinds: [...kinds].sort() };
}

describe('github', () => {
  test('the words of a note are all there, and none is markup, a mention or a reference', () => {
    const body = bodyOf('github', NOTE);
    const { words, kinds } = asMarkdown(body);
    expect(words).toContain(NOTE);
    expect(kinds).not.toContain('emphasis');
    expect(body).toContain('\\<bucket-name>');
    expect(body.replaceAll('<!-- -->', '')).not.toMatch(/[^\\]<[a-z]/);
    expect(body).not.toMatch(/(^|[^\w])@[A-Za-z]/);
    expect(body).not.toMatch(/#\d|\bGH-\d/);
  });

  test.each([
    ['GH-7 と org/repo#3', /GH-\d|#\d/],
    ['# 見出し\n- list\n1. one\n> quote', /^(> )?(#|- |> >)/m],
    ['| a | b |\n|---|---|\n| 1 | 2 |', /^\|/m],
    ['```\ncode\n```', /^(> )?```/m],
    ['![x](https://example.com/x.png)', /[^\\]!\[/],
    ['@org/team、＠aoki', /(?<![\w>])@org/],
  ])('%j stays text', (note, wrong) => {
    expect(bodyOf('github', note)).not.toMatch(wrong);
  });

  test('a list and a quote stand apart from what comes before', () => {
    const lines = bodyOf('github', NOTE).split('\n');
    expect(lines[lines.findIndex(line => line.startsWith('1. ')) - 1]).toBe('');
    expect(lines[lines.findIndex(line => line.startsWith('> ')) - 1]).toBe('');
  });

  test('a web address stays one', () => {
    expect(bodyOf('github', 'https://example.com/@user/a_b#12')).toContain('<https://example.com/@user/a_b#12>');
  });
});

describe('jira', () => {
  test.each([
    [NOTE, '対象は <bucket-name> バケット。\\*.example.com と prod\\_\\*\\_db。#12 と @aoki に聞く。'],
    ['{code}x{code} [~aoki] !x.png! |a|', '\\{code\\}x\\{code\\} \\[\\~aoki\\] \\!x.png\\! \\|a\\|'],
    ['h1. big\nbq. quote\n* list\n# one\n- two', 'h1&#46; big\nbq&#46; quote\n\\* list\n\\# one\n\\- two'],
    [
      'a -strike- b, +under+, _it_, snake_case, follow-up',
      'a \\-strike\\- b, \\+under\\+, \\_it\\_, snake_case, follow-up',
    ],
    ['(x) (/) :) 見た', '\\(x) \\(/) :\\) 見た'],
    ['https://example.com/a_b*c~d', 'https://example.com/a_b*c~d'],
  ])('%j becomes %j', (note, right) => {
    expect(bodyOf('jira', note)).toContain(right);
  });
});

describe('backlog', () => {
  test.each([
    ["''bold'' %%strike%% [[BLG-1]]", "\\''bold\\'' \\%%strike\\%% \\[\\[BLG-1\\]\\]"],
    ['{code}x{/code} &br; &color(red) #image(x)', '\\{code\\}x\\{/code\\} \\&br; \\&color(red) \\#image(x)'],
    ['* head\n- list\n+ one\n> quote\n1. n', '\\* head\n\\- list\n\\+ one\n\\> quote\n1\\. n'],
    ['<bucket-name> *.example.com prod_*_db', '\\<bucket-name> \\*.example.com prod\\_\\*\\_db'],
    ['https://demo.backlog.jp/a_b*', 'https://demo.backlog.jp/a_b*'],
  ])('%j becomes %j', (note, right) => {
    expect(bodyOf('backlog', note)).toContain(right);
  });
});

describe.each(['backlog', 'jira', 'github'] as const)('%s', target => {
  const columns = { backlog: '担当者', jira: 'Assignee', github: 'assignees' };

  test.each(['佐藤_太郎', 'O’Neill *Jr.*', '山田　花子', 'Renée <ren>', '#1 Ken', 'J. R.  R.'])(
    'the name %j is never altered',
    owner => {
      expect(rowOf(target, { owner }).row[columns[target]]).toBe(owner);
    },
  );

  test('an action that ends after its due date says so, and does not start after it', () => {
    const { row, action } = rowOf(target, { due: '2026-11-06', owner: '佐藤' });
    const [start, due] = [
      row['start'] ?? row['Start date'] ?? row['開始日'] ?? '',
      row['due'] ?? row['Due date'] ?? row['期限日'] ?? '',
    ];
    expect(due).toBe('2026-11-06');
    expect(start <= due).toBe(true);
    expect(row['body'] ?? row['Description'] ?? row['詳細']).toContain(`${action?.end}`);
  });

  test('a promised action is in the text too', () => {
    const { row } = rowOf(target, { plan: { action: 'ZZACTIONZZ' } });
    expect(row['body'] ?? row['Description'] ?? row['詳細']).toContain('ZZACTIONZZ');
  });
});

test.each([
  ['jira', 32_767],
  ['github', 65_536],
] as const)('%s takes no more than %d characters; what is cut is marked and told', (target, most) => {
  const told: { n: number; most: number }[] = [];
  const { row } = rowOf(target, { note: '長'.repeat(80_000) }, cut => told.push(cut));
  const body = row['body'] ?? row['Description'] ?? '';
  expect(body.length).toBeLessThanOrEqual(most);
  expect(body).toMatch(/…（ここで切りました。全部で 8\d{4} 文字。続きは Markdown のレポートにあります）$/);
  expect(told).toEqual([{ n: 1, most }]);
});
