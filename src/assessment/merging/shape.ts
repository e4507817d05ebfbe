/**
 * Which parts of a value are fields of their own when copies are merged; whatever is not named is one field as a whole.
 * - `object`: each key by its shape. `together` are two keys that are one field: the first and what explains it.
 * - `record`: any keys, all alike. `keep` says that a key alone already means something.
 * - `members`: a list of objects told apart by the fields `key`; their other fields are fields of their own.
 * - `set`: a list of things that are what they say; an `id` is only a number in the list, `prefix` before it.
 * - `events`: a list of objects told apart by the fields `key`, each one field as a whole.
 */
export type Shape =
  | { kind: 'leaf'; required?: true }
  | { kind: 'object'; fields: Record<string, Shape>; together?: readonly [string, string] }
  | { kind: 'record'; of: Shape; keep?: true }
  | { kind: 'members'; key: string[]; prefix?: string }
  | { kind: 'set'; order: string[]; prefix?: string }
  | { kind: 'events'; key: string[]; prefix: string; fullest: string };

export const LEAF: Shape = { kind: 'leaf' };
const leaves: Shape = { kind: 'record', of: LEAF };
const status = ['status', 'reason'] as const;

/** An answer, but for its date and what is said about its fields. */
export const ANSWER_SHAPE: Shape = {
  kind: 'object',
  together: status,
  fields: {
    plan: leaves,
    checks: leaves,
    values: leaves,
    votes: leaves,
    evidence: { kind: 'members', key: ['what', 'where', 'date', 'validUntil', 'owner'], prefix: 'e' },
    dissent: { kind: 'members', key: ['name'] },
    units: {
      kind: 'record',
      of: { kind: 'object', together: status, fields: { checks: leaves, values: leaves } },
    },
  },
};

/** What an assessment holds besides answers, dates and the place where somebody left. */
export const PROFILE_SHAPE: Shape = {
  kind: 'object',
  fields: {
    name: { kind: 'leaf', required: true },
    questionnaire: leaves,
    gates: leaves,
    participants: { kind: 'members', key: ['name'] },
    units: { kind: 'record', keep: true, of: { kind: 'object', fields: { values: leaves } } },
    milestones: { kind: 'set', order: ['at', 'name'], prefix: 'm' },
    parking: { kind: 'set', order: ['at', 'text'], prefix: 'p' },
    retired: { kind: 'set', order: ['version', 'item'] },
    workshops: { kind: 'events', key: ['startedAt', 'kind'], prefix: 'w', fullest: 'seconds' },
  },
};
