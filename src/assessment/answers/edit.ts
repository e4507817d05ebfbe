import type { Answer, Assessment, Milestone, Parked, UnitAnswer, UnitProfile, Vote, Workshop } from '../assessment.ts';
import { settled } from '../merging/settled.ts';
import { counted } from '../workshop/workshop.ts';

type Settable = Pick<
  Answer,
  'status' | 'reason' | 'note' | 'evidence' | 'owner' | 'due' | 'flag' | 'plan' | 'decision' | 'dissent' | 'later'
>;

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
 * Time that a meeting took until `at`: on `item` if one was on the screen, which is `settled` now or not. `pause` begins
 * a break, `resume` goes on without counting what lay between, `end` closes the meeting.
 */
type WorkshopTime = { item?: string | undefined; settled?: boolean; turn?: 'pause' | 'resume' | 'end' };

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
  | { type: 'vote'; item: string; name: string; vote: Vote | null; at: string }
  | { type: 'park'; parked: Parked; at: string }
  | { type: 'park'; remove: string; at: string }
  | { type: 'workshop'; workshop: Workshop; at: string }
  | ({ type: 'workshop-time'; workshop: string; at: string } & WorkshopTime)
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
    case 'vote':
      return withAnswer(assessment, edit, answer => ({
        ...answer,
        votes: patched((answer as Answer).votes ?? {}, { [edit.name]: edit.vote }),
      }));
    case 'park':
      return { ...assessment, parking: withParked(assessment.parking ?? [], edit), updatedAt: edit.at };
    case 'workshop':
    case 'workshop-time':
      return { ...assessment, workshops: withWorkshop(assessment.workshops ?? [], edit), updatedAt: edit.at };
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

function withParked(all: Parked[], edit: Extract<Edit, { type: 'park' }>): Parked[] {
  if ('remove' in edit) return all.filter(one => one.id !== edit.remove);
  return [...all.filter(one => one.id !== edit.parked.id), edit.parked];
}

function withWorkshop(all: Workshop[], edit: Extract<Edit, { type: 'workshop' | 'workshop-time' }>): Workshop[] {
  if (edit.type === 'workshop') return [...all.filter(one => one.id !== edit.workshop.id), edit.workshop];
  return all.map(one => (one.id === edit.workshop ? turned(one, edit) : one));
}

/** A meeting after some time: counted, settled, and turned to a break, back to work or to its end. */
function turned(workshop: Workshop, { item, settled, turn, at }: WorkshopTime & { at: string }): Workshop {
  const resumed = turn === 'resume' ? { ...workshop, countedAt: at } : counted(workshop, item, at);
  const own = item === undefined ? undefined : resumed.items[item];
  const items =
    item !== undefined && own && settled !== undefined
      ? { ...resumed.items, [item]: patched(own, { settledAt: settled ? at : null }) }
      : resumed.items;
  if (turn !== 'pause' && turn !== 'end') return { ...resumed, items };
  const { countedAt: _, ...stopped } = resumed;
  return { ...stopped, items, ...(turn === 'end' && { endedAt: at }) };
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
