import type { Assessment } from '../assessment/assessment.ts';
import type { Edit } from '../assessment/edit.ts';

type Waiting = { id: string; version: string | undefined; edits: Edit[] };

/** Edits on their way to the disk, in the order in which they were made. */
export type SaveQueue = {
  /** `version` is that of the list on which the edits were made. */
  add: (id: string, edits: Edit[], version?: string) => void;
  /** What an assessment still waits for. */
  pending: (id: string) => Edit[];
  /** Tries once more what is waiting; gives what could not be written. */
  flush: () => Promise<Edit[]>;
};

/** How edits are written and who hears of it. `pending` are the edits of the same assessment that are still waiting. */
export type SaveQueueOptions = {
  write: (id: string, edits: Edit[], version?: string) => Promise<Assessment>;
  onSaved: (assessment: Assessment, pending: Edit[]) => void;
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
    const taken = [...next.edits];
    let assessment: Assessment;
    try {
      assessment = await write(next.id, taken, next.version);
    } catch (error) {
      onFailed(error);
      return false;
    }
    next.edits.splice(0, taken.length);
    if (next.edits.length === 0) waiting = waiting.filter(one => one !== next);
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
  const pending = (id: string): Edit[] => waiting.filter(one => one.id === id).flatMap(one => one.edits);
  return {
    add: (id, edits, version) => {
      const mine = waiting.find(one => one.id === id && one.version === version);
      if (mine) mine.edits.push(...edits);
      else waiting.push({ id, version, edits: [...edits] });
      void run();
    },
    pending,
    flush: async () => {
      await running;
      if (waiting.length > 0) await run();
      return waiting.flatMap(one => one.edits);
    },
  };
}
