import type { Edit } from '../assessment/answers/edit.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Change } from '../assessment/merging/rebase.ts';

type Waiting = { id: string; changes: Change[] };

/** Edits on their way to the disk, in the order in which they were made. */
export type SaveQueue = {
  add: (id: string, change: Change) => void;
  /** What an assessment still waits for. */
  pending: (id: string) => Change[];
  /** Tries once more what is waiting; gives what could not be written. */
  flush: () => Promise<Edit[]>;
};

/** How edits are written and who hears of it. `pending` are the changes of the same assessment that are still waiting. */
export type SaveQueueOptions = {
  write: (id: string, changes: Change[]) => Promise<Assessment>;
  onSaved: (assessment: Assessment, pending: Change[]) => void;
  onFailed: (error: unknown) => void;
};

/**
 * One write at a time; what is added meanwhile goes out together with the next one, so keys are never held up.
 * Edits that could not be written stay and are tried again with the next edit and before leaving.
 */
export function createSaveQueue({ write, onSaved, onFailed }: SaveQueueOptions): SaveQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  /** Writes what waits for one assessment; false if that failed. */
  const writeOne = async (next: Waiting): Promise<boolean> => {
    const taken = [...next.changes];
    let assessment: Assessment;
    try {
      assessment = await write(next.id, taken);
    } catch (error) {
      onFailed(error);
      return false;
    }
    next.changes.splice(0, taken.length);
    if (next.changes.length === 0) waiting = waiting.filter(one => one !== next);
    onSaved(assessment, pending(next.id));
    return true;
  };
  const drain = async (): Promise<void> => {
    // One that cannot be written does not hold up the others.
    const failed = new Set<Waiting>();
    for (let next = waiting[0]; next; next = waiting.find(one => !failed.has(one))) {
      if (!(await writeOne(next))) failed.add(next);
    }
    running = undefined;
  };
  const run = (): Promise<void> => {
    running ??= drain();
    return running;
  };
  const pending = (id: string): Change[] => waiting.filter(one => one.id === id).flatMap(one => one.changes);
  return {
    add: (id, change) => {
      const mine = waiting.find(one => one.id === id);
      if (mine) mine.changes.push(change);
      else waiting.push({ id, changes: [change] });
      void run();
    },
    pending,
    flush: async () => {
      await running;
      if (waiting.length > 0) await run();
      return waiting.flatMap(one => one.changes.flatMap(({ edits }) => edits));
    },
  };
}
