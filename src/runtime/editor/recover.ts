import { noteIn } from '../../session/copies.ts';
import type { Message } from '../../session/core/state.ts';
import { afterEditor, noteEdit } from '../../session/edited.ts';
import { TEXT_LIMIT } from '../../session/text/text-area.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { found, giveBack, type Loan, leftLoans } from './loan.ts';

/** What became of the texts that a program which ended had lent to editors: a line that tells, if there were any. */
export type Recovered = Message & { tone: 'good' | 'bad' };

/** Takes what editors were still working on when the program ended into its notes. What cannot be taken stays, and is named. */
export async function recoverLoans(home: string, workspace: Workspace, at: string): Promise<Recovered | undefined> {
  const taken: string[] = [];
  const left: string[] = [];
  for (const loan of leftLoans(home, isAlive)) {
    try {
      if (await recover(loan, workspace, at)) taken.push(loan.note.item);
    } catch {
      // No UTF-8, too long, without its assessment, or not to be saved now: the words stay where they are.
      left.push(loan.path);
    }
  }
  const [path] = left;
  if (path !== undefined) return { key: 'editor.left', values: { n: left.length, path }, tone: 'bad' };
  if (taken.length === 0) return undefined;
  return { key: 'editor.taken', values: { n: taken.length, items: [...new Set(taken)].join(', ') }, tone: 'good' };
}

/** Whether the text of a loan was new. Throws where it cannot be taken. */
async function recover(loan: Loan, workspace: Workspace, at: string): Promise<boolean> {
  const read = found(loan);
  if ('refused' in read) throw new Error(read.refused);
  const { id, item, unit } = loan.note;
  const base = await workspace.store.read(id);
  const next = afterEditor(noteIn(base.answers[item], unit), { ...loan, ...read });
  if (next !== undefined && next.length > TEXT_LIMIT) throw new Error('limit');
  if (next !== undefined) await workspace.save(id, { base, edits: [noteEdit(loan.note, next, at)] });
  giveBack(loan);
  return next !== undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
