import { type Action, openActions } from '../../assessment/plan.ts';
import { planOf } from '../../session/select.ts';
import type { Screen } from '../../session/state.ts';
import { hanging, line, type Row } from '../parts/row.ts';
import type { Tone } from '../theme.ts';
import type { Body, Canvas } from '../view.ts';
import { type Drawn, itemRow, windowed } from './lists.ts';

/** The improvement plan: wave by wave, then what is said to be done, accepted, to be found out, and duties. */
export function planBody(canvas: Canvas, screen: Extract<Screen, { name: 'plan' }>): Body {
  const { state, t, width } = canvas;
  const plan = planOf(state);
  const drawn: Drawn[] = [];
  let at = 0;
  const add = (row: (selected: boolean) => Row): void => {
    const here = at;
    drawn.push({ draw: () => row(here === screen.index), at: here });
    at += 1;
  };
  const head = (text: string, count: number): void => {
    if (count > 0) drawn.push({ draw: () => line(` ${text}`, 'accent', true) });
  };
  for (const { wave, actions } of plan.waves) {
    head(t(`wave.${wave}`), actions.length);
    for (const action of actions) add(selected => actionRow(canvas, action, selected));
  }
  head(t('wave.done'), plan.done.length);
  for (const action of plan.done) add(selected => actionRow(canvas, action, selected));
  head(t('wave.accepted'), plan.accepted.length);
  for (const one of plan.accepted)
    add(selected => itemRow(canvas, one, selected, line(one.answer.plan?.until ?? '', 'dim')));
  head(t('wave.clarify'), plan.clarify.length);
  for (const one of plan.clarify) add(selected => itemRow(canvas, one, selected));
  head(t('wave.duties'), plan.duties.length);
  for (const duty of plan.duties)
    drawn.push({
      draw: () => itemRow(canvas, duty.state, false, line(`${t(`recurs.${duty.every}`)}  ${duty.next}`, 'dim')),
    });
  const open = openActions(plan);
  const window = t(plan.reviewDate === undefined ? 'wave.window-open' : 'wave.window', {
    n: open.reduce((sum, one) => sum + 1 + one.also.length, 0),
    review: plan.reviewDate ?? '',
    end: plan.windowEnd,
  });
  const late = open.filter(one => !one.fits).length;
  const top = [
    ...hanging([{ text: ' ' }], window, width - 1, 'dim'),
    ...(late > 0 ? hanging([{ text: ' ' }], t('wave.unfit', { n: late, day: plan.needBy }), width - 1, 'warn') : []),
  ];
  return windowed(canvas, top, drawn, screen.index);
}

/** An action by its heaviest item, with the title and the number of items where it closes several. */
function actionRow(canvas: Canvas, action: Action, selected: boolean): Row {
  const { t, state, width } = canvas;
  const due = t(action.proposed ? 'wave.proposed' : 'wave.due', { date: action.due });
  const tone: Tone = action.overdue || action.late ? 'bad' : !action.fits ? 'warn' : action.proposed ? 'dim' : 'plain';
  const progress = action.progress === 'open' ? '' : `${t(`progress.${action.progress}`)}  `;
  const right: Row = [
    ...line(progress, 'good'),
    ...(width >= 60 ? line(`${action.owner ?? '-'}  `, 'dim') : []),
    ...line(due, tone),
  ];
  if (!action.title) return itemRow(canvas, action.state, selected, right);
  const { item } = action.state;
  const more = ` (+${action.also.length})`;
  const titled = {
    ...action.state,
    item: { ...item, title: { ...action.title, [state.lang]: `${action.title[state.lang]}${more}` } },
  };
  return itemRow(canvas, titled, selected, right);
}
