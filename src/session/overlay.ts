import { statusEdits, wholeItemEdits } from '../assessment/answers/unit-edits.ts';
import { REASONS } from '../assessment/assessment.ts';
import { findItem } from '../questionnaire/schema/items.ts';
import type { Action, Step } from './core/action.ts';
import { askedStates, searchRows } from './core/select.ts';
import type { Overlay, State } from './core/state.ts';
import { andThen, closed, edit, moved, open, pageSize, scrollRows, show } from './core/step.ts';
import { updateEvidence, updateEvidenceForm } from './evidence.ts';
import { openField, updateField } from './field.ts';
import { updateOptions } from './options.ts';
import { typeInto } from './typing.ts';
import { updateVote } from './vote.ts';
import { leaveAnswered, visit } from './walk.ts';

/** Everything that lies over a screen takes the keys first. */
export function updateOverlay(state: State, overlay: Overlay, action: Action): Step {
  switch (overlay.kind) {
    case 'field':
      return afterReason(overlay, updateField(state, overlay, action));
    case 'evidence':
      return updateEvidence(state, overlay, action);
    case 'evidence-form':
      return updateEvidenceForm(state, overlay, action);
    case 'vote':
      return updateVote(state, overlay, action);
    case 'search':
      return updateSearch(state, overlay, action);
    case 'reason':
      return updateReason(state, overlay, action);
    case 'options':
      return updateOptions(state, overlay, action);
    case 'guide':
      return updateGuide(state, overlay, action);
    case 'help':
    case 'problems':
      return updateReading(state, overlay, action);
    case 'confirm-delete':
      return updateDelete(state, overlay, action);
    case 'confirm-undo':
      return updateUndo(state, action);
    case 'trouble':
      return updateTrouble(state, overlay, action);
  }
}

type Of<Kind extends Overlay['kind']> = Extract<Overlay, { kind: Kind }>;

/** Help and guide scroll; any closing key closes them. The view stops at the last line. */
function updateReading(state: State, overlay: Of<'help'> | Of<'guide'> | Of<'problems'>, action: Action): Step {
  if (action.type !== 'command') return show(state);
  const { command } = action;
  if (command === 'back' || command === overlay.kind) return show(closed(state));
  const scroll = moved(command === 'space' ? 'page-down' : command, overlay.scroll, scrollRows(state), pageSize(state));
  return scroll === undefined ? show(state) : show({ ...state, overlay: { ...overlay, scroll } });
}

/** A guide scrolls, and its numbered links lead to the guides of related items; Esc comes back along them. */
function updateGuide(state: State, overlay: Of<'guide'>, action: Action): Step {
  if (action.type !== 'command') return show(state);
  const { command } = action;
  const { trail = [] } = overlay;
  const number = /^link-([1-9])$/.exec(command)?.[1];
  if (number !== undefined) {
    const item = guideLinks(state, overlay.item)[Number(number) - 1];
    return item === undefined
      ? show(state)
      : open(state, { kind: 'guide', item, scroll: 0, trail: [...trail, overlay.item] });
  }
  const before = trail.at(-1);
  if (command === 'back' && before !== undefined)
    return open(state, { kind: 'guide', item: before, scroll: 0, trail: trail.slice(0, -1) });
  const shown = state.screen.name === 'walk' ? state.screen.item : undefined;
  if (command === 'enter') return overlay.item === shown ? show(closed(state)) : visit(closed(state), overlay.item);
  return updateReading(state, overlay, action);
}

/** The related items that can be opened from a guide, in the order of its numbers. */
export function guideLinks(state: State, item: string): string[] {
  const asked = new Set(askedStates(state).map(one => one.item.id));
  const related = findItem(state.open?.questionnaire, item)?.related ?? [];
  return related.filter(id => asked.has(id)).slice(0, 9);
}

/** A reason in words is an answer like any other: once it is written, the walk moves on. */
function afterReason(field: Of<'field'>, step: Step): Step {
  const { screen } = step.state;
  const written = field.target.type === 'reason' && !step.state.overlay && step.effects.length > 0;
  return written && screen.name === 'walk' ? leaveAnswered(step, screen, 'not-applicable') : step;
}

function updateReason(state: State, overlay: Of<'reason'>, action: Action): Step {
  if (action.type !== 'command') return show(state);
  const { command, at } = action;
  if (command === 'back' || command === 'left') return show(closed(state));
  const index = moved(command, overlay.index, REASONS.length, 1);
  if (index !== undefined) return show({ ...state, overlay: { ...overlay, index } });
  const digit = /^answer-([1-4])$/.exec(command)?.[1];
  const chosen = digit ? Number(digit) - 1 : command === 'enter' || command === 'space' ? overlay.index : undefined;
  const code = chosen === undefined ? undefined : REASONS[chosen];
  if (!code) return show(state);
  const { items, unit } = overlay;
  const [item = ''] = items;
  if (code === 'OTHER' && items.length === 1) return openField(state, { type: 'reason', item, ...(unit && { unit }) });
  const set = { status: 'not-applicable', reason: { code } } as const;
  const asked = askedStates(state).filter(one => items.includes(one.item.id));
  const onMap = state.screen.name === 'map';
  const edits = asked.flatMap(one => (onMap ? wholeItemEdits(one, set, at) : statusEdits(one, unit, set, at)));
  const done = andThen(show(closed(state)), after => edit(after, ...edits));
  const { screen } = done.state;
  return screen.name === 'walk' ? leaveAnswered(done, screen, 'not-applicable') : done;
}

function updateSearch(state: State, overlay: Of<'search'>, action: Action): Step {
  const command = action.type === 'command' ? action.command : undefined;
  const rows = searchRows(state, overlay.area.text);
  if (command === 'back') return show(closed(state));
  if (command === 'enter') {
    const found = rows[overlay.index]?.item.id;
    return found === undefined ? show(state) : visit(closed(state), found);
  }
  if (command === 'up' || command === 'down' || command === 'page-up' || command === 'page-down') {
    const index = moved(command, overlay.index, rows.length, pageSize(state)) ?? 0;
    return show({ ...state, overlay: { ...overlay, index } });
  }
  const area = typeInto(overlay.area, action, state.size.columns - 4);
  return area === overlay.area ? show(state) : show({ ...state, overlay: { ...overlay, area, index: 0 } });
}

function updateDelete(state: State, overlay: Of<'confirm-delete'>, action: Action): Step {
  if (action.type !== 'command') return show(state);
  if (action.command === 'enter') return show(closed(state), { type: 'remove', id: overlay.id });
  return action.command === 'back' || action.command === 'left' ? show(closed(state)) : show(state);
}

function updateUndo(state: State, action: Action): Step {
  if (action.type !== 'command') return show(state);
  const { command } = action;
  if (command === 'enter' && state.open) return show(closed(state), { type: 'upgrade', id: state.open.assessment.id });
  return command === 'back' || command === 'left' ? show(closed(state)) : show(state);
}

function updateTrouble(state: State, overlay: Of<'trouble'>, action: Action): Step {
  if (action.type !== 'command') return show(state);
  if (action.command === 'enter' && overlay.code === 'damaged') {
    const restore = { type: 'restore', id: overlay.id, ...(overlay.backup && { backup: overlay.backup }) } as const;
    return show(closed(state), restore);
  }
  return action.command === 'back' ? show(closed(state)) : show(state);
}
