import type { Assessment } from '../assessment/assessment.ts';
import type { Edit } from '../assessment/edit.ts';

type Waiting = { id: string; edits: Edit[] };

/** Edits on their way to the disk, in the order in which they were made. */
export type SaveQueue = {
  add: (id: string, edits: Edit[]) => void;
  /** Tries once more what is waiting; gives what could not be written. */
  flush: () => Promise<Edit[]>;
};

/** How edits are written and who hears of it. `pending` are the edits of the same assessment that are still waiting. */
export type SaveQueueOptions = {
  write: (id: string, edits: Edit[]) => Promise<Assessment>;
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

  const drain = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const taken = [...next.edits];
      let assessment: Assessment;
      try {
        assessment = await write(next.id, taken);
      } catch (error) {
        onFailed(error);
        return;
      }
      next.edits.splice(0, taken.length);
      if (next.edits.length === 0) waiting = waiting.slice(1);
      onSaved(
        assessment,
        waiting.filter(one => one.id === assessment.id).flatMap(one => one.edits),
      );
    }
  };
  const run = (): Promise<void> => {
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    add: (id, edits) => {
      const last = waiting.at(-1);
      if (last?.id === id) last.edits.push(...edits);
      else waiting.push({ id, edits: [...edits] });
      void run();
    },
    flush: async () => {
      await running;
      if (waiting.length > 0) await run();
      return waiting.flatMap(one => one.edits);
    },
  };
}
