import type { Edit } from '../assessment/answers/edit.ts';
import { evidenceElsewhere, type SharedEvidence, sharedChange } from '../assessment/answers/evidence.ts';
import type { Evidence } from '../assessment/assessment.ts';
import { type Day, parseDay } from '../assessment/day.ts';
import { nextId } from '../assessment/next-id.ts';
import type { Action, Step } from './core/action.ts';
import { EVIDENCE_FIELDS, type EvidenceDraft, type Overlay, type State } from './core/state.ts';
import { andThen, asOpened, closed, edit, editSince, moved, open, opened, show, withNotice } from './core/step.ts';
import { dayError } from './day-error.ts';
import { createTextArea } from './text/text-area.ts';
import { typeInto } from './typing.ts';

type List = Extract<Overlay, { kind: 'evidence' }>;
type Form = Extract<Overlay, { kind: 'evidence-form' }>;

/** The evidence of an item, in the order in which it was added. */
export function evidenceOf(state: State, item: string): Evidence[] {
  return opened(state).assessment.answers[item]?.evidence ?? [];
}

/** What other items have and this one could use too. */
export function linkable(state: State, item: string): SharedEvidence[] {
  return evidenceElsewhere(opened(state).assessment, item);
}

/** Keys in the list of evidence; the row after the last adds one, those below take one from other items. */
export function updateEvidence(state: State, list: List, action: Action): Step {
  if (action.type !== 'command') return show(state);
  const all = evidenceOf(state, list.item);
  const { command, at } = action;
  if (command === 'back') return show(closed(state));
  const others = linkable(state, list.item);
  const index = moved(command, list.index, all.length + 1 + others.length, 5);
  if (index !== undefined) return show({ ...state, overlay: { ...list, index } });
  const chosen = all[list.index];
  if (command === 'delete' || command === 'delete-right' || command === 'backspace' || command === 'clear') {
    if (!chosen) return show(state);
    const evidence = all.filter(one => one !== chosen);
    return edit(state, {
      type: 'answer',
      item: list.item,
      set: { evidence: evidence.length > 0 ? evidence : null },
      at,
    });
  }
  if (command === 'sight') return chosen ? sight(state, list.item, chosen, at) : show(state);
  if (command === 'new') return openForm(state, list.item, undefined);
  if (command !== 'enter' && command !== 'space') return show(state);
  const other = others[list.index - all.length - 1];
  return other ? link(state, list, other, at) : openForm(state, list.item, chosen);
}

/** Takes a document of other items for this one too. */
function link(state: State, list: List, { evidence }: SharedEvidence, at: string): Step {
  const all = evidenceOf(state, list.item);
  const own = { ...evidence, id: nextId('e', all) };
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

function openForm(state: State, item: string, chosen: Evidence | undefined): Step {
  const draft: EvidenceDraft = {
    what: chosen?.what ?? '',
    where: chosen?.where ?? '',
    date: chosen?.date ?? state.today,
    validUntil: chosen?.validUntil ?? '',
    owner: chosen?.owner ?? '',
  };
  const id = chosen?.id ?? nextId('e', evidenceOf(state, item));
  return open(state, {
    kind: 'evidence-form',
    item,
    id,
    row: 0,
    draft,
    area: field(draft, 0),
    base: state.open?.assessment,
  });
}

function field(draft: EvidenceDraft, row: number) {
  return createTextArea(draft[EVIDENCE_FIELDS[row] ?? 'what'], { multiline: false });
}

/** Keys in the form of one piece of evidence: Enter goes to the next field and saves after the last. */
export function updateEvidenceForm(state: State, form: Form, action: Action): Step {
  const kept = keep(form);
  const command = action.type === 'command' ? action.command : undefined;
  const last = EVIDENCE_FIELDS.length - 1;
  if (command === 'back') return backToList(state, form);
  if (command === 'save-field' || (command === 'enter' && form.row === last)) {
    return save(state, kept, action.type === 'command' ? action.at : '');
  }
  if (command === 'enter' || command === 'down' || command === 'next-field')
    return toRow(state, kept, (form.row + 1) % (last + 1));
  if (command === 'up' || command === 'previous-field') return toRow(state, kept, (form.row + last) % (last + 1));
  const area = typeInto(form.area, action, state.size.columns - 4);
  if (area === form.area) return show(state);
  const { error: _, ...rest } = form;
  return show({ ...state, overlay: { ...rest, area } });
}

function keep(form: Form): Form {
  const name = EVIDENCE_FIELDS[form.row] ?? 'what';
  const { error: _, ...rest } = form;
  return { ...rest, draft: { ...form.draft, [name]: form.area.text } };
}

function toRow(state: State, form: Form, row: number): Step {
  return show({ ...state, overlay: { ...form, row, area: field(form.draft, row) } });
}

function backToList(state: State, form: Form): Step {
  const index = evidenceOf(state, form.item).findIndex(one => one.id === form.id);
  return open(state, { kind: 'evidence', item: form.item, index: Math.max(index, 0) });
}

function save(state: State, form: Form, at: string): Step {
  const { draft } = form;
  const wrong = firstWrong(draft, state.today);
  if (wrong) {
    const row = EVIDENCE_FIELDS.indexOf(wrong.field);
    return show({ ...state, overlay: { ...form, row, area: field(draft, row), error: { key: wrong.key } } });
  }
  const one = toEvidence(form.id, draft, state.today);
  const seen = asOpened(state, form);
  const all = evidenceOf(seen, form.item);
  const at0 = all.findIndex(other => other.id === form.id);
  const evidence = at0 === -1 ? [...all, one] : all.with(at0, { ...all[at0], ...one });
  const before = all[at0];
  const shared = before ? sharedChange(opened(seen).assessment, form.item, before, one) : [];
  const saved = editSince(
    state,
    form.base,
    { type: 'answer', item: form.item, set: { evidence }, at },
    ...shared.map((other): Edit => ({ type: 'answer', item: other.item, set: { evidence: other.evidence }, at })),
  );
  const back = andThen(saved, after => backToList(after, form));
  if (shared.length === 0) return back;
  return { ...back, state: withNotice(back.state, 'evidence.shared', { n: shared.length }, 'good') };
}

function firstWrong(draft: EvidenceDraft, today: Day): { field: keyof EvidenceDraft; key: string } | undefined {
  if (!draft.what.trim()) return { field: 'what', key: 'field.error.what' };
  for (const name of ['date', 'validUntil'] as const) {
    if (draft[name].trim() && dayIn(draft, name, today) === undefined)
      return { field: name, key: dayError(draft[name]) };
  }
  return undefined;
}

/** Evidence is of a day that was, and is good until one that comes. */
function dayIn(draft: EvidenceDraft, name: 'date' | 'validUntil', today: Day): Day | undefined {
  return parseDay(draft[name], { today, past: name === 'date' });
}

function toEvidence(id: string, draft: EvidenceDraft, today: Day): Evidence {
  const text = (value: string): string | undefined => value.trim() || undefined;
  return {
    id,
    what: draft.what.trim(),
    where: text(draft.where),
    date: dayIn(draft, 'date', today),
    validUntil: dayIn(draft, 'validUntil', today),
    owner: text(draft.owner),
  };
}
