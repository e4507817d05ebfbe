import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { CommandSpec } from '../../src/cli/kernel/command-spec.ts';
import { PROGRAM } from '../../src/cli/kernel/command-table.ts';
import { sandbox } from './support/cli.ts';

function pathsOf(spec: CommandSpec, path: string[]): string[][] {
  return [path, ...(spec.commands ?? []).flatMap(one => pathsOf(one, [...path, one.name]))];
}

const paths = pathsOf(PROGRAM, []);

describe.each(['ja', 'en'] as const)('help in %s', lang => {
  test.each(paths.map(path => [path.join(' ') || 'tenken', path] as const))('%s --help', async (_name, path) => {
    const { tenken } = await sandbox();
    const { code, stdout, stderr } = await tenken([...path, '--help', '--lang', lang]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(lang === 'ja' ? '使い方: tenken' : 'Usage: tenken');
    if (lang === 'ja') expect(stdout).not.toMatch(/Usage|Options:|Commands:|Arguments:|display help/);
    for (const line of stdout.split('\n').filter(one => !one.startsWith('  tenken '))) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('the exit codes are in the help of the program', async () => {
    const { tenken } = await sandbox();
    const { stdout } = await tenken(['--help'], { lang });
    for (const code of ['0 ', '1 ', '2 ', '3 ', '4 ', '70 ', '130 ']) expect(stdout).toContain(`\n  ${code}`);
  });
});

test('the language comes from the preferences before the locale', async () => {
  const { tenken } = await sandbox();
  await tenken(['config', 'set', 'lang', 'ja']);
  expect((await tenken(['--help'])).stdout).toContain('使い方');
  expect((await tenken(['--help', '--lang=en'])).stdout).toContain('Usage');
});

test('the version', async () => {
  const { tenken } = await sandbox();
  expect(await tenken(['--version'])).toEqual({ code: 0, stdout: '9.9.9\n', stderr: '' });
});

test.each(['bash', 'zsh', 'fish'])('completion for %s names every command', async shell => {
  const { tenken } = await sandbox();
  const { code, stdout } = await tenken(['completion', shell]);
  expect(code).toBe(0);
  for (const one of PROGRAM.commands ?? []) expect(stdout).toContain(one.name);
  expect(stdout).toContain('fail-on-gaps');
});
