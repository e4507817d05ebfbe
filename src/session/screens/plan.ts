import type { Edit } from '../../assessment/answers/edit.ts';
import type { Progress } from '../../assessment/assessment.ts';
import { openActions } from '../../assessment/plan/plan.ts';
import type { CommandAction, Step } from '../core/action.ts';
import { planOf, planRows } from '../core/select.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { edit, goTo, show, withNotice } from '../core/step.ts';
import { openField } from '../fields/index.ts';
import { visit } from '../item-moves.ts';

/** What is to be done until when, and by whom. */
export const plan: ScreenSpec<'plan'> = {
  open: 'always',
  contexts: { plan: 'choose' },
  key: { keys: ['p', 'ctrl+w'], label: 'key.plan', footer: ['walk', 'map', 'check', 'report'] },
  enter: state => goTo(state, { name: 'plan', index: 0 }),
  rows: planRows,
  update: updatePlan,
};

/** Owner and due date are set here, Enter goes to the item. */
function updatePlan(state: State, screen: On<'plan'>, { command, at }: CommandAction): Step {
  const rows = planRows(state);
  const item = rows[screen.index]?.item.id;
  if (item === undefined) return show(state);
  if (command === 'owner' || command === 'due' || command === 'note' || command === 'accept')
    return openField(state, { type: command, item });
  if (command === 'progress') return nextProgress(state, item, at);
  return command === 'enter' || command === 'right' ? visit(state, item) : show(state);
}

/** Turns the progress of an action on, of every item that it stands for; after verified it is open again. */
function nextProgress(state: State, item: string, at: string): Step {
  const plan = planOf(state);
  const action = [...openActions(plan), ...plan.done].find(one => one.state.item.id === item);
  if (!action) return show(state);
  const turn: Progress[] = ['open', 'in-progress', 'done', 'verified'];
  const progress = turn[(turn.indexOf(action.progress) + 1) % turn.length] ?? 'open';
  const edits = [action.state, ...action.also].map(({ item: { id }, answer }): Edit => {
    const { progress: _, reason: __, role: ___, until: ____, ...kept } = answer.plan ?? {};
    const next = { ...kept, ...(progress !== 'open' && { progress }) };
    return { type: 'answer', item: id, set: { plan: Object.keys(next).length > 0 ? next : null }, at };
  });
  const done = edit(state, ...edits);
  const index = planRows(done.state).findIndex(one => one.item.id === item);
  const shown = index === -1 ? done.state : { ...done.state, screen: { name: 'plan', index } as const };
  return { ...done, state: withNotice(shown, 'plan.progressed', { item, progress: `@progress.${progress}` }, 'good') };
}
