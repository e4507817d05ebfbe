import { allItems } from '../../questionnaire/schema/items.ts';
import type { Also, Item, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Edit } from '../answers/edit.ts';
import { evidenceIdentity } from '../answers/evidence.ts';
import { isOpen, itemStates } from '../answers/item-state.ts';
import type { Assessment, Evidence, Status } from '../assessment.ts';
import type { Day } from '../day.ts';
import { nextId } from '../next-id.ts';

/**
 * What an answer in another list offers to an open item of this one. `status` is offered only where both ask the same;
 * a part of the requirement brings its note and evidence and leaves the item open.
 */
export type Proposal = {
  item: Item;
  /** The item of the other list, by the id that it has there. */
  from: string;
  strength: Also['strength'];
  meets?: Also['meets'];
  was: Status;
  status?: Status;
  note?: string;
  evidence: Evidence[];
};

/** What the answers of `other` offer to items that are still open, in the order of this list. */
export function proposals(
  own: { questionnaire: Questionnaire; assessment: Assessment },
  other: { questionnaire: Questionnaire; assessment: Assessment },
  today: Day,
): Proposal[] {
  const theirs = new Map(itemStates(other.questionnaire, other.assessment, today).map(state => [state.item.id, state]));
  const open = itemStates(own.questionnaire, own.assessment, today).filter(
    state => state.off === undefined && isOpen(state),
  );
  return open.flatMap(({ item }) =>
    (own.questionnaire.also?.[item.id] ?? [])
      .filter(one => one.list === other.questionnaire.id)
      .flatMap((also): Proposal[] => {
        const state = also.ids.map(id => theirs.get(id)).find(one => one !== undefined);
        const was = state?.answer.status;
        if (!state || state.off !== undefined || was === undefined) return [];
        const { note, evidence = [] } = state.answer;
        // What counts may be less than what was said: a value that breaks a limit.
        const same = also.strength === 'equivalent' && state.status === was;
        return [
          {
            item,
            from: state.item.id,
            strength: also.strength,
            ...(also.meets && { meets: also.meets }),
            was,
            ...(same && { status: was }),
            ...(note && { note }),
            evidence,
          },
        ];
      }),
  );
}

/** How many items of a list the other one has something for, of how many. */
export function coverage(all: Proposal[], questionnaire: Questionnaire): { items: number; of: number } {
  return { items: new Set(all.map(one => one.item.id)).size, of: allItems(questionnaire).length };
}

/** Whether everything that a proposal brings is there already. */
export function isTaken(proposal: Proposal, assessment: Assessment): boolean {
  const { set } = accepted(proposal, assessment, assessment.updatedAt);
  return Object.keys(set).length === 0;
}

/** The edit that takes a proposal: what is there stays, note and evidence come after it, and a status only where none was given. */
export function accepted(
  { item, status, note, evidence }: Proposal,
  assessment: Assessment,
  at: string,
): Extract<Edit, { type: 'answer'; unit?: undefined }> {
  const own = assessment.answers[item.id] ?? {};
  const have = new Set((own.evidence ?? []).map(evidenceIdentity));
  const more = evidence.filter(one => !have.has(evidenceIdentity(one)));
  const all = more.reduce<Evidence[]>(
    (list, one) => list.concat({ ...one, id: nextId('e', list) }),
    own.evidence ?? [],
  );
  const notes =
    own.note === undefined ? note : note === undefined || own.note.includes(note) ? undefined : `${own.note}\n${note}`;
  return {
    type: 'answer',
    item: item.id,
    set: {
      ...(status && own.status === undefined && { status }),
      ...(notes !== undefined && { note: notes }),
      ...(more.length > 0 && { evidence: all }),
    },
    at,
  };
}
