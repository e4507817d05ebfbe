import type { Edit } from '../assessment/answers/edit.ts';
import { statusEdits } from '../assessment/answers/unit-edits.ts';
import type { Step } from './core/action.ts';
import type { Screen, State } from './core/state.ts';
import { andThen, edit, replaceScreen, show, withNotice } from './core/step.ts';
import { type Focus, focuses, focusOf, unitAfter } from './focus.ts';

type Walk = Extract<Screen, { name: 'walk' }>;

/** Turns to the next or previous part of an item: the common answer, then each unit, then round again. */
export function turnUnit(state: State, walk: Walk, { current, unit }: Focus, by: 1 | -1): Step {
  const places = focuses(current);
  if (places.length < 2) return show(state);
  const at = places.indexOf(unit?.unit.id) + by;
  return replaceScreen(state, { ...walk, row: undefined, unit: places.at(at % places.length) });
}

/** The part to ask after the present one is answered; undefined where the walk goes on to the next item. */
export function nextUnit(state: State, walk: Walk): string | undefined {
  const focus = focusOf(state, walk);
  return focus && unitAfter(focus);
}

/** Gives every unit the answer that is shown: status, reason and ticks. Values stay with the unit they belong to. */
export function sameForAll(state: State, walk: Walk, focus: Focus, at: string): Step {
  const { current, answer, unit } = focus;
  const { item, units } = current;
  if (units.length === 0 || answer.status === undefined) return show(state);
  const set = { status: answer.status, reason: answer.reason ?? null };
  const others = units.filter(one => one.unit.id !== unit?.unit.id);
  const apart = item.perUnit?.organization !== undefined;
  if (apart && unit === undefined) return show(state);
  const common: Edit[] = apart
    ? others.map(one => ({ type: 'answer', item: item.id, unit: one.unit.id, set, at }))
    : statusEdits(current, undefined, set, at);
  const ticks = others.flatMap(one =>
    Object.entries(unit ? (answer.checks ?? {}) : {}).map(
      ([check, value]): Edit => ({
        type: 'check',
        item: item.id,
        unit: one.unit.id,
        check,
        value,
        at,
      }),
    ),
  );
  const done = andThen(replaceScreen(state, { ...walk, row: undefined }), after => edit(after, ...common, ...ticks));
  return {
    ...done,
    state: withNotice(done.state, 'walk.same-for-all', { status: `@status.${answer.status}` }, 'good'),
  };
}
