import type { Status } from '../assessment/assessment.ts';
import type { Step } from './core/action.ts';
import { waysOf } from './core/select.ts';
import type { On, State } from './core/state.ts';
import { andThen, edit, goTo, replaceScreen, show, withNotice } from './core/step.ts';
import { meetingOf, workshopScreen } from './meeting.ts';
import { nextUnit } from './walk-units.ts';
import { isLast, itemBy, leftOpen } from './ways.ts';

/** Puts an item on the screen and remembers it as the place to come back to. */
export function visit(state: State, item: string): Step {
  const shown: Step =
    state.screen.name === 'walk'
      ? replaceScreen(state, { name: 'walk', item, row: undefined })
      : goTo(state, { name: 'walk', item, row: undefined });
  return andThen(shown, after => edit(after, { type: 'position', item }));
}

/** Goes `by` items on; from the last one to what comes after the walk. */
export function stepItems(state: State, { item: from }: On<'walk'>, by: number): Step {
  const ways = waysOf(state);
  if (by === 1 && isLast(ways, from)) return end(state);
  const item = itemBy(ways, from, by);
  return item === undefined ? show(state) : visit(state, item);
}

/** After the last item: to what is still open, or to the report when nothing is. */
function end(state: State): Step {
  if (meetingOf(state)) return goTo(state, workshopScreen(state));
  const open = leftOpen(waysOf(state));
  if (open > 0) {
    const to = goTo(state, { name: 'map', index: 0, filter: 'unanswered' });
    return { ...to, state: withNotice(to.state, 'walk.end-open', { n: open }) };
  }
  return goTo(state, { name: 'report', which: 'gap', lang: state.lang, scroll: 0 });
}

/** Moves on from an answered item and says on the next one what was answered. */
export function leaveAnswered(done: Step, walk: On<'walk'>, status: Status): Step {
  const unit = nextUnit(done.state, walk);
  const onward = unit === undefined ? undefined : { ...walk, row: undefined, unit };
  const next = onward
    ? andThen(done, after => replaceScreen(after, onward))
    : andThen(done, after => stepItems(after, walk, 1));
  if (next.state.screen.name !== 'walk') return next;
  const notice = { id: walk.item, status: `@status.${status}` };
  return { ...next, state: withNotice(next.state, 'walk.answered', notice, 'good') };
}
