import { checkList } from '../../assessment/answers/checks.ts';
import { REASONS, type Status } from '../../assessment/assessment.ts';
import { keptDay, keptText, keptValue } from '../../cli/edits.ts';
import { fold, requirePair, requireReason, type StatusWord } from '../../cli/kernel/parse.ts';
import { UsageError } from '../../cli/kernel/usage-error.ts';
import { type Asked, askedPart, findCheck, findField } from '../../cli/lookup.ts';
import type { AnswerPart } from '../../cli/views/item.ts';
import { ANSWER_KEYS, type Command } from '../../session/core/action.ts';
import { proposalOf } from '../../session/screens/walk.ts';
import { checked, choose, fill, Refused, toRow, write } from './enter.ts';
import { reached } from './moves.ts';
import { here, sayAnswer, saySaved } from './say.ts';
import type { Handler, Next, Talk } from './talk.ts';

/** The command that gives a status. */
export function keyOf(status: Status): Command {
  return (Object.keys(ANSWER_KEYS) as Command[]).find(command => ANSWER_KEYS[command] === status) ?? 'answer-1';
}

/** Answers the item; what the answer leads to is that of the screens. `by` gives it where no digit does. */
export async function answer(talk: Talk, status: StatusWord, rest = '', by?: Command): Promise<Next> {
  const from = here(talk);
  const reason = status === 'not-applicable' ? await askReason(talk, rest) : undefined;
  if (status === 'not-applicable' && !reason) {
    if (talk.state().overlay) talk.press('back');
    return 'stay';
  }
  talk.press(by ?? (status === 'unanswered' ? 'clear' : keyOf(status)));
  if (reason) giveReason(talk, reason);
  await talk.settle();
  const { t, context } = talk;
  await context.say(t('plain.saved-status', { item: from.current.item.id, status: t(`status.${status}`) }));
  return reached(talk, from);
}

type Reasoned = { code: (typeof REASONS)[number]; text: string };

function giveReason(talk: Talk, { code, text }: Reasoned): void {
  if (code !== 'OTHER' && text !== '') talk.type(text);
  talk.press(`answer-${REASONS.indexOf(code) + 1}` as Command);
  if (talk.state().overlay?.kind !== 'field') return;
  fill(talk, text);
  talk.press('save-field');
}

/** The reason as number or code, with words after it; nothing if the person thinks better of it. */
async function askReason({ context, lines, t }: Talk, given: string): Promise<Reasoned | undefined> {
  if (given === '') {
    await context.say(t('plain.reason-ask'));
    for (const [index, code] of REASONS.entries()) await context.say(`  ${index + 1}  ${t(`reason.${code}`)}`);
  }
  const typed = (given || (await lines.ask(t('plain.reason-prompt'))))?.trim() ?? '';
  if (typed === '') {
    await context.say(t('plain.reason-none'));
    return undefined;
  }
  const [first = '', ...rest] = typed.split(/\s+/);
  const code = REASONS[Number(fold(first)) - 1] ?? requireReason(first);
  const words = rest.length > 0 || code !== 'OTHER' ? rest.join(' ') : await lines.ask(t('plain.reason-text-prompt'));
  return { code, text: keptText(words ?? '') ?? '' };
}

/** What is taken back with a dash. */
const REMOVE = /^[-－ー]$/;

async function changed(talk: Talk, part: AnswerPart): Promise<Next> {
  await talk.settle();
  await saySaved(talk, part);
  return 'stay';
}

/** A letter that writes one field; alone it shows the answer. `read` gives the text to write. */
function field(part: AnswerPart & Command, read: (text: string, talk: Talk) => string): Handler {
  return async (talk, rest) => {
    if (rest === '') return show(talk);
    write(talk, part, REMOVE.test(rest) ? '' : read(rest, talk));
    return changed(talk, part);
  };
}

/** `o name`, `o -`. */
export const owner = field('owner', text => keptText(text) ?? '');
/** `d date`, `d -`. */
export const due = field('due', (text, { context }) => keptDay(text, context) ?? '');
const wholeNote = field('note', text => keptText(text, true) ?? '');

/** `n text` replaces the note, `n + text` adds a line, `n -` removes it, `n` alone shows it. */
export const note: Handler = async (talk, rest) => {
  const added = /^[+＋]\s*(.*)$/s.exec(rest)?.[1];
  if (added === undefined) return wholeNote(talk, rest);
  write(talk, 'note', added, 'below');
  return changed(talk, 'note');
};

/** `e what | where | date | valid until | whose` adds evidence, `e -2` removes the second. */
export const evidence: Handler = async (talk, rest) => {
  if (rest === '') return show(talk);
  const removed = /^[-－]\s*(\d+)$/.exec(rest.normalize('NFKC'))?.[1];
  if (removed !== undefined) {
    const { item, answer: before } = here(talk).current;
    if (!before.evidence?.[Number(removed) - 1])
      throw new Refused('plain.no-evidence', { item: item.id, n: Number(removed) });
    talk.press('evidence', ...Array<Command>(Math.max(Number(removed) - 1, 0)).fill('down'), 'delete', 'back');
    return changed(talk, 'evidence');
  }
  const [what = '', where = '', date = '', until = '', whose = ''] = rest.split(/[|｜]/).map(part => part.trim());
  if (keptText(what) === null) throw new UsageError('evidence-needed');
  const { today } = talk.context;
  const texts = [what, where, keptDay(date, { today, past: true }), keptDay(until, { today }), whose];
  talk.press('evidence', 'new');
  for (const text of texts) {
    fill(talk, text ?? '');
    talk.press('next-field');
  }
  talk.press('save-field');
  checked(talk);
  talk.press('back');
  return changed(talk, 'evidence');
};

/** The sub-questions and values that are asked now. */
function askedHere(talk: Talk): Asked {
  const { current, unit } = here(talk);
  return askedPart(current.item, unit?.unit.id);
}

/** `v key=value`, or the value alone where the item asks for one. */
export const value: Handler = async (talk, rest) => {
  if (rest === '') return show(talk);
  const item = askedHere(talk);
  const [only, second] = item.values ?? [];
  const alone = only && !second && !/[=＝]/.test(rest);
  const [wanted, text] = alone ? ([only, rest] as const) : pairOf(rest, key => findField(item, key));
  const kept = keptValue(item.id, wanted, REMOVE.test(text) ? '' : text) ?? '';
  toRow(talk, row => row.kind === 'value' && row.field.id === wanted.id);
  talk.press('enter');
  if (wanted.options) choose(talk, kept.split(',').filter(Boolean));
  else {
    fill(talk, kept);
    talk.press('save-field');
    checked(talk);
  }
  return changed(talk, 'values');
};

function pairOf<Found>(rest: string, find: (key: string) => Found): readonly [Found, string] {
  const [key, text] = requirePair(rest);
  return [find(key), text];
}

/** `c 1 3` turns ticks over: open, yes, no, open; then says what the ticks speak for. */
export const tick: Handler = async (talk, rest) => {
  const item = askedHere(talk);
  if (!item.checks) throw new UsageError('unknown-check', { item: item.id, check: '', checks: '-' });
  if (rest === '') return show(talk);
  const ids = checkList(item.checks).map(({ leaf }) => leaf.id);
  const words = rest.normalize('NFKC').split(/[\s,、]+/);
  const wanted = words.filter(Boolean).map(word => ids[Number(word) - 1] ?? findCheck(item, word));
  for (const id of wanted) {
    toRow(talk, row => row.kind === 'check' && row.check.leaf.id === id);
    talk.press('space');
  }
  const next = await changed(talk, 'checks');
  await sayProposal(talk);
  return next;
};

async function sayProposal({ state, context, t }: Talk): Promise<void> {
  const { screen } = state();
  const status = screen.name === 'walk' ? proposalOf(state(), screen) : undefined;
  if (status === undefined) return;
  const n = keyOf(status).slice('answer-'.length);
  await context.say(t('plain.proposed', { status: t(`status.${status}`), n }));
}

/** Turns something of the item on or off, and says how it is now. */
export const turn =
  (command: 'flag' | 'later' | 'same-for-all'): Handler =>
  async talk => {
    const from = here(talk);
    if (command === 'same-for-all' && from.current.units.length === 0)
      throw new Refused('plain.no-units', { item: from.current.item.id });
    talk.press(command);
    await talk.settle();
    const next = await reached(talk, from);
    if (next === 'stay') await saySaved(talk);
    else await talk.context.say(talk.t('plain.saved', { item: from.current.item.id }));
    return next;
  };

async function show(talk: Talk): Promise<Next> {
  await sayAnswer(talk);
  return 'stay';
}
