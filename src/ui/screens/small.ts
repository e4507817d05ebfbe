import { STATUSES } from '../../assessment/assessment.ts';
import { askedStates } from '../../session/select.ts';
import { clip, fitRow, hanging, line, type Row } from '../parts/row.ts';
import type { Canvas } from '../view.ts';
import { messageText } from './chrome.ts';

/** A terminal too low or too narrow for the screens: the item, the question and the answers, still answerable. */
export function smallRows(canvas: Canvas): Row[] {
  const { state, t, theme, width, height } = canvas;
  const { screen } = state;
  const current =
    screen.name === 'walk' && !state.overlay && state.open
      ? askedStates(state).find(one => one.item.id === screen.item)
      : undefined;
  if (!current)
    return [
      ...clip(hanging([], t('small.resize'), width), Math.max(height - 1, 1), theme.marks.ellipsis),
      line(t('small.keys'), 'dim'),
    ].slice(0, height);
  const answers: Row = STATUSES.flatMap((status, at): Row => {
    const chosen = current.answer.status === status;
    const label = `${at + 1}${width >= 60 ? t(`status.${status}`) : t(`short.${status}`)}`;
    return [{ text: at > 0 ? ' ' : '' }, { text: label, ...(chosen && { inverse: true }) }];
  });
  const saved =
    state.saving.state === 'failed' ? messageText(state.saving.message, t) : t(`save.${state.saving.state}`);
  const head: Row = [
    { text: `${current.item.id} `, tone: 'accent', bold: true },
    ...line(saved, state.saving.state === 'failed' ? 'bad' : 'good'),
  ];
  const question = clip(
    hanging([], current.item.ask[state.lang], width),
    Math.max(height - 2, 1),
    theme.marks.ellipsis,
  );
  return [head, ...question, answers].slice(-height).map(row => fitRow(row, width, theme.marks.ellipsis));
}
