import * as z from 'zod';
import {
  type Assessment,
  type Participant,
  REASONS,
  ROLES,
  SCHEMA_VERSION,
  STATUSES,
} from '../assessment/assessment.ts';
import { addDays, type Day } from '../assessment/day.ts';
import type { Lang, Questionnaire } from '../questionnaire/schema/schema.ts';

const Pair = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
/** Text in both languages, or one that is the same in both, such as a path. */
const Words = z.union([Pair, z.string().min(1)]);
/** Days from the day of the demo, negative for the past, so that the demo never looks old. */
const Offset = z.number().int();
const YesNo = z.enum(['yes', 'no']);

const DemoEvidence = z.strictObject({
  what: Pair,
  where: Words.optional(),
  date: Offset.optional(),
  validUntil: Offset.optional(),
  owner: Pair.optional(),
});

const DemoAnswer = z.strictObject({
  status: z.enum(STATUSES).optional(),
  reason: z.strictObject({ code: z.enum(REASONS), text: Pair.optional() }).optional(),
  note: Pair.optional(),
  evidence: z.array(DemoEvidence).optional(),
  owner: Pair.optional(),
  due: Offset.optional(),
  flag: z.boolean().optional(),
  checks: z.record(z.string(), YesNo).optional(),
  /** A number is a date as an offset, a text a duration, a pair a text in both languages. */
  values: z.record(z.string(), z.union([Offset, Words])).optional(),
  /** Days since the answer was given. */
  answered: Offset.optional(),
});

/** The example assessment as it is written, in both languages and without dates. */
export const Demo = z.strictObject({
  questionnaire: z.string().regex(/^[^@]+@[^@]+$/),
  name: Pair,
  reviewDate: Offset,
  started: Offset,
  position: z.string(),
  participants: z.array(z.strictObject({ name: Pair, role: z.enum(ROLES) })),
  gates: z.record(z.string(), YesNo),
  answers: z.record(z.string(), DemoAnswer),
});
export type Demo = z.infer<typeof Demo>;
type DemoAnswer = z.infer<typeof DemoAnswer>;

/** The example as an assessment in one language, as if it had been answered in the weeks before `today`. */
export function demoAssessment(demo: Demo, questionnaire: Questionnaire, lang: Lang, today: Day): Assessment {
  const { id, version, contentHash } = questionnaire;
  const answers = Object.entries(demo.answers).map(([item, answer]) => [item, answerOf(answer, lang, today)] as const);
  const updatedAt =
    answers
      .map(([, { updatedAt: at = '' }]) => at)
      .sort()
      .at(-1) ?? instant(today, 0);
  return {
    schemaVersion: SCHEMA_VERSION,
    id: 'demo',
    name: demo.name[lang],
    questionnaire: { id, version, contentHash },
    createdAt: instant(today, demo.started),
    updatedAt,
    lang,
    reviewDate: addDays(today, demo.reviewDate),
    gates: demo.gates,
    participants: demo.participants.map(({ name, role }): Participant => ({ name: name[lang], role })),
    position: demo.position,
    answers: Object.fromEntries(answers),
  };
}

function answerOf(answer: DemoAnswer, lang: Lang, today: Day): Assessment['answers'][string] {
  const { status, reason, note, evidence, owner, due, flag, checks, values, answered = -7 } = answer;
  return {
    ...(status && { status }),
    ...(reason && { reason: { code: reason.code, ...(reason.text && { text: reason.text[lang] }) } }),
    ...(note && { note: note[lang].trim() }),
    ...(evidence && { evidence: evidence.map((one, index) => evidenceOf(one, index, lang, today)) }),
    ...(owner && { owner: owner[lang] }),
    ...(due !== undefined && { due: addDays(today, due) }),
    ...(flag && { flag }),
    ...(checks && { checks }),
    ...(values && { values: valuesOf(values, lang, today) }),
    updatedAt: instant(today, answered),
  };
}

function evidenceOf(one: z.infer<typeof DemoEvidence>, index: number, lang: Lang, today: Day) {
  return {
    id: `e${index + 1}`,
    what: one.what[lang],
    ...(one.where && { where: typeof one.where === 'string' ? one.where : one.where[lang] }),
    ...(one.date !== undefined && { date: addDays(today, one.date) }),
    ...(one.validUntil !== undefined && { validUntil: addDays(today, one.validUntil) }),
    ...(one.owner && { owner: one.owner[lang] }),
  };
}

function valuesOf(values: NonNullable<DemoAnswer['values']>, lang: Lang, today: Day): Record<string, string> {
  const entries = Object.entries(values).map(([id, value]) => {
    if (typeof value === 'number') return [id, addDays(today, value)] as const;
    return [id, typeof value === 'string' ? value : value[lang]] as const;
  });
  return Object.fromEntries(entries);
}

function instant(today: Day, days: number): string {
  return `${addDays(today, days)}T02:30:00.000Z`;
}
