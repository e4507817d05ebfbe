import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { type Folders, makeFolders, NOW } from '../support/program.ts';
import { start } from '../support/terminal.ts';

test('DEV in the environment loads no developer tools, although they are installed', async () => {
  const folders = makeFolders();
  const script = besideDeveloperTools(folders);
  const plain = await firstScreen(script, folders, {});
  expect(plain.join('\n')).toContain('ARC-005');
  expect(await firstScreen(script, folders, { DEV: 'true' })).toEqual(plain);
});

/** The program in a folder from which ink would find its developer tools. */
function besideDeveloperTools({ user }: Folders): string {
  const tools = join(user, 'node_modules', 'react-devtools-core');
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{"name":"react-devtools-core","version":"0.0.0","main":"index.js"}');
  writeFileSync(join(tools, 'index.js'), 'throw new Error("loaded");');
  cpSync(dirname(inject('program')), join(user, 'dist'), { recursive: true });
  return join(user, 'dist', 'tenken.mjs');
}

async function firstScreen(script: string, folders: Folders, env: Record<string, string>): Promise<string[]> {
  const args = ['demo', '--home', folders.home, '--lang', 'en'];
  const terminal = start({
    script,
    args,
    cwd: folders.cwd,
    env: { HOME: folders.user, TENKEN_NOW: NOW, ...env },
  });
  await terminal.waitFor(frame => frame.alternate, 'the screens');
  const { lines } = await terminal.idle();
  terminal.press('ctrl+c');
  await terminal.exit;
  return lines;
}
