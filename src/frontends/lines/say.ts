import { countStates } from '../../assessment/review/readiness.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { type AnswerPart, answerLines, answerParts, questionLines } from '../../cli/views/item.ts';
import type { Key } from '../../i18n/index.ts';
import { messageText } from '../../i18n/message.ts';
import { askedStates } from '../../session/core/select.ts';
import { type Focus, focusOf } from '../../session/focus.ts';
import { ballotOn, meetingClock, meetingOf } from '../../session/meeting.ts';
import type { Talk } from './talk.ts';

/** What the walk asks now; undefined where no item is asked. */
export function focusNow({ state }: Talk): Focus | undefined {
  const { open, screen } = state();
  return open && screen.name === 'walk' ? focusOf(state(), screen) : undefined;
}

/** What the walk asks now. A line that needs an item is only done where there is one. */
export function here(talk: Talk): Focus {
  const focus = focusNow(talk);
  if (!focus) throw new Error('no item is asked');
  return focus;
}

/** Shows the item of now: where it is, what it asks, what has been answered. */
export async function sayItem(talk: Talk): Promise<void> {
  const { t, state, context } = talk;
  const { lang } = state();
  const { current } = here(talk);
  const asked = askedStates(state());
  const at = asked.findIndex(one => one.item.id === current.item.id) + 1;
  const lines = [
    '',
    t('plain.where', { at, total: asked.length, section: oneLine(current.section.title[lang]) }),
    ...clockLines(talk),
    ...questionLines(current.item, t, lang),
    ...answerLines(here(talk), t, lang),
    ...meetingLines(talk),
  ];
  await context.say(lines.join('\n'));
}

/** Shows what is answered, without the question. */
export async function sayAnswer(talk: Talk): Promise<void> {
  const lines = [...answerLines(here(talk), talk.t, talk.state().lang), ...meetingLines(talk)];
  await talk.context.say(lines.join('\n'));
}

/** Says that the item is saved, and the part of it that changed. */
export async function saySaved(talk: Talk, part?: AnswerPart): Promise<void> {
  const focus = here(talk);
  const lines = part ? answerParts(focus, talk.t, talk.state().lang)[part] : meetingLines(talk);
  await talk.context.say([talk.t('plain.saved', { item: focus.current.item.id }), ...lines].join('\n'));
}

/** How a meeting stands. */
export function clockLines({ state, t }: Talk): string[] {
  const clock = meetingClock(state());
  if (!clock) return [];
  const { settled, of, toGo, remaining, paused } = clock;
  return [
    settled === of
      ? t('workshop.all-settled', { n: of })
      : t('workshop.stands', { n: settled, of, minutes: Math.ceil(toGo / 60) }),
    remaining < 0
      ? t('plain.clock-over', { n: Math.ceil(-remaining / 60) })
      : t('plain.clock-left', { n: Math.ceil(remaining / 60) }),
    ...(paused ? [t('workshop.paused')] : []),
  ];
}

/** What people have said of the item in a meeting. */
function meetingLines(talk: Talk): string[] {
  const { state, t } = talk;
  const { item, answer } = here(talk).current;
  const { voters, waiting, isOpen, spread } = ballotOn(state(), item.id);
  const separator = t('list.separator');
  const votes = spread.map(one => `${t(`status.${one.status}`)} ${one.names.length}`).join(separator);
  const isVoted = meetingOf(state())?.kind === 'workshop' && voters.length > 0;
  return [
    ...(isOpen && isVoted ? [t('plain.votes-in', { n: voters.length - waiting.length, of: voters.length })] : []),
    ...(isOpen ? [] : [t('walk.votes', { text: votes })]),
    ...(answer.decision ? [t('walk.decision', { text: answer.decision })] : []),
    ...(answer.dissent ?? []).map(one =>
      t('walk.dissent', { text: one.reason ? `${one.name}: ${one.reason}` : one.name }),
    ),
    ...(answer.plan?.action ? [t('walk.action', { text: answer.plan.action })] : []),
    ...(answer.later ? [t('walk.later')] : []),
    ...(answer.flag ? [t('plain.flagged')] : []),
  ].map(oneLine);
}

/** News of the screens that lines have other words for, or have told already. */
const OTHERWISE: Readonly<Record<string, Key | ''>> = {
  'walk.offer-note': 'plain.offer-note',
  'walk.offer-value': 'plain.offer-value',
  'walk.end-open': 'plain.end-open',
  'vote.nobody': 'plain.vote-nobody',
  'walk.answered': '',
  'save.differ': '',
  'save.differ-more': '',
};

/** Says what is news, in the words of lines. */
export async function sayNews({ state, t, context }: Talk): Promise<void> {
  const { notice } = state();
  const key = notice && (OTHERWISE[notice.key] ?? notice.key);
  if (notice && key) await context.say(messageText({ ...notice, key }, t));
}

/** What has been answered so far. */
export function progressText({ state, t }: Talk): string {
  const { answered, total } = countStates(askedStates(state()));
  return t('plain.progress', { answered, total });
}
