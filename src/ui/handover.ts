import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lets the person's own editor work on a text; gives it back as it was where the editor fails. */
export async function editExternally(text: string, env: Record<string, string | undefined>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tenken-note-'));
  const file = join(folder, 'note.md');
  try {
    await writeFile(file, text, { mode: 0o600 });
    // An editor may be given with options, as in `code --wait`: the shell takes the words apart.
    const editor = env['VISUAL'] || env['EDITOR'] || 'vi';
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(`${editor} "$TENKEN_NOTE"`, {
        shell: true,
        stdio: 'inherit',
        env: { ...process.env, TENKEN_NOTE: file },
      });
      child.once('error', reject);
      child.once('close', resolve);
    });
    return code === 0 ? (await readFile(file, 'utf8')).replace(/\n$/, '') : text;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Stops the process as Ctrl+Z does elsewhere; returns when it is continued. Where no shell could continue it (the process
 * group is orphaned, as under `ssh -t` and `tmux new`) the system drops the signal, and nothing ever says so: the call
 * returns after the stop or the refusal, so the next turn of the event loop is the right moment in both.
 */
export function pauseProcess(): Promise<void> {
  return new Promise(resolve => {
    process.kill(0, 'SIGTSTP');
    setImmediate(resolve);
  });
}
