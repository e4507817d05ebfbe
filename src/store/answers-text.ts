/// <reference lib="es2024.string" />
import { isDeepStrictEqual } from 'node:util';
import { Answer } from '../assessment/assessment.ts';
import { sortedByKey, tidyJson } from './tidy-json.ts';

/** An answer as the file says it under a key, and as it is read back from there. */
type Written = { key: string; line: string; answer: Answer };
/** All answers as the file says them, as they are read back, and the date of the newest of them, empty without any. */
export type AllAnswers = { text: string; answers: Record<string, Answer>; newest: string };

/**
 * What is known of answers, by the objects that hold them: they are replaced, never changed, so with ten thousand answers
 * only the one that was just given is made into text and checked.
 */
const known = new WeakMap<object, Written>();
const knownAll = new WeakMap<object, AllAnswers>();

/** Keys that objects put first, in the order of numbers. */
const NUMBER = /^(?:0|[1-9]\d*)$/;

/** An answer in `answers` of a file; undefined where it is none, or its key none that every object keeps as it is. */
function written(key: string, answer: unknown): Written | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const before = known.get(answer);
  if (before?.key === key) return before;
  if (key === '__proto__' || NUMBER.test(key) || !key.isWellFormed()) return undefined;
  const json = tidyJson(answer);
  const parsed = Answer.safeParse(JSON.parse(json));
  if (!parsed.success) return undefined;
  const line = `    ${JSON.stringify(key)}: ${json.replaceAll('\n', '\n    ')}`;
  // The object that others hold stays, so that what they derived from it stays too.
  const fresh = { key, line, answer: isDeepStrictEqual(parsed.data, answer) ? (answer as Answer) : parsed.data };
  known.set(answer, fresh);
  known.set(fresh.answer, fresh);
  return fresh;
}

/**
 * The answers of an assessment as the text of the file says them, and as they will be read back; undefined where that takes
 * a closer look.
 */
export function answersText(answers: unknown): AllAnswers | undefined {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return undefined;
  const before = knownAll.get(answers);
  if (before) return before;
  const entries = Object.entries(answers);
  const lines: string[] = [];
  const read: [string, Answer][] = [];
  let newest = '';
  let isSame = entries.every(([key], at) => at === 0 || (entries[at - 1]?.[0] ?? '') < key);
  for (const [key, answer] of isSame ? entries : sortedByKey(entries)) {
    const one = written(key, answer);
    if (!one) return undefined;
    isSame &&= one.answer === answer;
    lines.push(one.line);
    read.push([key, one.answer]);
    if ((one.answer.updatedAt ?? '') > newest) newest = one.answer.updatedAt ?? '';
  }
  const text = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  const all = { text, answers: isSame ? (answers as AllAnswers['answers']) : Object.fromEntries(read), newest };
  knownAll.set(answers, all);
  knownAll.set(all.answers, all);
  return all;
}
