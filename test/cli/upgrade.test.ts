import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { SMALL_LIST } from '../support/small-list.ts';
import { sandbox } from './support/cli.ts';

/** Two thirds of the 45 items of 2021-q4, with CloudTrail, the RTO and the MFA of root among them. */
async function twoThirds(lang: 'ja' | 'en') {
  const box = await sandbox();
  const start = await box.tenken([
    'start',
    'ftr-partner-hosted@2021-q4',
    '--name',
    'Pay',
    '--review-date',
    '2027-01-15',
    '--no-open',
    '--json',
    '--lang',
    lang,
  ]);
  const { id } = JSON.parse(start.stdout) as { id: string };
  const shown = JSON.parse((await box.tenken(['show', id, '--json'])).stdout) as { items: { id: string }[] };
  const wanted = shown.items
    .map(one => one.id)
    .slice(0, 26)
    .concat(['BAR-001', 'BAR-002', 'DR-001']);
  for (const item of wanted) {
    await box.tenken([
      'answer',
      id,
      item,
      item === 'IAM-006' ? 'partly' : 'met',
      '--note',
      `${item} ok`,
      '--owner',
      '佐藤',
    ]);
  }
  await box.tenken(['answer', id, 'DR-002', 'met', '--value', 'rto=20h', '--note', '20h agreed']);
  const file = () => readFileSync(join(box.home, 'assessments', `${id}.json`), 'utf8');
  return { box, id, file };
}

describe.each(['ja', 'en'] as const)('a list two thirds done, in %s', lang => {
  test('is taken from 2021-q4 to 2026-02, loses nothing, and comes back byte for byte', async () => {
    const { box, id, file } = await twoThirds(lang);
    const before = file();

    const dry = await box.tenken(['upgrade', id, '--to', '2026-02', '--dry-run', '--lang', lang]);
    expect([dry.code, file()]).toEqual([0, before]);

    const { code, stdout } = await box.tenken(['upgrade', id, '--to', '2026-02', '--lang', lang]);
    expect(code).toBe(0);
    expectGolden(stdout, `upgrade.${lang}.txt`);
    const after = await box.file(id);
    expect(after.questionnaire).toMatchObject({ version: '2026-02' });
    expect(after.answers['RES-002']).toMatchObject({
      values: { rto: '20h' },
      confirm: { was: 'met', from: '2021-q4' },
    });
    expect(after.answers['RES-002']).not.toHaveProperty('status');
    const report = await box.tenken(['report', id, '--lang', lang]);
    expectGolden(report.stdout, `upgraded-gap-report.${lang}.md`);
    for (const gone of ['CTL-001', 'ARC-003']) expect(report.stdout).toContain(`${gone} ok`);

    // One command took both steps, and one takes them back.
    expect((await box.tenken(['upgrade', id, '--undo'])).stdout).toContain('2021-q4');
    expect(file()).toBe(before);
    expect((await box.tenken(['upgrade', id, '--undo'])).code).toBe(2);
  }, 60_000);
});

test('the newest version needs no name, and from there is no way on', async () => {
  const { box, id } = await twoThirds('en');
  expect((await box.tenken(['upgrade', id, '--json'])).stdout).toContain('"to": "2026-02"');
  const { code, stderr } = await box.tenken(['upgrade', id]);
  expect(code).toBe(2);
  expect(stderr).toContain('2026-02');
  expect((await box.tenken(['upgrade', id, '--to', '2021-q4'])).code).toBe(2);
}, 60_000);

describe('milestones', () => {
  test('are kept, compared and removed; a regression fails the check since then', async () => {
    const { box, id } = await twoThirds('en');
    await box.tenken(['milestone', 'add', id, 'Self-check']);
    expect((await box.tenken(['check', id, '--since', 'self-check'])).code).toBe(0);
    await box.tenken(['answer', id, 'ARC-001', 'not-met']);
    await box.tenken(['answer', id, 'IAM-006', 'met']);
    const compared = await box.tenken(['milestone', 'compare', id, 'Self-check']);
    expect(compared.stdout).toContain('regressed  ARC-001');
    expect(compared.stdout).toContain('resolved  IAM-006');
    expect((await box.tenken(['milestone', id])).stdout).toContain('resolved 1, regressed 1');
    const check = await box.tenken(['check', id, '--since', 'self-check']);
    expect(check.code).toBe(1);
    expect(check.stdout).toContain('regressed  ARC-001');
    expect((await box.tenken(['report', id])).stdout).toContain('## Since the last milestone');
    await box.tenken(['milestone', 'remove', id, 'm1']);
    expect((await box.tenken(['milestone', 'compare', id, 'Self-check'])).code).toBe(2);
  }, 60_000);
});

describe('tenken questionnaire diff', () => {
  test('shows old and new questions, as text, Markdown and JSON', async () => {
    const box = await sandbox();
    const diff = async (...options: string[]) =>
      (await box.tenken(['questionnaire', 'diff', 'ftr-partner-hosted@2021-q4', '2026-02', ...options])).stdout;
    expect(await diff()).toContain('DR-002 -> RES-002  threshold changed');
    expect(await diff('--markdown')).toContain('## 2024-02 → 2026-02');
    const { steps } = JSON.parse(await diff('--json')) as { steps: { changes: object[] }[] };
    expect(steps.map(one => one.changes.length)).toEqual([39, 10]);
    expect((await box.tenken(['questionnaire', 'diff', 'ftr-partner-hosted@2026-02', '2021-q4'])).code).toBe(2);
  });
});

describe("a third party's list", () => {
  const next = (changes: string): string =>
    `${SMALL_LIST.replace('version: v1', 'version: v2').replaceAll('OWN-002', 'OWN-003')}${changes}`;
  const CHANGES = `changes:
  from: v1
  same: [OWN-001]
  changes:
    - kind: threshold
      old: [OWN-002]
      new: [OWN-003]
      note:
        ja: 毎月になりました。
        en: It is every month now.
`;

  async function answered(second: string) {
    const box = await sandbox();
    const at = (name: string, text: string): string => {
      const path = join(box.cwd, name);
      writeFileSync(path, text);
      return path;
    };
    const path = at('v1.yaml', SMALL_LIST);
    await box.tenken(['start', path, '--name', 'House', '--no-open']);
    await box.tenken(['answer', 'house', 'OWN-001', 'met', '--note', 'first note']);
    await box.tenken(['answer', 'house', 'OWN-002', 'met', '--note', 'second note']);
    await box.tenken(['milestone', 'add', 'house', 'before']);
    const before = readFileSync(join(box.home, 'assessments', 'house.json'), 'utf8');
    return { box, before, newer: at('v2.yaml', second) };
  }

  test('is compared, upgraded, held against a milestone and taken back', async () => {
    const { box, before, newer } = await answered(next(CHANGES));
    expect((await box.tenken(['upgrade', 'house', '--to', newer])).code).toBe(0);
    expect((await box.tenken(['questionnaire', 'diff', 'partner-list@v1', 'v2'])).stdout).toContain(
      'OWN-002 -> OWN-003',
    );
    const { answers } = await box.file('house');
    expect(answers['OWN-001']).toMatchObject({ status: 'met', note: 'first note' });
    expect(answers['OWN-003']).toMatchObject({ note: 'second note', confirm: { was: 'met', change: 'threshold' } });
    expect((await box.tenken(['check', 'house', '--since', 'before'])).stdout).not.toContain('regressed');
    await box.tenken(['upgrade', 'house', '--undo']);
    expect(readFileSync(join(box.home, 'assessments', 'house.json'), 'utf8')).toBe(before);
  });

  test('loses nothing where the changes do not tell of everything', async () => {
    const { box, newer } = await answered(next('changes:\n  from: v1\n  same: []\n  changes: []\n'));
    expect((await box.tenken(['upgrade', 'house', '--to', newer])).code).toBe(0);
    const { answers, retired } = await box.file('house');
    expect(answers['OWN-001']).toMatchObject({ note: 'first note', confirm: { was: 'met', change: 'meaning' } });
    expect(answers['OWN-001']).not.toHaveProperty('status');
    expect(retired).toMatchObject([{ item: 'OWN-002', answer: { note: 'second note' } }]);
  });
});

describe('what was answered since a change of version', () => {
  async function goneOn() {
    const { box, id } = await twoThirds('en');
    await box.tenken(['upgrade', id, '--to', '2026-02']);
    await box.tenken(['answer', id, 'ARC-001', 'met', '--note', 'since one']);
    await box.tenken(['answer', id, 'HOST-001', 'met', '--note', 'since two']);
    // Everything happens in one instant here.
    const { answers, ...rest } = await box.file(id);
    const later = { ...answers['ARC-001'], updatedAt: '2026-11-22T13:00:00.000Z' };
    const file = join(box.home, 'assessments', `${id}.json`);
    writeFileSync(file, JSON.stringify({ ...rest, answers: { ...answers, 'ARC-001': later } }));
    return { box, id };
  }

  test('is named and asked about before it is taken back, and is in the file and the report afterwards', async () => {
    const { box, id } = await goneOn();
    const before = await box.file(id);
    const asked = await box.tenken(['upgrade', id, '--undo']);
    expect([asked.code, asked.stdout]).toEqual([2, expect.stringContaining('2 (ARC-001, HOST-001)')]);
    expect(asked.stderr).toContain('--yes');
    expect(await box.file(id)).toEqual(before);
    const dry = await box.tenken(['upgrade', id, '--undo', '--dry-run', '--json']);
    expect(JSON.parse(dry.stdout)).toEqual({
      id,
      from: '2026-02',
      to: '2021-q4',
      written: false,
      since: ['ARC-001', 'HOST-001'],
      archived: ['HOST-001'],
    });
    expect(await box.file(id)).toEqual(before);
    const done = await box.tenken(['upgrade', id, '--undo', '--yes']);
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('In the archive')]);
    const after = await box.file(id);
    expect(JSON.stringify(after.answers['ARC-001'])).toContain('since one');
    expect((await box.tenken(['report', id, '-o', '-'])).stdout).toContain('since two');
    expect((await box.tenken(['backups', id])).stdout).toContain('tenken restore');
  }, 60_000);

  test('is not touched without a terminal that could answer, not even as JSON', async () => {
    const { box, id } = await goneOn();
    const { code, stderr } = await box.tenken(['upgrade', id, '--undo', '--json'], { input: 'y\n' });
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'undo-answered' } });
    expect((await box.file(id)).questionnaire.version).toBe('2026-02');
  }, 60_000);
});

describe('a copy on another version', () => {
  test('is taken along by a merge, either way round, with its ledger; a base of that version too', async () => {
    const { box, id } = await twoThirds('en');
    const old = join(box.cwd, 'old.json');
    const base = join(box.cwd, 'base.json');
    await box.tenken(['share', id, '-o', old]);
    await box.tenken(['share', id, '-o', base]);
    const copy = JSON.parse(readFileSync(old, 'utf8')) as { answers: Record<string, object> };
    copy.answers['ARC-001'] = { status: 'met', note: 'from an old copy' };
    copy.answers['CTL-001'] = { status: 'met', note: 'of something gone' };
    writeFileSync(old, JSON.stringify(copy));
    await box.tenken(['upgrade', id, '--to', '2026-02']);
    const newer = join(box.cwd, 'newer.json');
    writeFileSync(newer, JSON.stringify(await box.file(id)));
    const merge = await box.tenken(['merge', id, old, '--base', base]);
    expect([merge.code, merge.stderr]).toEqual([0, '']);
    expect(merge.stdout).toContain('taken along from 2021-q4 to 2026-02');
    expect(merge.stdout).toContain('DR-002 -> RES-002');
    const after = await box.file(id);
    expect(after.answers['ARC-001']?.note).toBe('from an old copy');
    expect(JSON.stringify(after.retired)).toContain('of something gone');
    const turned = await box.tenken(['merge', old, newer, '--base', base, '-o', 'turned.json', '--json']);
    expect(turned.code).toBe(0);
    expect(JSON.parse(turned.stdout)).toMatchObject({ upgraded: [{ from: '2021-q4', to: '2026-02' }] });
    const other = JSON.parse(readFileSync(join(box.cwd, 'turned.json'), 'utf8')) as object;
    expect({ ...other, id }).toEqual({ ...after, updatedAt: (other as { updatedAt?: string }).updatedAt });
    // Git gives three files and takes the first.
    for (const [name, from] of [
      ['o', base],
      ['a', newer],
      ['b', old],
    ] as const)
      writeFileSync(join(box.cwd, name), readFileSync(from));
    const driver = await box.tenken(['git', 'merge-driver', 'o', 'a', 'b']);
    expect([driver.code, driver.stderr]).toEqual([0, expect.stringContaining('taken along')]);
    expect(readFileSync(join(box.cwd, 'a'), 'utf8')).toContain('of something gone');
  }, 60_000);

  test('is merged where both were upgraded apart', async () => {
    const { box, id } = await twoThirds('en');
    await box.tenken(['share', id, '-o', 'copy.json']);
    await box.tenken(['take', 'copy.json', '--name', 'Second']);
    for (const one of [id, 'second']) await box.tenken(['upgrade', one, '--to', '2026-02']);
    const file = join(box.home, 'assessments', 'second.json');
    // Everything happens in one instant here.
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/"at": "[^"]*"/g, '"at": "2026-11-23T00:00:00.000Z"'));
    await box.tenken(['answer', 'second', 'ARC-001', 'met', '--note', 'second note']);
    expect((await box.tenken(['merge', id, file])).code).toBe(0);
    expect(JSON.stringify((await box.file(id)).answers['ARC-001'])).toContain('second note');
  }, 60_000);
});
