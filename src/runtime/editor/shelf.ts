import { statSync, writeFileSync } from 'node:fs';
import type { Edited, NoteRef } from '../../session/edited.ts';
import { type Loan, lend, lentAs, textOf } from './loan.ts';

/** What is to be edited: the text in the field, the note that it belongs to, and what is stored for that. */
export type Order = { text: string; note: NoteRef; stored: string };

/** The loans that stay after their editor has ended, one for a note. */
export type Shelf = {
  /** Lays a text out, where the note has a loan already in the same place. A text that was refused is laid out as it is. */
  lend: (order: Order) => Loan;
  keep: (loan: Loan, why: 'refused' | 'unchanged') => void;
  /** What has been saved since the last call. */
  returned: () => Edited[];
};

type Kept = { loan: Loan; stamp: number; why: 'refused' | 'unchanged' };

/** Makes an empty shelf on a data directory, or on temporary folders without one. */
export function createShelf(home: string | undefined): Shelf {
  const kept = new Map<string, Kept>();
  return {
    lend: ({ text, note, stored }) => {
      const before = kept.get(keyOf(note));
      kept.delete(keyOf(note));
      if (!before) return lend(home, note, [stored, text], text);
      if (before.why === 'unchanged') writeFileSync(before.loan.path, text);
      return lentAs(before.loan, [stored, text]);
    },
    keep: (loan, why) => void kept.set(keyOf(loan.note), { loan, why, stamp: stampOf(loan) }),
    returned: () => [...kept.values()].flatMap(one => look(one)),
  };
}

const keyOf = ({ id, item, unit }: NoteRef): string => JSON.stringify([id, item, unit]);

const stampOf = ({ path }: Loan): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** What has been saved in a kept loan since it was looked at last; from then on the loan stands for that. */
function look(kept: Kept): Edited[] {
  const stamp = stampOf(kept.loan);
  if (stamp === kept.stamp || stamp === 0) return [];
  const read = textOf(kept.loan);
  if (!read) return [];
  kept.stamp = stamp;
  kept.why = 'unchanged';
  kept.loan = lentAs(kept.loan, [read.text, ...kept.loan.before]);
  return [read];
}
