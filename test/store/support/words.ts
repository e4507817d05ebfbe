import type { Edit } from '../../../src/assessment/answers/edit.ts';
import type { Answer, Assessment, Workshop } from '../../../src/assessment/assessment.ts';
import { nextId } from '../../../src/assessment/next-id.ts';

/** Every kind of list and text that people add to. */
export const WORD_KINDS = [
  'evidence',
  'note',
  'decision',
  'action',
  'dissent',
  'vote',
  'value',
  'unit-note',
  'people',
  'milestone',
  'park',
  'workshop',
  'unit',
  'unit-value',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

const AT = '2026-11-30T09:00:00.000Z';

/**
 * The edit of somebody who sees an assessment and adds a word of their own to it, without taking anything away: to a list
 * as one more entry, to a text as one more line below all that they see there.
 */
export function editSaying(seen: Assessment, kind: WordKind, item: string, text: string): Edit {
  const own: Answer = seen.answers[item] ?? {};
  const answer = (set: Extract<Edit, { type: 'answer'; unit?: undefined }>['set']): Edit => ({
    type: 'answer',
    item,
    set,
    at: AT,
  });
  switch (kind) {
    case 'evidence':
      return answer({ evidence: [...(own.evidence ?? []), { id: nextId('e', own.evidence ?? []), what: text }] });
    case 'note':
      return answer({ note: below(own.note, own, 'note', text) });
    case 'decision':
      return answer({ decision: below(own.decision, own, 'decision', text) });
    case 'action':
      return answer({ plan: { ...own.plan, action: below(own.plan?.action, own, 'plan.action', text) } });
    case 'dissent':
      return answer({ dissent: [...(own.dissent ?? []), { name: text }] });
    case 'vote':
      return { type: 'vote', item, name: text, vote: { status: 'met' }, at: AT };
    case 'value':
      return { type: 'value', item, value: text, text, at: AT };
    case 'unit-note': {
      const note = below(own.units?.['u1']?.note, own, 'units.u1.note', text);
      return { type: 'answer', item, unit: 'u1', set: { note }, at: AT };
    }
    default:
      return profileEdit(seen, kind, text);
  }
}

type ProfileKind = 'people' | 'milestone' | 'park' | 'workshop' | 'unit' | 'unit-value';

function profileEdit(seen: Assessment, kind: ProfileKind, text: string): Edit {
  switch (kind) {
    case 'people':
      return { type: 'profile', set: { participants: [...seen.participants, { name: text }] }, at: AT };
    case 'milestone': {
      const id = nextId('m', seen.milestones ?? []);
      return { type: 'milestone', milestone: { id, name: text, at: AT, version: '1', items: {} }, at: AT };
    }
    case 'park':
      return { type: 'park', parked: { id: nextId('p', seen.parking ?? []), text, at: AT }, at: AT };
    case 'workshop':
      return { type: 'workshop', workshop: meeting(seen, text), at: AT };
    case 'unit': {
      const ids = Object.keys(seen.units ?? {}).map(id => ({ id }));
      return { type: 'unit', unit: nextId('u', ids), name: text, at: AT };
    }
    case 'unit-value':
      return { type: 'unit-value', unit: 'u1', value: text, text, at: AT };
  }
}

/** What is there, every value that copies disagree on, and one line more. */
function below(there: string | undefined, { differs }: Answer, path: string, text: string): string {
  const rivals = (differs?.[path] ?? []).map(({ value }) => String(value));
  return [there, ...rivals, text].filter(Boolean).join('\n');
}

function meeting({ workshops = [] }: Assessment, name: string): Workshop {
  const second = String(Number(/\d+/.exec(name)?.[0] ?? 0) % 60).padStart(2, '0');
  return {
    id: nextId('w', workshops),
    kind: 'workshop',
    startedAt: `2026-11-30T09:00:${second}.000Z`,
    minutes: 90,
    pace: 120,
    agenda: 'all',
    present: [name],
    plan: [],
    seconds: 0,
    items: {},
  };
}
