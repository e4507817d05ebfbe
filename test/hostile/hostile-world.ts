import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Sandbox } from '../cli/support/cli.ts';
import { SMALL_LIST } from '../support/small-list.ts';

/** Gives words in turn, beginning at one of them. */
export function inTurn(words: readonly string[], start = 0): () => string {
  let at = start;
  return () => words[at++ % words.length] ?? '';
}

/** The list of a third party with words from `next` behind every text in it, as YAML. */
export function hostileList(next: () => string): string {
  const text = (line: string) =>
    line.replace(/^(\s*(?:ja|en|publisher): )(.*)$/, (_, key, said) => `${key}${quoted(said + next())}`);
  return SMALL_LIST.split('\n').map(text).join('\n');
}

/** JSON is YAML, but for what it may leave unescaped. */
const quoted = (text: string) =>
  JSON.stringify(text.toWellFormed()).replace(/[\u007f-\u{10ffff}]/gu, sign => {
    const code = sign.codePointAt(0) ?? 0;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });

/** Answers whose every text comes from `next`. */
export function hostileAnswers(next: () => string): object {
  const evidence = [{ id: 'e1', what: `x${next()}`, where: `y${next()}`, owner: next(), date: '2026-01-01' }];
  const said = () => ({ note: `n${next()}`, owner: `o${next()}`, decision: `d${next()}`, evidence, due: '2026-11-01' });
  return {
    'OWN-001': {
      ...said(),
      owner: undefined,
      status: 'partly',
      plan: { progress: 'accepted', action: `a${next()}`, reason: `r${next()}`, role: next(), until: '2027-01-01' },
      dissent: [{ name: `p${next()}`, reason: next() }],
      votes: { [`v${next()}`]: { status: 'met', note: next() } },
      differs: { owner: [{ value: `f${next()}`, by: [`g${next()}`] }, { value: `h${next()}` }] },
      by: { note: [`i${next()}`] },
    },
    'OWN-002': { ...said(), status: 'not-applicable', reason: { code: 'OTHER', text: `t${next()}` } },
    [`gone${next()}`]: { status: 'met', note: next() },
  };
}

const AT = '2026-11-01T01:00:00.000Z';

/** A workshop, what was parked in it, and who took part, all named from `next`. */
export function hostileMeeting(next: () => string): object {
  const name = `p${next()}`;
  const plan = ['OWN-001', 'OWN-002'];
  const items = { 'OWN-001': { seconds: 60, settledAt: AT } };
  const times = { startedAt: AT, endedAt: '2026-11-01T02:00:00.000Z', minutes: 60, pace: 120, seconds: 3600 };
  return {
    participants: [{ name, role: 'technical' }],
    parking: [{ id: 'p1', text: `k${next()}`, item: 'OWN-001', at: AT }],
    workshops: [{ id: 'w1', kind: 'workshop', agenda: 'all', present: [name, `q${next()}`], plan, items, ...times }],
  };
}

/** An assessment of a hostile list whose file holds hostile answers; gives its id and what was said at the start. */
export async function hostileAssessment(box: Sandbox, next: () => string): Promise<{ id: string; told: string }> {
  writeFileSync(join(box.cwd, 'list.yaml'), hostileList(next));
  const started = await box.tenken(['start', './list.yaml', '--name', 'Shop', '--no-open', '--json']);
  expect(started.code, started.stderr).toBe(0);
  const { id } = JSON.parse(started.stdout) as { id: string };
  const path = join(box.home, 'assessments', `${id}.json`);
  const before = JSON.parse(readFileSync(path, 'utf8')) as object;
  const more = {
    name: `Shop${next()}`,
    author: `w${next()}`,
    answers: hostileAnswers(next),
    ...hostileMeeting(next),
    milestones: [{ id: 'm1', name: `m${next()}`, at: AT, version: 'v1', items: { 'OWN-001': { status: 'met' } } }],
    retired: [{ item: 'OLD', version: `v${next()}`, title: { ja: next(), en: next() }, answer: { note: next() } }],
    differs: { name: [{ value: `a${next()}`, by: [next()] }, { value: `b${next()}` }] },
  };
  writeFileSync(path, JSON.stringify({ ...before, ...more }));
  return { id, told: started.stderr };
}

/** Characters that no output of ours has: controls but tab and line feed, bidi, zero width. Escape sequences begin with one of them. */
export const HIDDEN =
  /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]|\p{Bidi_Control}|[\u200b\u2060\ufeff\u00ad]/u;
