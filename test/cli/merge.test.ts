import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Sandbox, sandbox, started } from './support/cli.ts';

const text = (box: Sandbox, name: string): string => readFileSync(join(box.cwd, name), 'utf8');

/** An assessment, and a blank copy of it that a colleague takes in, answers and shares back. */
async function filledAlone(box: Sandbox, id: string, author: string, status: string): Promise<string> {
  const file = `for-${author}.json`;
  const back = `from-${author}.json`;
  expect((await box.tenken(['share', id, '--for', author, '--blank', '-o', file])).code).toBe(0);
  const there = { home: join(box.cwd, author) };
  const taken = JSON.parse((await box.tenken(['take', file, '--json'], there)).stdout) as { id: string };
  await box.tenken(['answer', taken.id, 'ARC-004', status, '--note', `${author} looked`], there);
  expect((await box.tenken(['share', taken.id, '-o', back], there)).code).toBe(0);
  return back;
}

test.each(['en', 'ja'] as const)(
  'two colleagues fill a list alone, and nothing of either is lost, in %s',
  async lang => {
    const box = await sandbox();
    const id = await started(box);
    const files = [await filledAlone(box, id, 'Aoki', 'met'), await filledAlone(box, id, 'Sato', 'partly')];
    const merge = await box.tenken(['merge', id, ...files], { lang });
    expect(merge.code).toBe(0);
    const [met, partly] = lang === 'en' ? ['Met', 'Partly'] : ['適合', '一部適合'];
    expect(merge.stdout).toContain(`Aoki: ${met} / Sato: ${partly}`);
    const { answers } = await box.file(id);
    expect(answers['ARC-004']).toMatchObject({
      differs: {
        note: [
          { value: 'Aoki looked', by: ['Aoki'] },
          { value: 'Sato looked', by: ['Sato'] },
        ],
      },
      votes: { Aoki: { status: 'met' }, Sato: { status: 'partly' } },
    });
    for (const command of [
      ['show', id, 'ARC-004'],
      ['report', id],
    ]) {
      expect((await box.tenken(command, { lang })).stdout).toContain(`Aoki: ${met} / Sato: ${partly}`);
    }
    const check = JSON.parse((await box.tenken(['check', id, '--json'])).stdout) as { findings: { kind: string }[] };
    expect(check.findings.filter(one => one.kind === 'copies-differ')).toHaveLength(2);

    expect((await box.tenken(['backups', id])).stdout).not.toBe('');
    await box.tenken(['answer', id, 'ARC-004', 'partly', '--note', 'Both looked']);
    expect((await box.file(id)).answers['ARC-004']).not.toHaveProperty('differs');
    expect((await box.tenken(['check', id])).stdout).not.toContain('Copies differ');
  },
);

test('with the state that all started from, what one took away is gone and what another changed is taken', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'ARC-004', 'met', '--note', 'old']);
  await box.tenken(['share', id, '-o', 'base.json']);
  const there = { home: join(box.cwd, 'there') };
  const { id: theirs } = JSON.parse((await box.tenken(['take', 'base.json', '--json'], there)).stdout) as {
    id: string;
  };
  await box.tenken(['answer', theirs, 'ARC-004', 'partly', '--note', 'new'], there);
  await box.tenken(['share', theirs, '-o', 'theirs.json'], there);
  const out = await box.tenken(['merge', '--base', 'base.json', id, 'theirs.json', '-o', 'out.json', '--json']);
  expect(JSON.parse(out.stdout)).toEqual({
    path: 'out.json',
    taken: [
      { item: 'ARC-004', field: 'note', value: 'new' },
      { item: 'ARC-004', field: 'status', value: 'partly' },
    ],
    differs: [],
  });
  expect((await box.file(id)).answers['ARC-004']).toMatchObject({ status: 'met', note: 'old' });
  expect(JSON.parse(text(box, 'out.json'))).toMatchObject({
    answers: { 'ARC-004': { status: 'partly', note: 'new' } },
  });
  const nowhere = await box.tenken(['merge', 'base.json', 'theirs.json']);
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('-o FILE')]);
  expect((await box.tenken(['merge', 'base.json', 'theirs.json', '--base', 'base.json', '--into', id])).code).toBe(0);
  expect((await box.file(id)).answers['ARC-004']).toMatchObject({ status: 'partly', note: 'new' });
});

test('a copy without notes and evidence has neither', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'ARC-004', 'met', '--note', 'word', '--evidence', 'paper', '--owner', 'Ken']);
  await box.tenken(['share', id, '--without-notes', '--without-evidence', '-o', 'bare.json']);
  expect(text(box, 'bare.json')).toContain('Ken');
  expect(text(box, 'bare.json')).not.toMatch(/word|paper/);
});

test('copies that do not belong together are refused, and nothing is changed', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['share', id, '-o', 'copy.json']);
  const copy = JSON.parse(text(box, 'copy.json')) as { questionnaire: object };
  const other = (change: object): void =>
    writeFileSync(
      join(box.cwd, 'other.json'),
      JSON.stringify({ ...copy, questionnaire: { ...copy.questionnaire, ...change } }),
    );
  for (const [change, code, next] of [
    [{ id: 'ops-pillar' }, 'merge-questionnaire', 'tenken reuse'],
    [{ version: '2021-q4' }, 'merge-version', 'tenken upgrade'],
    [{ contentHash: 'f'.repeat(64) }, 'merge-content', 'same'],
  ] as const) {
    other(change);
    const before = await box.file(id);
    const refused = await box.tenken(['merge', id, 'other.json', '--json']);
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code, next: expect.stringContaining(next) } });
    expect(await box.file(id)).toEqual(before);
  }
});

test('a hostile file is refused or made harmless', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['share', id, '-o', 'copy.json']);
  const copy = JSON.parse(text(box, 'copy.json')) as object;
  const write = (what: string): void => writeFileSync(join(box.cwd, 'bad.json'), what);
  const bad = { ...copy, answers: { 'ARC-004': { note: 'a\u001b]0;owned\u0007b\u202ec', owner: '/etc/passwd' } } };
  write(
    JSON.stringify(bad).replace('"answers":{', '"answers":{"__proto__":{"status":"met"},"constructor":{"note":"n"},'),
  );
  const merge = await box.tenken(['merge', id, 'bad.json']);
  expect([merge.code, merge.stderr]).toEqual([0, expect.stringContaining('hidden characters were removed from 1')]);
  const after = await box.file(id);
  expect(after.answers['ARC-004']).toMatchObject({ note: 'abc', owner: '/etc/passwd' });
  expect(Object.keys(after.answers).sort()).toEqual(['ARC-004', 'constructor']);
  expect(({} as { status?: string }).status).toBeUndefined();

  const differs = (path: string, value: unknown): string =>
    JSON.stringify({ ...copy, answers: { 'ARC-004': { differs: { [path]: [{ value }] } } } });
  for (const what of [
    'no json',
    '[]',
    '[['.repeat(50_000),
    JSON.stringify(copy).slice(0, -1),
    JSON.stringify({ ...copy, answers: { 'ARC-004': { status: 'yes' } } }),
    JSON.stringify({ ...copy, answers: { a: 1 } }),
    differs('status', 'yes'),
    differs('evidence.nothing.sighted', '2026-11-22'),
    differs('checks', 'no'),
  ]) {
    write(what);
    const refused = await box.tenken(['merge', id, 'bad.json']);
    expect([refused.code, refused.stderr], what.slice(0, 60)).toEqual([
      2,
      expect.stringMatching(/^[no[]/.test(what) ? /which tenken cannot read/ : /damaged or incomplete/),
    ]);
  }
  write(' '.repeat(65 * 1024 * 1024));
  expect((await box.tenken(['take', 'bad.json'])).stderr).toContain('larger than 64 MB');
  expect((await box.tenken(['take', 'missing.json'])).stderr).toContain('cannot be read');
  write(JSON.stringify({ ...copy, schemaVersion: 99 }));
  expect((await box.tenken(['take', 'bad.json'])).code).toBe(3);
});

test('credentials do not leave with a copy unless somebody says so', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'IAM-002', 'partly', '--note', `key ${'AKIA'}ABCDEFGHIJKLMNOP`]);
  const refused = await box.tenken(['share', id, '-o', 'copy.json']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('IAM-002')]);
  expect(existsSync(join(box.cwd, 'copy.json'))).toBe(false);
  expect((await box.tenken(['share', id, '--without-notes', '-o', 'copy.json'])).code).toBe(0);
  expect((await box.tenken(['share', id, '--allow-secrets', '-o', 'all.json'])).code).toBe(0);
});

test.each(['en', 'ja'] as const)('customers named in one place are told apart and said to be, in %s', async lang => {
  const box = await sandbox();
  const id = await started(box, 'Shop', 'retail-competency');
  await box.tenken(['share', id, '-o', 'base.json']);
  const there = { home: join(box.cwd, 'there') };
  await box.tenken(['take', 'base.json'], there);
  for (const [name, options] of [
    ['Beta KK', {}],
    ['Gamma KK', there],
  ] as const) {
    await box.tenken(['unit', id, '2', name], options);
    await box.tenken(['answer', id, 'TV-1.1', '--unit', '2', '--note', `${name} said so`], options);
  }
  await box.tenken(['share', id, '-o', 'theirs.json'], there);
  const out = await box.tenken(['merge', id, 'theirs.json', '--base', 'base.json', '--json', '-o', 'out.json']);
  const { units, differs } = JSON.parse(out.stdout) as { units: { unit: string }[]; differs: [] };
  expect([units, differs]).toEqual([
    [{ kind: 'apart', unit: expect.stringMatching(/^u2-/), name: 'Gamma KK', place: 'u2', stays: 'Beta KK' }],
    [],
  ]);
  const merge = await box.tenken(['merge', id, 'theirs.json', '--base', 'base.json'], { lang });
  const unit = units[0]?.unit ?? '';
  expect(merge.stdout).toContain(
    lang === 'en'
      ? `"Beta KK" stays there, "Gamma KK" is now ${unit}`
      : `「Beta KK」はそのまま、「Gamma KK」は ${unit} に分けました`,
  );
  expect((await box.file(id)).answers['TV-1.1']).toMatchObject({
    units: { u2: { note: 'Beta KK said so' }, [unit]: { note: 'Gamma KK said so' } },
  });
  expect((await box.tenken(['unit', id, 'Gamma KK', 'Gamma Inc.'])).stdout).toContain('Gamma Inc.');
});

test('a difference that two have settled apart is one again, and a name is never lost', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['share', id, '-o', 'start.json']);
  const copy = JSON.parse(text(box, 'start.json')) as { name: string };
  const write = (name: string, change: object): void =>
    writeFileSync(join(box.cwd, name), JSON.stringify({ ...copy, ...change }));
  const rivals = (...values: string[]) => values.map(value => ({ value }));
  const answers = (answer: object) => ({ answers: { 'ARC-001': answer } });
  write('base.json', {
    name: 'A',
    differs: { name: rivals('A', 'B') },
    ...answers({ differs: { note: rivals('x', 'y') } }),
  });
  write('ours.json', { name: 'A', ...answers({ note: 'x' }) });
  write('theirs.json', { name: 'B', ...answers({ note: 'y' }) });
  const merge = await box.tenken(['merge', '--base', 'base.json', 'ours.json', 'theirs.json', '-o', 'out.json']);
  expect([merge.code, merge.stdout]).toEqual([0, expect.stringContaining('2 differ')]);
  const out = JSON.parse(text(box, 'out.json')) as object;
  expect(out).toMatchObject({
    name: 'A',
    differs: { name: rivals('A', 'B') },
    answers: { 'ARC-001': { differs: { note: rivals('x', 'y') } } },
  });
  expect((await box.tenken(['take', 'out.json'])).code).toBe(0);
});
