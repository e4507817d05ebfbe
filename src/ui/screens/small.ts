import { STATUSES } from '../../assessment/assessment.ts';
import { askedStates } from '../../session/core/select.ts';
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
  const { status: chosen } = current.answer;
  const given = chosen === undefined ? -1 : STATUSES.indexOf(chosen);
  const answers: Row = STATUSES.flatMap((status, at): Row => {
    const label = `${at + 1}${width >= 60 ? t(`status.${status}`) : t(`short.${status}`)}`;
    // The brackets around what is chosen take the place of the blanks: there is no room for more.
    const before = at === given ? '[' : at === 0 ? '' : at - 1 === given ? ']' : ' ';
    return [{ text: before }, { text: label, ...(at === given && { inverse: true }) }];
  });
  if (given === STATUSES.length - 1) answers.push({ text: ']' });
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
