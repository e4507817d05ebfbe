import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Sandbox, sandbox, started } from './support/cli.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** How each shell is asked what it would offer after words, the last of which is typed in part. */
const ASK: Record<Shell, (script: string, words: string[]) => string> = {
  bash: (script, words) =>
    `source ${script}; COMP_WORDS=(${quoted(words)}); COMP_CWORD=${words.length - 1}; _tenken; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (script, words) =>
    `compdef() { : }; _files() { : }; compadd() { shift; print -l -- "$@" }; source ${script}; words=(${quoted(words)}); CURRENT=${words.length}; _tenken`,
  fish: (script, words) => `source ${script}; complete -C ${quoted([words.join(' ')])}`,
};

function quoted(words: string[]): string {
  return words.map(word => `'${word}'`).join(' ');
}

/** A stand-in for the program, which says what the program says. */
async function scriptOf(box: Sandbox, shell: Shell): Promise<string> {
  const { stdout } = await box.tenken(['completion', shell]);
  for (const [name, words] of [
    ['list', ['list']],
    ['show', ['show', 'payment-saas']],
    ['versions', ['questionnaire', 'list']],
  ] as const)
    await writeFile(join(box.cwd, name), (await box.tenken([...words])).stdout);
  const cat = (name: string): string => `cat ${join(box.cwd, name)}`;
  const program =
    shell === 'fish'
      ? `function tenken\n switch "$argv[1..2]"\n case 'list*'\n ${cat('list')}\n case 'show payment-saas'\n ${cat('show')}\n case 'questionnaire list'\n ${cat('versions')}\n end\nend\n`
      : `tenken() { case "$1 \${2:-}" in "list ") ${cat('list')};; "show payment-saas") ${cat('show')};; "questionnaire list") ${cat('versions')};; esac; }\n`;
  const path = join(box.cwd, `completion.${shell}`);
  await writeFile(path, `${program}${stdout}`);
  return path;
}

test.each(SHELLS)('%s offers what tenken knows', async shell => {
  if (spawnSync(shell, ['-c', 'exit 0']).status !== 0) {
    console.warn(`${shell} is not installed: its completion was not tried.`);
    return;
  }
  const box = await sandbox();
  await started(box, 'Payment SaaS');
  const script = await scriptOf(box, shell);
  const offered = (...words: string[]): string[] => {
    const flags = shell === 'bash' ? ['--norc'] : shell === 'zsh' ? ['-f'] : ['--no-config'];
    const { stdout, stderr } = spawnSync(shell, [...flags, '-c', ASK[shell](script, ['tenken', ...words])], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.split('\n').map(line => line.split('\t')[0] ?? '');
  };
  expect(offered('')).toEqual(expect.arrayContaining(['open', 'questionnaire', 'merge']));
  for (const command of ['open', 'show', 'merge', 'report']) expect(offered(command, '')).toContain('payment-saas');
  expect(offered('plan', 'set', '')).toContain('payment-saas');
  expect(offered('answer', 'payment-saas', 'ARC')).toEqual(expect.arrayContaining(['ARC-001', 'ARC-004']));
  expect(offered('answer', 'payment-saas', 'ARC-004', 'n')).toEqual(
    expect.arrayContaining(['not-met', 'not-applicable']),
  );
  expect(offered('start', 'ftr')).toEqual(expect.arrayContaining(['ftr-partner-hosted@2026-02']));
  expect(offered('report', 'payment-saas', '--format', '')).toEqual(expect.arrayContaining(['md', 'xlsx', 'ics']));
  expect(offered('plan', 'payment-saas', '--target', '')).toEqual(expect.arrayContaining(['backlog', 'jira']));
  expect(offered('completion', '')).not.toContain('payment-saas');
});

test('no script sets the search path of zsh', async () => {
  const { stdout } = await (await sandbox()).tenken(['completion', 'zsh']);
  expect(stdout).not.toMatch(/\b(?:local|typeset)\b[^\n]*\bpath\b|^\s*path=/m);
});
