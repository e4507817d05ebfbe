import type { ItemState } from '../../assessment/answers/item-state.ts';
import { ballotOn, meetingOf } from '../../session/meeting.ts';
import type { Canvas } from '../view.ts';
import { fitRow, hanging, line, type Row } from './row.ts';

/** What the meeting has on an item so far, in a line each: votes, decision, dissent, the action promised. */
export function meetingRows(canvas: Canvas, id: string): Row[] {
  const { state, t, width, theme } = canvas;
  const answer = state.open?.assessment.answers[id] ?? {};
  const meeting = meetingOf(state);
  const { voters, waiting, isOpen, spread: groups } = ballotOn(state, id);
  const separator = t('list.separator');
  const votes = isOpen
    ? meeting?.kind === 'workshop' && voters.length > 0
      ? t('walk.votes-in', { n: voters.length - waiting.length, of: voters.length })
      : undefined
    : t('walk.votes', { text: groups.map(one => `${t(`status.${one.status}`)} ${one.names.length}`).join(separator) });
  const dissent = (answer.dissent ?? []).map(one => (one.reason ? `${one.name}: ${one.reason}` : one.name));
  const { action } = answer.plan ?? {};
  const texts = [
    votes,
    answer.decision && t('walk.decision', { text: answer.decision }),
    dissent.length > 0 && t('walk.dissent', { text: dissent.join(separator) }),
    action && t('walk.action', { text: action }),
    answer.later && t('walk.later'),
  ].filter(text => typeof text === 'string' && text !== '');
  return texts.map(text => fitRow([{ text: ' ' }, ...line(String(text), 'accent')], width - 1, theme.marks.ellipsis));
}

/** On a large screen in a meeting: what there is to talk about, part by part as far as whole parts fit. */
export function talkRows({ state, t, width }: Canvas, { item }: ItemState, room: number): Row[] {
  const { lang } = state;
  const parts: [string, string[]][] = [
    [t('part.why'), item.why ? item.why[lang].split('\n').filter(Boolean) : []],
    [t('part.pitfalls'), (item.pitfalls?.[lang] ?? []).map(text => `- ${text}`)],
    [t('part.steps'), (item.steps?.[lang] ?? []).map((text, at) => `${at + 1}. ${text}`)],
  ];
  const rows: Row[] = [];
  for (const [label, texts] of parts) {
    const own = [[], line(` ${label}`, 'dim'), ...texts.flatMap(text => hanging([{ text: '   ' }], text, width - 4))];
    if (texts.length === 0 || rows.length + own.length > room) continue;
    rows.push(...own);
  }
  return rows;
}
