import type { Duty } from '../../assessment/plan/duties.ts';
import { type Action, openActions } from '../../assessment/plan/plan.ts';
import { planOf } from '../../session/core/select.ts';
import type { Screen } from '../../session/core/state.ts';
import { fitRow, hanging, line, type Row } from '../parts/row.ts';
import type { Tone } from '../theme.ts';
import type { Body, Canvas } from '../view.ts';
import { type Drawn, itemRow, windowed } from './lists.ts';

/** The improvement plan: wave by wave, then what is said to be done, accepted, to be found out, and duties. */
export function planBody(canvas: Canvas, screen: Extract<Screen, { name: 'plan' }>): Body {
  const { state, t, width, theme } = canvas;
  const plan = planOf(state);
  const drawn: Drawn[] = [];
  let at = 0;
  const add = (row: (selected: boolean) => Row): void => {
    const here = at;
    drawn.push({ draw: () => row(here === screen.index), at: here });
    at += 1;
  };
  const head = (text: string, count: number): void => {
    if (count > 0) drawn.push({ draw: () => fitRow(line(` ${text}`, 'accent', true), width, theme.marks.ellipsis) });
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
      draw: () => itemRow(canvas, duty.state, false, dutyWords(canvas, duty)),
    });
  const open = openActions(plan);
  const window = t(plan.reviewDate === undefined ? 'wave.window-open' : 'wave.window', {
    n: open.reduce((sum, one) => sum + 1 + one.also.length, 0),
    review: plan.reviewDate ?? '',
    end: plan.windowEnd,
  });
  const late = open.filter(one => !one.fits).length;
  const rest = { done: plan.done.reduce((sum, one) => sum + 1 + one.also.length, 0), accepted: plan.accepted.length };
  const apart = rest.done + rest.accepted > 0 ? ` ${t('wave.rest', rest)}` : '';
  const top = [
    ...hanging([{ text: ' ' }], `${window}${apart}`, width - 1, 'dim'),
    ...(late > 0 ? hanging([{ text: ' ' }], t('wave.unfit', { n: late, day: plan.needBy }), width - 1, 'warn') : []),
  ];
  return windowed(canvas, top, drawn, screen.index);
}

function dutyWords({ t }: Canvas, { every, next, last }: Duty): Row {
  return [
    ...line(`${t(`recurs.${every}`)}  ${next}`, 'dim'),
    ...line(last === 'never' ? `  ${t('wave.never')}` : '', 'warn'),
  ];
}

/** An action by its heaviest item, with the title and the number of items where it closes several. */
function actionRow(canvas: Canvas, action: Action, selected: boolean): Row {
  const { t, state, width } = canvas;
  const due = t(action.proposed ? 'wave.proposed' : 'wave.due', { date: action.due });
  const ends = action.slips && width >= 70 ? `  ${t('wave.ends', { date: action.end })}` : '';
  const bad = action.overdue || action.late;
  const tone: Tone = bad ? 'bad' : !action.fits || action.slips ? 'warn' : action.proposed ? 'dim' : 'plain';
  const progress = action.progress === 'open' ? '' : `${t(`progress.${action.progress}`)}  `;
  const right: Row = [
    ...line(progress, 'good'),
    ...(width >= 60 ? line(`${action.owner ?? '-'}  `, 'dim') : []),
    ...line(`${action.fits ? '' : '! '}${due}${ends}`, tone),
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
