import fc from 'fast-check';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { merged } from '../../src/assessment/merging/merge.ts';
import { together } from '../../src/assessment/merging/together.ts';
import { sampleAssessment } from './session.ts';

const AT = '2026-11-22T10:00:00.000Z';

/** Where a word can be written; in `unit` slots `pick` says of which unit. */
const SLOTS = [
  'name',
  'note',
  'decision',
  'value',
  'action',
  'unit-name',
  'unit-name',
  'unit-note',
  'unit-note',
  'unit-value',
  'evidence',
  'dissent',
  'parked',
] as const;
type Slot = (typeof SLOTS)[number];

/** What somebody does: a new word, none any more, one of those that copies disagree on, or an exchange with the others. */
export type Step = { who: number; what: 'write' | 'clear' | 'decide' | 'exchange'; slot: Slot; pick: number };

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('write', 'write', 'write', 'clear', 'decide', 'decide', 'decide', 'exchange', 'exchange'),
    slot: fc.constantFrom(...SLOTS),
    pick: fc.nat(5),
  }),
  { minLength: 20, maxLength: 50, size: 'max' },
);

/** Every word in a text. */
export const wordsIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(/\bw\d+w\b/g) ?? []);

/**
 * A word that somebody gave, by writing it or by choosing it among several. It is `over` once somebody who had seen
 * that has written something else there. `customer` is what the unit was called that it was said of.
 */
type Said = { word: string; over: boolean; customer?: string | undefined };
/** A word that stood alone was replaced: whoever chooses it meanwhile, without having seen that, has chosen what was known. */
type Replaced = { alone: string };
type Person = { copy: Assessment; base: Assessment; seen: Set<Said | Replaced> };

/** What three people did, who merge by way of one place as with Git, and what has to be there in the end. */
export type Story = { end: Assessment; said: Said[]; decisions: number; exchanges: number };

/** Plays a story; the oracle in it knows who has seen what, and nothing of how copies are merged. */
export function played(all: Step[]): Story {
  const start = sampleAssessment({ name: 'w0w' });
  const first: Said = { word: 'w0w', over: false };
  const said = [first];
  const replaced: Replaced[] = [];
  const people: Person[] = [0, 1, 2].map(() => ({ copy: start, base: start, seen: new Set<Said | Replaced>([first]) }));
  let place = { copy: start, seen: new Set<Said | Replaced>([first]) };
  let [decisions, exchanges] = [0, 0];
  const exchange = (person: Person): void => {
    const { ours, theirs, base } = together({ ours: person.copy, theirs: place.copy, base: person.base });
    const copy = merged(ours, theirs, base);
    place = { copy, seen: new Set([...person.seen, ...place.seen]) };
    Object.assign(person, { copy, base: copy, seen: new Set(place.seen) });
    exchanges += 1;
  };
  for (const step of all) {
    const person = people[step.who];
    if (!person) continue;
    if (step.what === 'exchange') exchange(person);
    else if (act(person, step, said, replaced)) decisions += 1;
  }
  for (const person of [...people, ...people]) exchange(person);
  return { end: place.copy, said, decisions, exchanges };
}

/** Does a step in somebody's copy; whether it was a decision. */
function act(person: Person, { what, ...step }: Step, said: Said[], replaced: Replaced[]): boolean {
  const { copy, seen } = person;
  const units = unitsOf(copy);
  const open = what === 'decide' ? openSlots(copy) : [];
  const { slot, unit, word } =
    what === 'decide'
      ? (open[step.pick % open.length] ?? { slot: step.slot, unit: '', word: undefined })
      : { ...step, unit: units[step.pick % units.length] ?? 'u1', word: what === 'write' ? `w${said.length}w` : null };
  if (word === undefined || (what === 'clear' && slot === 'name')) return false;
  person.copy = editsOf(copy, slot, unit, word).reduce(applyEdit, copy);
  const [before, left] = [wordsIn(copy), wordsIn(person.copy)];
  const disputed = new Set(openSlots(copy).map(one => one.word));
  for (const gone of [...before].filter(one => !left.has(one))) {
    const isAlone = !disputed.has(gone);
    for (const one of said) if (one.word === gone && (isAlone || seen.has(one))) one.over = true;
    if (isAlone) note(replaced, seen, { alone: gone });
  }
  if (word !== null) {
    const { name } = copy.units?.[unit] ?? {};
    const over = replaced.some(one => one.alone === word && !seen.has(one));
    const one: Said = { word, over, ...(slot === 'unit-note' && { customer: name }) };
    note(said, seen, one);
  }
  return what === 'decide';
}

function note<One extends Said | Replaced>(all: One[], seen: Person['seen'], one: One): void {
  all.push(one);
  seen.add(one);
}

const unitsOf = ({ units = {} }: Assessment): string[] => [...new Set(['u1', 'u2', ...Object.keys(units)])];

/** Every value of what copies disagree on, and where it is written. */
function openSlots(copy: Assessment): { slot: Slot; unit: string; word: string }[] {
  const paths: [string, Slot, string][] = [
    ['name', 'name', ''],
    ['note', 'note', ''],
    ['decision', 'decision', ''],
    ['values.rto', 'value', ''],
    ['plan.action', 'action', ''],
    ...unitsOf(copy).flatMap((unit): [string, Slot, string][] => [
      [`units.${unit}.name`, 'unit-name', unit],
      [`units.${unit}.values.city`, 'unit-value', unit],
      [`units.${unit}.note`, 'unit-note', unit],
    ]),
  ];
  const all = { ...copy.differs, ...copy.answers['A-1']?.differs };
  return paths.flatMap(([path, slot, unit]) =>
    (all[path] ?? []).map(({ value }) => ({ slot, unit, word: String(value) })),
  );
}

function editsOf(copy: Assessment, slot: Slot, unit: string, word: string | null): Edit[] {
  const at = AT;
  const item = 'A-1';
  const { evidence = [], dissent = [] } = copy.answers[item] ?? {};
  switch (slot) {
    case 'name':
      return word === null ? [] : [{ type: 'profile', set: { name: word }, at }];
    case 'note':
    case 'decision':
      return [{ type: 'answer', item, set: { [slot]: word }, at }];
    case 'value':
      return [{ type: 'value', item, value: 'rto', text: word, at }];
    case 'action':
      return [{ type: 'answer', item, set: { plan: word === null ? null : { action: word } }, at }];
    case 'unit-name':
      return word === null ? [] : [{ type: 'unit', unit, name: word, at }];
    case 'unit-note':
      return [{ type: 'answer', item, unit, set: { note: word }, at }];
    case 'unit-value':
      return [{ type: 'unit-value', unit, value: 'city', text: word, at }];
    case 'evidence':
      return [
        { type: 'answer', item, set: { evidence: listed(evidence, word, { id: word ?? '', what: word ?? '' }) }, at },
      ];
    case 'dissent':
      return [{ type: 'answer', item, set: { dissent: listed(dissent, word, { name: word ?? '' }) }, at }];
    case 'parked': {
      const [oldest] = copy.parking ?? [];
      if (word !== null) return [{ type: 'park', parked: { id: word, text: word, at }, at }];
      return oldest ? [{ type: 'park', remove: oldest.id, at }] : [];
    }
  }
}

/** A list with one more, or without its first. */
function listed<One>(all: One[], word: string | null, one: One): One[] {
  return word === null ? all.slice(1) : [...all, one];
}
