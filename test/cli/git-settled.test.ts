import { expect, test, vi } from 'vitest';
import { ID, twoClones } from './support/clones.ts';

// Many short processes, on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 });

/** Two clones that have the same difference, because both answered and one has merged. */
function withDifference() {
  const clones = twoClones(true);
  const { git, tenken, pull } = clones;
  tenken('a', 'answer', ID, 'ARC-001', 'met', '--note', 'alice words');
  tenken('b', 'answer', ID, 'ARC-001', 'partly', '--note', 'bob words');
  expect(pull().status).toBe(0);
  git('b', 'push', '-q');
  expect(git('a', 'pull', '-q', '--no-rebase', '--no-edit').status).toBe(0);
  return clones;
}

test('a difference that two have settled apart differs again, with both of their words', () => {
  const { tenken, pull, file, git } = withDifference();
  tenken('a', 'answer', ID, 'ARC-001', 'met', '--note', 'alice words');
  tenken('b', 'answer', ID, 'ARC-001', 'partly', '--note', 'bob words');
  const pulled = pull();
  expect(pulled.status, pulled.out).toBe(0);
  expect(file('b').answers['ARC-001']?.differs).toEqual({
    note: [{ value: 'alice words' }, { value: 'bob words' }],
    status: [{ value: 'met' }, { value: 'partly' }],
  });
  // Settled by one only, it is settled for both.
  git('b', 'push', '-q');
  git('a', 'pull', '-q', '--no-rebase', '--no-edit');
  tenken('a', 'answer', ID, 'ARC-001', 'met', '--note', 'alice words');
  tenken('b', 'answer', ID, 'RES-004', 'met');
  expect(pull().status).toBe(0);
  expect(file('b').answers['ARC-001']).toMatchObject({ status: 'met', note: 'alice words' });
  expect(file('b').answers['ARC-001']).not.toHaveProperty('differs');
  expect(file('b').answers['RES-004']).toMatchObject({ status: 'met' });
});

test('one of the words and a third one are both there, and a decision both took stands', () => {
  const { tenken, pull, file } = withDifference();
  tenken('a', 'answer', ID, 'ARC-001', 'met', '--note', 'alice words');
  tenken('b', 'answer', ID, 'ARC-001', 'met', '--note', 'quite another');
  expect(pull().status).toBe(0);
  expect(file('b').answers['ARC-001']).toMatchObject({
    status: 'met',
    differs: { note: [{ value: 'alice words' }, { value: 'quite another' }] },
  });
});

test('a name that two have settled apart is still there', () => {
  const { rewrite, tenken, pull, file, git } = twoClones(true);
  const named = (clone: string, name: string) =>
    rewrite(clone, text => text.replace(/^ {2}"name": .*$/m, `  "name": ${JSON.stringify(name)},`));
  const without = (text: string) => text.replace(/^ {2}"differs": \{[\s\S]*?^ {2}\},\n/m, '');
  named('a', 'Shop');
  named('b', 'Store');
  expect(pull().out).toContain('Shop / Store');
  expect(file('b')).toMatchObject({ name: 'Shop', differs: { name: [{ value: 'Shop' }, { value: 'Store' }] } });
  git('b', 'push', '-q');
  git('a', 'pull', '-q', '--no-rebase', '--no-edit');
  for (const [clone, name] of [
    ['a', 'Shop'],
    ['b', 'Store'],
  ] as const) {
    rewrite(clone, without);
    named(clone, name);
  }
  const pulled = pull();
  expect(pulled.status, pulled.out).toBe(0);
  expect(file('b')).toMatchObject({ name: 'Shop', differs: { name: [{ value: 'Shop' }, { value: 'Store' }] } });
  expect(tenken('b', 'show', ID)).toContain('Shop');
});

test('two customers named in one place are two, and either clone goes on with its own', () => {
  const { tenken, pull, file, git } = twoClones(true, 'retail-competency');
  const answer = (clone: string, unit: string, text: string) =>
    tenken(clone, 'answer', ID, 'TV-1.1', '--unit', unit, '--note', text);
  tenken('a', 'unit', ID, '2', 'Beta KK');
  answer('a', '2', 'Beta agreed');
  tenken('b', 'unit', ID, '2', 'Gamma KK');
  answer('b', '2', 'Gamma did not consent');
  const pulled = pull();
  expect(pulled.status, pulled.out).toBe(0);
  expect(pulled.out).toContain('"Beta KK" stays there, "Gamma KK" is now u2-');
  const notes = (clone: string) => {
    const { units = {}, answers } = file(clone);
    return Object.entries(units).map(([id, { name }]) => `${name}: ${answers['TV-1.1']?.units?.[id]?.note}`);
  };
  expect(notes('b')).toEqual(['Beta KK: Beta agreed', 'Gamma KK: Gamma did not consent']);
  const report = tenken('b', 'report', ID);
  expect(report).toContain('Gamma KK');
  expect(tenken('b', 'unit', ID)).toMatch(/^u2-[0-9a-f]{8} {2}Gamma KK/m);

  // A third clone would have it in the old place still; so has b in a branch of before.
  git('b', 'push', '-q');
  git('b', 'checkout', '-q', '-b', 'older', 'HEAD^1');
  answer('b', 'Gamma KK', 'Gamma consents now');
  git('b', 'commit', '-q', '-am', 'Consent');
  expect(git('b', 'merge', '--no-edit', 'main').status).toBe(0);
  expect(notes('b')).toEqual(['Beta KK: Beta agreed', 'Gamma KK: Gamma consents now']);
});
