import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CommandSpec } from '../../src/cli/kernel/command-spec.ts';
import { PROGRAM } from '../../src/cli/kernel/command-table.ts';
import { MEANT, meantCommands } from '../../src/cli/kernel/meant-commands.ts';
import { nearest } from '../../src/cli/kernel/nearest.ts';
import { isKey, translator } from '../../src/i18n/index.ts';
import type { StoreErrorCode } from '../../src/store/errors.ts';
import type { WorkspaceErrorCode } from '../../src/workspace/errors.ts';
import { sandbox } from './support/cli.ts';

const source = (file: string): string => readFileSync(file, 'utf8');

const STORE: Record<StoreErrorCode, true> = {
  'not-found': true,
  newer: true,
  damaged: true,
  invalid: true,
  'too-large': true,
  'no-space': true,
  'read-only': true,
  denied: true,
  locked: true,
  exists: true,
  link: true,
  'no-file': true,
  protected: true,
  io: true,
};
const WORKSPACE: Record<WorkspaceErrorCode, true> = {
  'no-assessment': true,
  'ambiguous-assessment': true,
  'no-questionnaire': true,
  'no-version': true,
  'no-way': true,
  'changes-missing': true,
  'same-version': true,
  'no-upgrade': true,
  'bad-questionnaire': true,
  'damaged-questionnaire': true,
  'reserved-questionnaire': true,
  'not-a-copy': true,
  'copy-too-large': true,
  'merge-questionnaire': true,
  'merge-version': true,
  'merge-content': true,
  'merge-invalid': true,
  'merge-upgrades': true,
  'unreadable-file': true,
  'foreign-file': true,
};
const USAGE = [...source('src/cli/kernel/usage-error.ts').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(
  match => match[1] ?? '',
);

test.each([...Object.keys(STORE), ...Object.keys(WORKSPACE), ...USAGE, 'bug'])(
  'the error %s has words and a next step',
  code => {
    expect(isKey(`error.${code}`)).toBe(true);
    expect(isKey(`error.${code}.next`)).toBe(true);
  },
);

test('every lint rule has words', () => {
  const names = readdirSync('src/questionnaire', { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const files = names.map(name => source(`src/questionnaire/${name}`));
  const forms = [
    /rule: '([a-z-]+)'/g,
    /report\([^,()]+(?:\([^()]*\))?, '([a-z-]+)'/g,
    /(?:say|problem)\((?:yaml, |gatesFile, )?(?:\[[^\]]*\]|path), '([a-z-]+)'/g,
  ];
  const rules = files.flatMap(text => forms.flatMap(form => [...text.matchAll(form)].map(match => match[1] ?? '')));
  expect(new Set(rules).size).toBeGreaterThan(20);
  for (const rule of new Set(rules)) expect(isKey(`lint.${rule}`), rule).toBe(true);
});

test('nearest names', () => {
  const ids = ['ARC-001', 'ARC-003', 'ARC-004', 'IAM-003'];
  expect(nearest('arc-03', ids)[0]).toBe('ARC-003');
  expect(nearest('ＡＲＣ－４', ids)).toContain('ARC-004');
  expect(nearest('zzzzzzzzzz', ids)).toEqual([]);
});

describe('a word that is no command', () => {
  test.each([
    ['delete', ['remove']],
    ['rm', ['remove']],
    ['import', ['start', 'take']],
    ['undo', ['restore', 'upgrade --undo']],
    ['edit', ['open', 'answer']],
    ['view', ['show']],
    ['note', ['answer --note']],
    ['export', ['report', 'plan', 'share']],
    ['diff', ['questionnaire diff', 'milestone compare']],
    ['rename', ['open', 'take --name']],
    ['ＵＮＤＯ', ['restore', 'upgrade --undo']],
  ])('%s', async (word, expected) => {
    expect(meantCommands(word)).toEqual(expected);
    const { code, stderr } = await (await sandbox()).tenken([word]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`did you mean ${expected.join(', ')}?`)]);
  });

  test('a slip is still put right', async () => {
    expect((await (await sandbox()).tenken(['reprot'])).stderr).toContain('did you mean report');
  });

  test('every word stands for commands and options that are there, and is none itself', () => {
    const options = (spec: CommandSpec): string => (spec.options ?? []).map(one => one.flags).join(' ');
    for (const [word, meant] of Object.entries(MEANT)) {
      expect(PROGRAM.commands?.map(one => one.name)).not.toContain(word);
      for (const one of meant.filter(text => !text.startsWith('--'))) {
        const [first = '', ...rest] = one.split(' ');
        let spec = PROGRAM.commands?.find(command => command.name === first);
        for (const part of rest.filter(text => !/^(?:lang|xlsx|csv|html|ics|jira|backlog|github)$/.test(text))) {
          if (part.startsWith('--')) expect(`${one}: ${spec && options(spec)}`).toContain(part);
          else spec = spec?.commands?.find(command => command.name === part);
        }
        expect(spec, one).toBeDefined();
      }
    }
  });
});

test('placeholders are the same in both languages', () => {
  const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
  const keys = Object.keys(JSON.parse(source('locales/en.json')) as object).filter(isKey);
  for (const key of keys.filter(one => /^(cli|error|lint|plain|check)\./.test(one))) {
    expect(names(translator('ja')(key)), key).toEqual(names(translator('en')(key)));
  }
});
