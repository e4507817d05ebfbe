import type { Answer, Assessment, Rival, Status } from '../assessment.ts';
import { answerFields, profileFields, statusOf } from './copy.ts';
import { type Fields, MARK } from './fields.ts';
import { canonical, partsOf } from './paths.ts';

/** A field that copies disagree on; without `item` one of the assessment itself. */
export type Differing = { item?: string; path: string; rivals: Rival[] };
/** A field that is another one than before; without `value` it is gone. */
export type Taken = { item?: string; path: string; value?: unknown };

/** Everything that copies disagree on, the assessment itself first, then by item. */
export function differences(assessment: Assessment): Differing[] {
  const of = (differs: Record<string, Rival[]> | undefined, item?: string): Differing[] =>
    Object.entries(differs ?? {}).map(([path, rivals]) => ({ ...(item !== undefined && { item }), path, rivals }));
  const answers = Object.entries(assessment.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...of(assessment.differs), ...answers.flatMap(([item, answer]) => of(answer.differs, item))];
}

/** What differs in `after` and did not in `before`; answers that are the same objects are not looked into. */
export function newlyDiffering(before: Assessment, after: Assessment): Differing[] {
  const of = (one: { differs?: Record<string, Rival[]> | undefined }, old: typeof one, item?: string): Differing[] =>
    Object.entries(one.differs ?? {})
      .filter(([path, rivals]) => canonical(old.differs?.[path]) !== canonical(rivals))
      .map(([path, rivals]) => ({ ...(item !== undefined && { item }), path, rivals }));
  const answers = Object.entries(after.answers).filter(([item, answer]) => before.answers[item] !== answer);
  return [...of(after, before), ...answers.flatMap(([item, answer]) => of(answer, before.answers[item] ?? {}, item))];
}

/** What became another value, but for what differs. */
export function takenInto(before: Assessment, after: Assessment): Taken[] {
  const items = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])].sort();
  return [
    ...changed(profileFields(before), profileFields(after)),
    ...items.flatMap(item =>
      changed(answerFields(before.answers[item] ?? {}), answerFields(after.answers[item] ?? {})).map(one => ({
        item,
        ...one,
      })),
    ),
  ];
}

function changed(before: Fields, after: Fields): Taken[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path): Taken[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if ((now?.size ?? 0) > 1 || canonical([...(old?.keys() ?? [])]) === canonical([...(now?.keys() ?? [])])) return [];
    const [only] = now?.values() ?? [];
    return [{ path, ...(only && { value: only.value }) }];
  });
}

/** Every field of an assessment with its values, for people who compare two states line by line. */
export function everyField(assessment: Assessment): { item?: string; path: string; values: unknown[] }[] {
  const lines = (fields: Fields, item?: string) =>
    [...fields]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, values]) => ({
        ...(item !== undefined && { item }),
        path,
        values: [...values.values()].map(one => one.value),
      }));
  const answers = Object.entries(assessment.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...lines(profileFields(assessment)), ...answers.flatMap(([item, one]) => lines(answerFields(one), item))];
}

/** A field in words; `word` gives the word for a part of an answer, or the part itself. */
export function fieldName(path: string, word: (part: string) => string): string {
  const parts = partsOf(path);
  return parts
    .map((part, index) => (index === 0 || (parts[0] === 'units' && index === 2) ? word(part) : shown(part)))
    .join(' ');
}

/** Evidence and the like are named by all that they say; what comes first is enough for people. */
function shown(part: string): string {
  if (!/^[[{]/.test(part)) return part;
  try {
    const said = JSON.parse(part) as unknown;
    const values = Object.values(said as object).filter(one => typeof one === 'string');
    return values.join(' | ');
  } catch {
    return part;
  }
}

/** A value in words; `word` gives the word for a status. */
export function valueWords(path: string, value: unknown, word: (status: Status) => string): string {
  if (value === MARK) return '+';
  const [first, , third] = partsOf(path);
  if (first === 'confirm') return confirmWords(value as NonNullable<Answer['confirm']>, word);
  const status = first === 'status' || first === 'votes' || third === 'status' ? statusOf(value) : undefined;
  if (status === undefined) return typeof value === 'string' ? value : canonical(value);
  const { reason, note } = (typeof value === 'object' ? value : {}) as { reason?: Answer['reason']; note?: string };
  const more = reason ? [reason.code, reason.text] : [note];
  const told = more.filter(one => one !== undefined).join(': ');
  return told === '' ? word(status) : `${word(status)} (${told})`;
}

/** What was said of an earlier version: `Met (2024-02)`. */
function confirmWords({ was, from }: NonNullable<Answer['confirm']>, word: (status: Status) => string): string {
  return was === undefined ? from : `${word(was)} (${from})`;
}
