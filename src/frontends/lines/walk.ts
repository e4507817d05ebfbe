import { EXIT } from '../../cli/kernel/exit-codes.ts';
import { failureLines, failureOf } from '../../cli/kernel/failure.ts';
import { nearest } from '../../cli/kernel/nearest.ts';
import { fold, type StatusWord, statusOf } from '../../cli/kernel/parse.ts';
import { UsageError } from '../../cli/kernel/usage-error.ts';
import type { StoreError } from '../../store/errors.ts';
import { answer, due, evidence, note, owner, tick, value } from './answers.ts';
import { back, guide, help, language, map, next, nextOpen, quit, search, sectionMove } from './moves.ts';
import { printItem, progressText } from './print.ts';
import { gapReport, plan } from './reports.ts';
import { gates } from './scope.ts';
import { askedOf, currentOf, type Handler, type Outcome, type Plain, visited, type Walk, wordsOf } from './session.ts';
import { units } from './units.ts';

/** What a letter does; the words for people are in `plain.help`. */
const LETTERS: Record<string, Handler> = {
  n: note,
  e: evidence,
  o: owner,
  d: due,
  v: value,
  c: tick,
  k: units,
  g: guide,
  l: language,
  b: back,
  u: nextOpen,
  '>': sectionMove(1),
  '<': sectionMove(-1),
  r: gapReport,
  p: plan,
  m: map,
  s: gates,
  q: quit,
  '?': help,
  '': next,
};

const NUMBERS: Record<string, StatusWord> = {
  0: 'unanswered',
  1: 'met',
  2: 'partly',
  3: 'not-met',
  4: 'not-applicable',
  5: 'unknown',
};

/** Walks through the items until the person quits or the input ends; gives the exit code. */
export async function walkItems(plain: Plain, start: Walk): Promise<number> {
  const { context, lines } = plain;
  if (askedOf(plain, start).length === 0) {
    await context.say(wordsOf(start)('plain.nothing-asked'));
    return EXIT.fine;
  }
  await context.say(wordsOf(start)('plain.hint'));
  let outcome: Outcome = await visited(plain, start, currentOf(plain, start).item.id);
  while (outcome.step !== 'quit') {
    const { walk } = outcome;
    if (outcome.step === 'show') await printItem(plain, walk);
    const typed = await lines.ask(`${currentOf(plain, walk).item.id}> `);
    outcome = typed === undefined ? { walk, step: 'quit' } : await obey(plain, walk, typed);
  }
  await sayGoodbye(plain, outcome.walk);
  return outcome.walk.failed ?? EXIT.fine;
}

/** Does what a line says. What cannot be done is said, and the walk goes on. */
async function obey(plain: Plain, walk: Walk, typed: string): Promise<Outcome> {
  try {
    return await dispatch(plain, walk, typed.trim());
  } catch (error) {
    const failure = failureOf(error, wordsOf(walk));
    if (!(error instanceof UsageError) && !isStoreFailure(error)) throw error;
    await plain.context.say(failureLines(failure, wordsOf(walk)).join('\n'));
    return { walk: { ...walk, ...(isStoreFailure(error) && { failed: failure.exit }) }, step: 'stay' };
  }
}

function isStoreFailure(error: unknown): error is StoreError {
  return error instanceof Error && error.name === 'StoreError';
}

async function dispatch(plain: Plain, walk: Walk, text: string): Promise<Outcome> {
  const plainText = text.normalize('NFKC');
  if (plainText.startsWith('/')) return search(plain, walk, plainText.slice(1));
  const [first = '', rest = ''] = split(text);
  const word = fold(first);
  const number = Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : undefined;
  const status = number !== undefined && (rest === '' || number === 'not-applicable') ? number : statusOf(text);
  if (status !== undefined) return answer(plain, walk, status, number === undefined ? '' : rest);
  const letter = Object.hasOwn(LETTERS, word) ? LETTERS[word] : undefined;
  if (letter) return letter(plain, walk, rest);
  const ids = askedOf(plain, walk).map(state => state.item.id);
  const item = ids.find(id => fold(id) === fold(text));
  if (item) return visited(plain, walk, item);
  if (/^[a-z]+-?\d+$/.test(fold(text))) throw new UsageError('unknown-item', { item: text }, nearest(text, ids));
  await plain.context.say(wordsOf(walk)('plain.not-understood', { text }));
  return { walk, step: 'stay' };
}

/** The first word and everything after it, as typed. */
function split(text: string): [first: string, rest: string] {
  const at = text.search(/\s/);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at).trim()];
}

async function sayGoodbye(plain: Plain, walk: Walk): Promise<void> {
  const t = wordsOf(walk);
  const id = walk.opened.assessment.id;
  if (plain.demo) return void (await plain.context.say(t('plain.bye-demo')));
  const key = walk.failed === undefined ? 'plain.bye' : 'plain.bye-failed';
  await plain.context.say(t(key, { progress: progressText(askedOf(plain, walk), t), id }));
}
