import { findItem } from '../../questionnaire/schema/items.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { checkList, proposedStatus } from '../answers/checks.ts';
import type { ItemState } from '../answers/item-state.ts';
import { unitParts } from '../answers/units.ts';
import type { Answer, Assessment } from '../assessment.ts';
import type { Day } from '../day.ts';
import { placesWithSecrets, secretsIn } from '../leaks/secrets.ts';
import type { Finding } from './problem-kinds.ts';
import { acceptance, closingDay } from './readiness.ts';

/** What is about the assessment and no single item: its version, its names, and credentials outside of the answers. */
export function ofWhole(questionnaire: Questionnaire, assessment: Assessment, today: Day): Finding[] {
  const elsewhere = placesWithSecrets(assessment).filter(place => !findItem(questionnaire, place));
  return [
    ...ofVersion(questionnaire, assessment, today),
    ...ofNames(assessment),
    ...elsewhere.map((path): Finding => ({ kind: 'secret-elsewhere', values: { path } })),
  ];
}

function ofVersion(questionnaire: Questionnaire, assessment: Assessment, today: Day): Finding[] {
  const { on, validity } = acceptance(questionnaire, assessment, today);
  const { version } = questionnaire;
  if (validity.state === 'past') return [{ kind: 'version-past', values: { version, on, date: validity.since } }];
  return closingDay(questionnaire, assessment, today) !== undefined
    ? [{ kind: 'version-last-day', values: { version, date: on } }]
    : [];
}

function ofNames({ name, participants }: Assessment): Finding[] {
  const empty = (path: string): Finding => ({ kind: 'name-empty', values: { path } });
  return [
    ...(name.trim() === '' ? [empty('name')] : []),
    ...(participants.some(one => one.name.trim() === '') ? [empty('participants')] : []),
  ];
}

/** A switched-off item is in no list of answers, but what was written there is still in the file and in exports of it. */
export function ofOff({ item, answer, off = '' }: ItemState): Finding[] {
  return secretsIn(answer).includes('secret') ? [{ kind: 'secret-off', item: item.id, values: { gate: off } }] : [];
}

/** A note of fewer letters says nothing to a reviewer, and one of more letters is not the same by chance. */
const SHORT = 4;
const COPIED = 12;
/** As many of the other items are named as help to find them. */
const NAMED = 5;

/** Notes that are too short to say anything, and notes that stand word for word at several items. */
export function ofWords(states: ItemState[]): Finding[] {
  const notes = states.flatMap(({ item, answer }) => {
    const note = answer.note?.trim() ?? '';
    return note === '' ? [] : [{ item: item.id, note, letters: [...note].length, met: answer.status === 'met' }];
  });
  const byNote = new Map<string, string[]>();
  for (const { item, note } of notes) {
    const known = byNote.get(note) ?? [];
    // One more than are named, beside the item itself, says that there are more.
    if (known.length < NAMED + 2) byNote.set(note, [...known, item]);
  }
  return notes.flatMap(({ item, note, letters, met }): Finding[] => {
    if (met && letters < SHORT) return [{ kind: 'short', item, values: {} }];
    const same = (byNote.get(note) ?? []).filter(other => other !== item);
    return letters < COPIED || same.length === 0 ? [] : [{ kind: 'copied', item, values: { items: named(same) } }];
  });
}

function named(items: string[]): string {
  return `${items.slice(0, NAMED).join(', ')}${items.length > NAMED ? ', …' : ''}`;
}

/** Nothing that could be written into the response of the official list: no note, no value, in no unit either. */
export function saysNothing(answer: Answer): boolean {
  return [answer, ...Object.values(answer.units ?? {})].every(
    one => !one.note?.trim() && Object.values(one.values ?? {}).every(text => text.trim() === ''),
  );
}

/** Sub-questions that items answered "met" leave open, all of them as one. */
export function ofChecks(asked: ItemState[]): Finding[] {
  const open = asked.map(state => ({ item: state.item.id, n: openChecks(state) })).filter(one => one.n > 0);
  const [first] = open;
  if (!first) return [];
  const items = named(open.map(one => one.item));
  const n = open.reduce((sum, one) => sum + one.n, 0);
  return [{ kind: 'checks-open', values: { n: String(n), items, first: first.item } }];
}

/** How many sub-questions of an item have no answer, where that leaves open what the answers speak for. */
function openChecks({ item, answer, units, organization }: ItemState): number {
  const common = units.length === 0 || organization !== undefined;
  const parts = [
    ...(common ? [{ answer, checks: item.checks }] : []),
    ...units.filter(one => !one.unit.spare).map(one => ({ answer: one.answer, checks: unitParts(item).checks })),
  ];
  return parts.reduce((sum, { answer: { status, checks: ticks = {} }, checks }) => {
    if (!checks || status !== 'met' || proposedStatus(checks, ticks) !== undefined) return sum;
    return sum + checkList(checks).filter(({ leaf }) => ticks[leaf.id] === undefined).length;
  }, 0);
}
