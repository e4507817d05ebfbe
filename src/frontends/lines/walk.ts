import { EXIT } from '../../cli/kernel/exit-codes.ts';
import { failureLines, failureOf } from '../../cli/kernel/failure.ts';
import { nearest } from '../../cli/kernel/nearest.ts';
import { fold, statusOf } from '../../cli/kernel/parse.ts';
import { UsageError } from '../../cli/kernel/usage-error.ts';
import { askedStates } from '../../session/core/select.ts';
import { opened } from '../../session/core/step.ts';
import { answer } from './answers.ts';
import { goToItem, Refused } from './enter.ts';
import { letterOf } from './letters.ts';
import { DIGITS, workshopMenu } from './meeting.ts';
import { search } from './moves.ts';
import { focusNow, progressText, sayItem, sayNews } from './say.ts';
import { gates } from './scope.ts';
import type { Next, Talk } from './talk.ts';

/** Walks through the items until the person quits or the input ends; gives the exit code. */
export async function walkItems(talk: Talk): Promise<number> {
  const { context, lines, state } = talk;
  const isDemo = state().demo;
  let next = await begin(talk);
  while (next !== 'quit') {
    if (next === 'show' && focusNow(talk)) await sayItem(talk);
    const focus = focusNow(talk);
    if (!focus) await context.say(talk.t('plain.nothing-asked'));
    const typed = await lines.ask(`${focus?.current.item.id ?? ''}> `);
    next = typed === undefined ? 'quit' : await obey(talk, typed);
  }
  const progress = progressText(talk);
  const { id } = opened(state()).assessment;
  talk.press('quit');
  // A failure was told when it happened; what is left unsaved decides the last word and the exit code.
  await talk.settle().catch(() => undefined);
  const { t } = talk;
  const bye = talk.failed() === undefined ? 'plain.bye' : 'plain.bye-failed';
  await context.say(isDemo ? t('plain.bye-demo') : t(bye, { progress, id }));
  return talk.failed() ?? EXIT.fine;
}

/** The first item; the scope questions first, where they leave none, or the meeting that was asked for. */
async function begin(talk: Talk): Promise<Next> {
  const { context, state } = talk;
  if (state().screen.name === 'gates') {
    await context.say(talk.t('plain.nothing-asked'));
    await attempt(talk, () => gates(talk, ''));
    const [first] = askedStates(state());
    if (!first) return 'quit';
    goToItem(talk, first.item.id);
  }
  return attempt(talk, async () => {
    await talk.settle();
    const next = state().screen.name === 'workshop' ? await workshopMenu(talk) : 'show';
    await context.say(talk.t('plain.hint'));
    return next;
  });
}

/**
 * Does what a line says. What cannot be done is said, and the walk goes on.
 *
 * @internal Exported for its tests.
 */
export function obey(talk: Talk, typed: string): Promise<Next> {
  return attempt(talk, async () => {
    const next = await dispatch(talk, typed.trim());
    return next === 'menu' ? workshopMenu(talk) : next;
  });
}

async function attempt(talk: Talk, work: () => Promise<Next>): Promise<Next> {
  const { notice } = talk.state();
  try {
    const next = await work();
    if (talk.state().notice !== notice && talk.state().screen.name === 'walk') await sayNews(talk);
    return next;
  } catch (error) {
    const { t, context } = talk;
    if (error instanceof Refused) await context.say(t(error.key, error.values));
    else if (error instanceof UsageError || isStoreError(error))
      await context.say(failureLines(failureOf(error, t), t).join('\n'));
    else throw error;
    return 'stay';
  }
}

function isStoreError(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreError';
}

async function dispatch(talk: Talk, text: string): Promise<Next> {
  const plainText = text.normalize('NFKC');
  if (plainText.startsWith('/')) return search(talk, plainText.slice(1));
  const [first = '', rest = ''] = split(text);
  const word = fold(first);
  const letter = letterOf(word);
  if (!focusNow(talk) && !letter?.anywhere) return 'stay';
  const digit = word === '0' ? 'unanswered' : Object.hasOwn(DIGITS, word) ? DIGITS[word] : undefined;
  const status = digit !== undefined && (rest === '' || digit === 'not-applicable') ? digit : statusOf(text);
  if (status !== undefined) return answer(talk, status, digit === undefined ? '' : rest);
  if (letter) return letter.run(talk, rest);
  const ids = askedStates(talk.state()).map(state => state.item.id);
  const item = ids.find(id => fold(id) === fold(text));
  if (item) return toItem(talk, item);
  if (/^[a-z]+-?\d+$/.test(fold(text))) throw new UsageError('unknown-item', { item: text }, nearest(text, ids));
  await talk.context.say(talk.t('plain.not-understood', { text }));
  return 'stay';
}

async function toItem(talk: Talk, item: string): Promise<Next> {
  goToItem(talk, item);
  await talk.settle();
  return 'show';
}

/** The first word and everything after it, as typed. */
function split(text: string): [first: string, rest: string] {
  const at = text.search(/\s/);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at).trim()];
}
