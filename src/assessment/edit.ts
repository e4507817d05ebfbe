import type { Answer, Assessment } from './assessment.ts';

type Settable = Pick<Answer, 'status' | 'reason' | 'note' | 'evidence' | 'owner' | 'due' | 'flag'>;

/** New values for fields of an answer; `null` removes the field. */
export type AnswerPatch = { [Key in keyof Settable]?: Settable[Key] | null };

/** New values for fields of the assessment itself; `null` removes the field. */
export type ProfilePatch = {
  name?: string;
  lang?: 'ja' | 'en';
  reviewDate?: string | null;
  participants?: Assessment['participants'];
};

/**
 * One change a person made, small enough that two programs on one file never undo each other.
 * `at` is an ISO instant in UTC.
 */
export type Edit =
  | { type: 'answer'; item: string; set: AnswerPatch; at: string }
  | { type: 'check'; item: string; check: string; value: 'yes' | 'no' | null; at: string }
  | { type: 'value'; item: string; value: string; text: string | null; at: string }
  | { type: 'gate'; gate: string; value: 'yes' | 'no' | null; at: string }
  | { type: 'profile'; set: ProfilePatch; at: string }
  | { type: 'position'; item: string };

/** The assessment after one edit. The argument stays as it was. */
export function applyEdit(assessment: Assessment, edit: Edit): Assessment {
  switch (edit.type) {
    case 'position':
      return { ...assessment, position: edit.item };
    case 'profile':
      return { ...patched(assessment, edit.set), updatedAt: edit.at };
    case 'gate':
      return { ...assessment, gates: patched(assessment.gates, { [edit.gate]: edit.value }), updatedAt: edit.at };
    case 'answer':
      return withAnswer(assessment, edit, answer => patched(answer, edit.set));
    case 'check':
      return withAnswer(assessment, edit, answer => ({
        ...answer,
        checks: patched(answer.checks ?? {}, { [edit.check]: edit.value }),
      }));
    case 'value':
      return withAnswer(assessment, edit, answer => ({
        ...answer,
        values: patched(answer.values ?? {}, { [edit.value]: edit.text }),
      }));
  }
}

function withAnswer(
  assessment: Assessment,
  edit: { item: string; at: string },
  change: (answer: Answer) => Answer,
): Assessment {
  const answer = { ...change(assessment.answers[edit.item] ?? {}), updatedAt: edit.at };
  return { ...assessment, answers: { ...assessment.answers, [edit.item]: answer }, updatedAt: edit.at };
}

function patched<T extends object>(value: T, patch: { [key: string]: unknown }): T {
  const entries = Object.entries({ ...value, ...patch }).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(entries) as T;
}
