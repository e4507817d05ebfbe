import { applyEdit, type Edit } from '../../assessment/answers/edit.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import { accepted, type Proposal, proposals } from '../../assessment/versions/reuse.ts';
import type { CommandAction, Step } from '../core/action.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { edit, opened, show, withNotice } from '../core/step.ts';
import { visit } from '../item-moves.ts';

/** Answers of another assessment that serve here too. */
export const reuse: ScreenSpec<'reuse'> = {
  open: 'always',
  contexts: { reuse: 'choose' },
  rows: reuseRows,
  update: updateReuse,
};

/** What another assessment offers to the items of this one that are still open. */
export function reuseRows(state: State, { other }: On<'reuse'>): Proposal[] {
  const found = state.around?.others.find(one => one.assessment.id === other);
  return found ? offersOf(state, found) : [];
}

/** What another assessment offers, in the order of the items. */
export function offersOf(state: State, other: OpenAssessment): Proposal[] {
  return proposals(opened(state), other, state.today);
}

/** Space takes one offer over, the mark-all key a whole section, Enter goes to the item. */
function updateReuse(state: State, screen: On<'reuse'>, { command, at }: CommandAction): Step {
  const rows = reuseRows(state, screen);
  const row = rows[Math.min(screen.index, rows.length - 1)];
  if (!row) return show(state);
  if (command === 'space') return takeOver(state, screen, [row], at);
  if (command === 'mark-all') return takeOver(state, screen, ofSection(state, rows, row), at);
  return command === 'enter' || command === 'right' ? visit(state, row.item.id) : show(state);
}

function ofSection(state: State, rows: Proposal[], { item }: Proposal): Proposal[] {
  const { sections } = opened(state).questionnaire;
  const ids = sections.find(one => one.items.some(other => other.id === item.id))?.items.map(one => one.id) ?? [];
  return rows.filter(one => ids.includes(one.item.id));
}

/** One after the other, so that two offers for one item add up; what brought nothing new says so. */
function takeOver(state: State, screen: On<'reuse'>, taken: Proposal[], at: string): Step {
  let { assessment } = opened(state);
  const edits: Edit[] = [];
  for (const one of taken) {
    const next = accepted(one, assessment, at);
    if (Object.keys(next.set).length > 0) edits.push(next);
    assessment = applyEdit(assessment, next);
  }
  const done = edit(state, ...edits);
  const last = Math.max(reuseRows(done.state, screen).length - 1, 0);
  const inside = { ...done.state, screen: { ...screen, index: Math.min(screen.index, last) } };
  return {
    ...done,
    state: withNotice(inside, 'reuse.taken', { n: new Set(taken.map(one => one.item.id)).size }, 'good'),
  };
}
