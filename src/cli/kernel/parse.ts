import { type Participant, REASONS, type Reason, ROLES, STATUSES, type Status } from '../../assessment/assessment.ts';
import { type Around, type Day, isAbsentDay, parseDay } from '../../assessment/day.ts';
import { LANGS, translator } from '../../i18n/index.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** Everything a person may say of an item; `unanswered` takes the answer back. */
export const STATUS_WORDS = [...STATUSES, 'unanswered'] as const;
export type StatusWord = Status | 'unanswered';

/** Text as it is compared: full width or half width, upper or lower case are alike. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The status a word stands for, in either language. */
export function statusOf(text: string): StatusWord | undefined {
  const wanted = fold(text);
  return STATUS_WORDS.find(
    word => word === wanted || LANGS.some(lang => fold(translator(lang)(`status.${word}`)) === wanted),
  );
}

/** As `statusOf`. Throws UsageError. */
export function requireStatus(text: string): StatusWord {
  const status = statusOf(text);
  if (status === undefined) throw new UsageError('bad-status', { text }, nearest(text, [...STATUS_WORDS], 2));
  return status;
}

/** A calendar day; without a year it needs `around`. Throws UsageError. */
export function requireDay(text: string, around?: Around): Day {
  const day = parseDay(text, around);
  if (day === undefined) throw new UsageError(isAbsentDay(text) ? 'no-such-day' : 'bad-day', { text });
  return day;
}

/** The code of a reason, whatever its case and dashes. Throws UsageError. */
export function requireReason(text: string): Reason {
  const wanted = fold(text)
    .replace(/[\s-]+/g, '_')
    .toUpperCase();
  const reason = REASONS.find(code => code === wanted);
  if (reason === undefined) throw new UsageError('bad-reason', { text }, nearest(text, [...REASONS], 1));
  return reason;
}

const YES_NO: Record<string, 'yes' | 'no' | 'unset'> = {
  yes: 'yes',
  y: 'yes',
  はい: 'yes',
  true: 'yes',
  no: 'no',
  n: 'no',
  いいえ: 'no',
  false: 'no',
  unset: 'unset',
  '-': 'unset',
  未定: 'unset',
};

/** Yes, no or taken back, in either language. */
export function yesNoOf(text: string): 'yes' | 'no' | 'unset' | undefined {
  return Object.hasOwn(YES_NO, fold(text)) ? YES_NO[fold(text)] : undefined;
}

/** As `yesNoOf`, with null for taken back, as edits have it. Throws UsageError. */
export function requireYesNo(text: string): 'yes' | 'no' | null {
  const answer = yesNoOf(text);
  if (answer === undefined) throw new UsageError('bad-yes-no', { text });
  return answer === 'unset' ? null : answer;
}

/** The two sides of `key=value`. Throws UsageError. */
export function requirePair(text: string): [key: string, value: string] {
  const at = text.search(/[=＝]/);
  if (at < 1) throw new UsageError('bad-pair', { text });
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** Somebody as `name` or `name:role`, the role in either language. Throws UsageError. */
export function requireParticipant(text: string): Participant {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
  const name = (at === -1 ? text : text.slice(0, at)).trim();
  if (name === '') throw new UsageError('bad-name', { text });
  if (at === -1) return { name };
  const wanted = fold(text.slice(at + 1));
  const role = ROLES.find(
    one => one === wanted || LANGS.some(lang => fold(translator(lang)(`role.${one}`)) === wanted),
  );
  if (role === undefined) throw new UsageError('bad-role', { text: text.slice(at + 1), roles: ROLES.join(', ') });
  return { name, role };
}
