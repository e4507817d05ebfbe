import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { profileFields } from '../../src/assessment/merging/copy.ts';
import { merged } from '../../src/assessment/merging/merge.ts';
import { copyFor } from '../../src/assessment/merging/share.ts';
import { createCleaner } from '../../src/workspace/cleaner.ts';
import { type Sandbox, sandbox, started } from '../cli/support/cli.ts';
import { sampleAssessment } from '../support/session.ts';

const AT = '2026-11-20T01:00:00.000Z';
const SECRET = `DB_PASSWORD=${'Sakura'}#2026`;

/** Where a credential can stand, and the name under which it is reported. */
const PLACES: [place: string, change: object][] = [
  ['ARC-004', { answers: { 'ARC-004': { note: SECRET } } }],
  ['ARC-005', { answers: { 'ARC-005': { by: { note: [SECRET] }, note: 'x' } } }],
  ['ARC-006', { answers: { 'ARC-006': { differs: { note: [{ value: SECRET }, { value: 'x' }] } } } }],
  ['NO-SUCH', { answers: { 'NO-SUCH': { note: SECRET } } }],
  ['Parking lot', { parking: [{ id: 'p1', text: SECRET, at: AT }] }],
  ['Author', { author: SECRET }],
  ['Participant', { participants: [{ name: 'Aoki', remark: SECRET }] }],
  ['ofANewerVersion', { ofANewerVersion: { deep: [{ down: SECRET }] } }],
  ['ofANewerVersion', { ofANewerVersion: { password: ['Sakura', '#2026'].join('') } }],
];

async function holding(change: object): Promise<{ box: Sandbox; id: string }> {
  const box = await sandbox();
  const id = await started(box);
  writeFileSync(join(box.home, 'assessments', `${id}.json`), JSON.stringify({ ...(await box.file(id)), ...change }));
  return { box, id };
}

test.each(PLACES)('a credential in %s goes out by no command, and check names it', async (place, change) => {
  const { box, id } = await holding(change);
  for (const words of ['share', 'report', 'plan'].map(kind => [kind, id, '-o', '-'])) {
    const { code, stdout, stderr } = await box.tenken(words);
    expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: '' });
    expect(stderr).toContain(place);
  }
  expect((await box.tenken(['check', id])).stdout).toContain(place);
  const { findings } = JSON.parse((await box.tenken(['check', id, '--json'])).stdout) as {
    findings: { kind: string; message: string; item?: string }[];
  };
  const found = findings.filter(one => one.kind.startsWith('secret')).map(one => one.item ?? one.message);
  expect(found).toEqual([expect.stringContaining(place)]);
  const masked = await box.tenken(['report', id, '--mask', '--format', 'json', '-o', '-']);
  expect(masked.code).toBe(0);
  expect(masked.stdout).not.toContain('#2026');
});

/** An assessment with a word in every field of it that a blank copy leaves out, and in what copies say of them. */
const WORD = 'left-out-word';
const RIVALS = [{ value: WORD, by: ['Aoki'] }, { value: `${WORD} 2` }];
const FULL = sampleAssessment({
  answers: { 'A-1': { note: WORD, differs: { decision: RIVALS } } },
  units: { u1: { name: 'Alpha', values: { start: WORD } } },
  parking: [{ id: 'p1', text: WORD, at: AT }],
  retired: [{ item: 'A-0', version: 'v0', title: { ja: 'x', en: 'x' }, answer: { note: WORD } }],
  differs: {
    'units.u1.values.end': RIVALS,
    laterOther: RIVALS,
  },
  by: { 'units.u1.values.start': [WORD] },
  laterField: { words: WORD },
} as Partial<Assessment>);

test('a blank copy holds no word of what it leaves out, and brought back takes nothing away', () => {
  const copy = copyFor(FULL, { author: 'Sato', without: ['answers', 'evidence', 'notes'] });
  expect(JSON.stringify(copy)).not.toContain(WORD);
  expect(copy.units).toEqual({ u1: { name: 'Alpha' } });
  expect(profileFields(merged(FULL, copy, FULL))).toEqual(profileFields(FULL));
});

test('a copy without notes holds no differing one', () => {
  const copy = copyFor(FULL, { without: ['notes'] });
  for (const path of Object.keys(copy.differs ?? {})) expect(path).not.toMatch(/^parking/);
  expect(JSON.stringify(copy.answers)).not.toContain(WORD);
});

test.each(['\r\n', '\n', '\r', '\u2028', '\u0085', '\u000b\n'])(
  '%j in a name from a copy begins no line',
  async end => {
    const box = await sandbox();
    const id = await started(box);
    const evil = `Shop${end}BEGIN:VEVENT${end}SUMMARY:x${end}END:VEVENT`;
    const answer = { note: 'one\ntwo', owner: evil, evidence: [{ id: 'e1', what: evil }] };
    const change = {
      name: evil,
      participants: [{ name: evil }],
      milestones: [{ id: 'm1', name: evil, at: AT, version: '2026-02', items: {} }],
      answers: { 'ARC-004': { ...answer, votes: { [evil]: { status: 'met', note: 'one\ntwo' } }, due: '2026-12-01' } },
      differs: { name: [{ value: evil }, { value: 'Shop' }] },
    };
    writeFileSync(join(box.cwd, 'copy.json'), JSON.stringify({ ...(await box.file(id)), ...change }));
    const taken = await box.tenken(['take', 'copy.json', '--json']);
    expect(taken.code, taken.stderr).toBe(0);
    const { id: copy } = JSON.parse(taken.stdout) as { id: string };
    const kept = readFileSync(join(box.home, 'assessments', `${copy}.json`), 'utf8');
    expect(kept.match(/\\n/g)).toHaveLength(2);
    const { stdout } = await box.tenken(['plan', copy, '--format', 'ics', '-o', '-']);
    expect(stdout).toContain('BEGIN:VCALENDAR');
    expect(stdout.split(/\r\n|\n|\r/).filter(line => line === 'SUMMARY:x')).toEqual([]);
  },
);

test('a name of a million blanks with a line break in it takes no longer than any other', () => {
  const name = `a${' '.repeat(1_000_000)}b\nc`;
  const start = process.cpuUsage();
  expect(createCleaner('x.json').clean({ name }, 0)).toEqual({ name: name.replace('\n', ' ') });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
});
