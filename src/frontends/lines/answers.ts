import { checkList, isLacking, proposedStatus } from '../../assessment/answers/checks.ts';
import type { Edit } from '../../assessment/answers/edit.ts';
import { statusEdits } from '../../assessment/answers/unit-edits.ts';
import { REASONS, type Status } from '../../assessment/assessment.ts';
import { forUnit, keptDay, keptText, statusPatch, valueEdit, withEvidence } from '../../cli/edits.ts';
import { fold, requirePair, requireReason, type StatusWord } from '../../cli/kernel/parse.ts';
import { UsageError } from '../../cli/kernel/usage-error.ts';
import { type Asked, askedPart, findCheck, findField } from '../../cli/lookup.ts';
import { type AnswerPart, answerLines, answerParts } from '../../cli/views/item.ts';
import { turned } from '../../session/ways.ts';
import { next } from './moves.ts';
import { currentOf, focusHere, type Handler, type Outcome, type Plain, saved, type Walk, wordsOf } from './session.ts';
import { nextUnit, showUnit } from './units.ts';

/** Answers the item. Met and unknown go on; partly and not met wait for a note; not applicable asks why. */
export async function answer(plain: Plain, walk: Walk, status: StatusWord, rest = ''): Promise<Outcome> {
  const { context } = plain;
  const { current, unit } = focusHere(plain, walk);
  const { item } = current;
  const t = wordsOf(walk);
  const reason = status === 'not-applicable' ? await askReason(plain, walk, rest) : undefined;
  if (status === 'not-applicable' && !reason) return { walk, step: 'stay' };
  const after = await saved(
    plain,
    walk,
    statusEdits(current, unit?.unit.id, statusPatch(status, reason), context.at()),
  );
  await context.say(t('plain.saved-status', { item: item.id, status: t(`status.${status}`) }));
  if (status === 'unanswered') return { walk: after, step: 'stay' };
  if (status === 'partly' || status === 'not-met') {
    await context.say(t('plain.offer-note'));
    return { walk: after, step: 'stay' };
  }
  if (status === 'met' && focusHere(plain, after).values.some(isLacking)) {
    await context.say(t('plain.offer-value'));
    return { walk: after, step: 'stay' };
  }
  const further = nextUnit(plain, after);
  return further === undefined ? next(plain, after, '') : showUnit(plain, { ...after, unit: further });
}

type Reasoned = NonNullable<Parameters<typeof statusPatch>[1]>;

/** The reason as number or code, with words after it; nothing if the person thinks better of it. */
async function askReason({ context, lines }: Plain, walk: Walk, given: string): Promise<Reasoned | undefined> {
  const t = wordsOf(walk);
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
  const text = keptText(words ?? '');
  return { code, ...(text && { text }) };
}

/** Saves and shows the part that changed. */
async function change(plain: Plain, walk: Walk, part: AnswerPart, edits: Edit[]): Promise<Outcome> {
  const after = await saved(plain, walk, forUnit(edits, focusHere(plain, walk).unit?.unit.id));
  const t = wordsOf(after);
  const focus = focusHere(plain, after);
  const lines = answerParts(focus, t, after.lang)[part];
  await plain.context.say([t('plain.saved', { item: focus.current.item.id }), ...lines].join('\n'));
  return { walk: after, step: 'stay' };
}

/** The sub-questions and values that are asked now. */
function askedHere(plain: Plain, walk: Walk): Asked {
  const { current, unit } = focusHere(plain, walk);
  return askedPart(current.item, unit?.unit.id);
}

/** What is taken back with a dash. */
const REMOVE = /^[-－ー]$/;

/** `n text` replaces the note, `n + text` adds a line, `n -` removes it, `n` alone shows it. */
export const note: Handler = async (plain, walk, rest) => {
  const { current, unit } = focusHere(plain, walk);
  const { item, answer: common } = current;
  const before = unit ? (common.units?.[unit.unit.id] ?? {}) : common;
  if (rest === '') return show(plain, walk);
  const added = /^[+＋]\s*(.*)$/s.exec(rest)?.[1];
  const text = REMOVE.test(rest) ? '' : added === undefined ? rest : `${before.note ?? ''}\n${added}`;
  return change(plain, walk, 'note', [
    { type: 'answer', item: item.id, set: { note: keptText(text, true) }, at: plain.context.at() },
  ]);
};

/** `e what | where | date | valid until | whose` adds evidence, `e -2` removes the second. */
export const evidence: Handler = async (plain, walk, rest) => {
  const { item, answer: before } = currentOf(plain, walk);
  const at = plain.context.at();
  if (rest === '') return show(plain, walk);
  const removed = /^[-－]\s*(\d+)$/.exec(rest.normalize('NFKC'))?.[1];
  if (removed !== undefined) {
    const left = (before.evidence ?? []).filter((_, index) => index + 1 !== Number(removed));
    return change(plain, walk, 'evidence', [
      { type: 'answer', item: item.id, set: { evidence: left.length > 0 ? left : null }, at },
    ]);
  }
  const [what = '', where, date, until, owner] = rest.split(/[|｜]/).map(part => part.trim());
  const all = withEvidence(before, { what, where, date, until, owner }, plain.context.today);
  return change(plain, walk, 'evidence', [{ type: 'answer', item: item.id, set: { evidence: all }, at }]);
};

/** `o name`, `o -`. */
export const owner: Handler = async (plain, walk, rest) => {
  if (rest === '') return show(plain, walk);
  const text = REMOVE.test(rest) ? null : keptText(rest);
  const { item } = currentOf(plain, walk);
  return change(plain, walk, 'owner', [
    { type: 'answer', item: item.id, set: { owner: text }, at: plain.context.at() },
  ]);
};

/** `d date`, `d -`. */
export const due: Handler = async (plain, walk, rest) => {
  if (rest === '') return show(plain, walk);
  const day = keptDay(REMOVE.test(rest) ? '' : rest, plain.context);
  const { item } = currentOf(plain, walk);
  return change(plain, walk, 'due', [{ type: 'answer', item: item.id, set: { due: day }, at: plain.context.at() }]);
};

/** `v key=value`, or the value alone where the item asks for one. */
export const value: Handler = async (plain, walk, rest) => {
  const item = askedHere(plain, walk);
  if (rest === '') return show(plain, walk);
  const [only, second] = item.values ?? [];
  const alone = only && !second && !/[=＝]/.test(rest);
  const [field, text] = alone ? ([only, rest] as const) : pairOf(rest, key => findField(item, key));
  return change(plain, walk, 'values', [valueEdit(item, field, REMOVE.test(text) ? '' : text, plain.context.at())]);
};

function pairOf<Found>(rest: string, find: (key: string) => Found): readonly [Found, string] {
  const [key, text] = requirePair(rest);
  return [find(key), text];
}

/** `c 1 3` turns ticks over: open, yes, no, open; then says what the ticks speak for. */
export const tick: Handler = async (plain, walk, rest) => {
  const { answer: before } = focusHere(plain, walk);
  const item = askedHere(plain, walk);
  if (rest === '' || !item.checks) return item.checks ? show(plain, walk) : noChecks(plain, walk);
  const ids = checkList(item.checks).map(({ leaf }) => leaf.id);
  const at = plain.context.at();
  const edits = rest
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter(Boolean)
    .map((word): Edit => {
      const check = ids[Number(word) - 1] ?? findCheck(item, word);
      return { type: 'check', item: item.id, check, value: turned(before.checks?.[check]), at };
    });
  const outcome = await change(plain, walk, 'checks', edits);
  await offerStatus(plain, outcome.walk);
  return outcome;
};

const NUMBERS: Partial<Record<Status, number>> = { met: 1, partly: 2, 'not-met': 3 };

async function offerStatus(plain: Plain, walk: Walk): Promise<void> {
  const { checks, answer: now } = focusHere(plain, walk);
  const proposed = checks && proposedStatus(checks, now.checks ?? {});
  if (proposed === undefined || proposed === now.status) return;
  const t = wordsOf(walk);
  await plain.context.say(t('plain.proposed', { status: t(`status.${proposed}`), n: NUMBERS[proposed] ?? '' }));
}

async function noChecks(plain: Plain, walk: Walk): Promise<Outcome> {
  throw new UsageError('unknown-check', { item: currentOf(plain, walk).item.id, check: '', checks: '-' });
}

async function show(plain: Plain, walk: Walk): Promise<Outcome> {
  const lines = answerLines(focusHere(plain, walk), wordsOf(walk), walk.lang);
  await plain.context.say(lines.join('\n'));
  return { walk, step: 'stay' };
}
