import type { Answer, Assessment, Milestone, UnitAnswer, UnitProfile } from './assessment.ts';
import { settled } from './merging/settled.ts';

type Settable = Pick<Answer, 'status' | 'reason' | 'note' | 'evidence' | 'owner' | 'due' | 'flag' | 'plan'>;

/** New values for fields of an answer; `null` removes the field. */
export type AnswerPatch = { [Key in keyof Settable]?: Settable[Key] | null };

/** New values for what differs for one unit; `null` removes the field. */
export type UnitPatch = Pick<AnswerPatch, 'status' | 'reason' | 'note'>;

/** New values for fields of the assessment itself; `null` removes the field. */
export type ProfilePatch = {
  name?: string;
  lang?: 'ja' | 'en';
  reviewDate?: string | null;
  participants?: Assessment['participants'];
};

/**
 * One change a person made, small enough that two programs on one file never undo each other.
 * `at` is an ISO instant in UTC; `unit` says that only the answer for that unit changes.
 */
export type Edit =
  | { type: 'answer'; item: string; unit?: undefined; set: AnswerPatch; at: string }
  | { type: 'answer'; item: string; unit: string; set: UnitPatch; at: string }
  | { type: 'check'; item: string; unit?: string; check: string; value: 'yes' | 'no' | null; at: string }
  | { type: 'value'; item: string; unit?: string; value: string; text: string | null; at: string }
  | { type: 'unit'; unit: string; name: string | null; at: string }
  | { type: 'unit-value'; unit: string; value: string; text: string | null; at: string }
  | { type: 'gate'; gate: string; value: 'yes' | 'no' | null; at: string }
  | { type: 'profile'; set: ProfilePatch; at: string }
  | { type: 'milestone'; milestone: Milestone; at: string }
  | { type: 'milestone'; remove: string; at: string }
  | { type: 'position'; item: string };

/** The assessment after one edit, which settles what copies disagreed on there. The argument stays as it was. */
export function applyEdit(assessment: Assessment, edit: Edit): Assessment {
  return settled(changed(assessment, edit), edit);
}

function changed(assessment: Assessment, edit: Edit): Assessment {
  switch (edit.type) {
    case 'position':
      return { ...assessment, position: edit.item };
    case 'profile':
      return { ...patched(assessment, edit.set), updatedAt: edit.at };
    case 'gate':
      return { ...assessment, gates: patched(assessment.gates, { [edit.gate]: edit.value }), updatedAt: edit.at };
    case 'unit':
      return withUnit(assessment, edit, profile => patched(profile, { name: edit.name }));
    case 'unit-value':
      return withUnit(assessment, edit, profile => ({
        ...profile,
        values: patched(profile.values ?? {}, { [edit.value]: edit.text }),
      }));
    case 'answer':
      return withAnswer(assessment, edit, answer => patched(answer, { ...edit.set, ...confirmed(edit.set) }));
    case 'milestone':
      return { ...assessment, milestones: withMilestone(assessment.milestones ?? [], edit), updatedAt: edit.at };
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

/** Whoever gives a status has confirmed what came from an earlier version. */
function confirmed({ status }: UnitPatch): { confirm?: null } {
  return status ? { confirm: null } : {};
}

function withMilestone(all: Milestone[], edit: Extract<Edit, { type: 'milestone' }>): Milestone[] {
  if ('remove' in edit) return all.filter(one => one.id !== edit.remove);
  return [...all.filter(one => one.id !== edit.milestone.id), edit.milestone];
}

type Placed = { item: string; unit?: string | undefined; at: string };

function withAnswer(
  assessment: Assessment,
  { item, unit, at }: Placed,
  change: <One extends UnitAnswer>(answer: One) => One,
): Assessment {
  const before: Answer = assessment.answers[item] ?? {};
  const after =
    unit === undefined
      ? change(before)
      : { ...before, units: { ...before.units, [unit]: change(before.units?.[unit] ?? {}) } };
  return { ...assessment, answers: { ...assessment.answers, [item]: { ...after, updatedAt: at } }, updatedAt: at };
}

function withUnit(
  assessment: Assessment,
  { unit, at }: { unit: string; at: string },
  change: (profile: UnitProfile) => UnitProfile,
): Assessment {
  const units = { ...assessment.units, [unit]: change(assessment.units?.[unit] ?? {}) };
  return { ...assessment, units, updatedAt: at };
}

function patched<T extends object>(value: T, patch: { [key: string]: unknown }): T {
  const entries = Object.entries({ ...value, ...patch }).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(entries) as T;
}
