import type { Edit } from '../../assessment/answers/edit.ts';
import { evidenceElsewhere, type SharedEvidence, sharedChange } from '../../assessment/answers/evidence.ts';
import type { Evidence } from '../../assessment/assessment.ts';
import { nextId } from '../../assessment/next-id.ts';
import type { CommandAction, Step } from '../core/action.ts';
import type { OverlaySpec } from '../core/spec.ts';
import type { Of, State } from '../core/state.ts';
import { andThen, closed, edit, open, opened, show } from '../core/step.ts';
import { openEvidenceForm } from './evidence-form.ts';

/** The evidence of an item. */
export const evidence: OverlaySpec<'evidence'> = {
  contexts: { evidence: 'choose' },
  rows: (state, { item }) => evidenceRows(state, item),
  page: 5,
  update: updateEvidence,
};

/** A row of the list: what the item has, the row that adds one, and what other items have that this one could use too. */
export type EvidenceRow =
  | { kind: 'own'; evidence: Evidence }
  | { kind: 'add' }
  | { kind: 'other'; shared: SharedEvidence };

/** The rows in their order on the screen. */
export function evidenceRows(state: State, item: string): EvidenceRow[] {
  const others = evidenceElsewhere(opened(state).assessment, item);
  return [
    ...evidenceOf(state, item).map((one): EvidenceRow => ({ kind: 'own', evidence: one })),
    { kind: 'add' },
    ...others.map((shared): EvidenceRow => ({ kind: 'other', shared })),
  ];
}

/** The evidence of an item, in the order in which it was added. */
function evidenceOf(state: State, item: string): Evidence[] {
  return opened(state).assessment.answers[item]?.evidence ?? [];
}

/** Opens, removes or looks at what the cursor is on; takes what other items have. */
function updateEvidence(state: State, list: Of<'evidence'>, { command, at }: CommandAction): Step {
  if (command === 'back') return show(closed(state));
  const row = evidenceRows(state, list.item)[list.index];
  const chosen = row?.kind === 'own' ? row.evidence : undefined;
  if (command === 'delete' || command === 'delete-right' || command === 'backspace' || command === 'clear')
    return chosen ? remove(state, list.item, chosen, at) : show(state);
  if (command === 'sight') return chosen ? sight(state, list.item, chosen, at) : show(state);
  if (command === 'new') return openEvidenceForm(state, list.item, undefined);
  if (command !== 'enter' && command !== 'space') return show(state);
  return row?.kind === 'other' ? link(state, list, row.shared, at) : openEvidenceForm(state, list.item, chosen);
}

function remove(state: State, item: string, chosen: Evidence, at: string): Step {
  const rest = evidenceOf(state, item).filter(one => one !== chosen);
  return edit(state, { type: 'answer', item, set: { evidence: rest.length > 0 ? rest : null }, at });
}

/** Takes a document of other items for this one too. */
function link(state: State, list: Of<'evidence'>, { evidence: shared }: SharedEvidence, at: string): Step {
  const all = evidenceOf(state, list.item);
  const own = { ...shared, id: nextId('e', all) };
  const linked = edit(state, { type: 'answer', item: list.item, set: { evidence: [...all, own] }, at });
  return andThen(linked, after => open(after, { ...list, index: all.length }));
}

/** Notes that somebody opened the document today, or takes that back; for every item that it serves. */
function sight(state: State, item: string, chosen: Evidence, at: string): Step {
  const { sighted, ...rest } = chosen;
  const after: Evidence = sighted === undefined ? { ...rest, sighted: state.today } : rest;
  const own = evidenceOf(state, item).map(one => (one === chosen ? after : one));
  const shared = sharedChange(opened(state).assessment, item, chosen, after);
  return edit(
    state,
    { type: 'answer', item, set: { evidence: own }, at },
    ...shared.map((other): Edit => ({ type: 'answer', item: other.item, set: { evidence: other.evidence }, at })),
  );
}
