import type { Edit } from '../../assessment/answers/edit.ts';
import { sharedChange } from '../../assessment/answers/evidence.ts';
import type { Evidence } from '../../assessment/assessment.ts';
import { type Day, parseDay } from '../../assessment/day.ts';
import { nextId } from '../../assessment/next-id.ts';
import type { Action, Step } from '../core/action.ts';
import type { OverlaySpec } from '../core/spec.ts';
import { EVIDENCE_FIELDS, type EvidenceDraft, type Of, type State } from '../core/state.ts';
import { andThen, asOpened, editSince, open, opened, show, withNotice } from '../core/step.ts';
import { dayError } from '../fields/day-error.ts';
import { createTextArea } from '../text/text-area.ts';
import { typeInto } from '../typing.ts';

type Form = Of<'evidence-form'>;

/** One piece of evidence, field by field. */
export const evidenceForm: OverlaySpec<'evidence-form'> = {
  contexts: { form: 'type' },
  update: updateEvidenceForm,
  typed: updateEvidenceForm,
};

function evidenceOf(state: State, item: string): Evidence[] {
  return opened(state).assessment.answers[item]?.evidence ?? [];
}

/** Opens the form on a piece of evidence, or on a new one. */
export function openEvidenceForm(state: State, item: string, chosen: Evidence | undefined): Step {
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

/** Enter goes to the next field and saves after the last. */
function updateEvidenceForm(state: State, form: Form, action: Action): Step {
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
  const existing = all.findIndex(other => other.id === form.id);
  const evidence = existing === -1 ? [...all, one] : all.with(existing, { ...all[existing], ...one });
  const before = all[existing];
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
