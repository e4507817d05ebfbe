import { applyEdit, type Edit } from '../answers/edit.ts';
import type { Answer, Assessment } from '../assessment.ts';
import { nextId } from '../next-id.ts';
import { fromFields } from './build.ts';
import { isSame, profileFields } from './copy.ts';
import { type Fields, identityOf, type ListShape } from './fields.ts';
import { merged, mergedAnswer } from './merge.ts';
import { partsOf } from './paths.ts';
import { ANSWER_SHAPE, PROFILE_SHAPE, type Shape } from './shape.ts';
import { united } from './united.ts';

/** Edits, and the assessment that whoever made them had before their eyes. */
export type Change = { base: Assessment; edits: readonly Edit[] };

/**
 * The assessment after changes that may have been made on an older state of it. Where nobody has touched the same answer
 * (or part of the assessment itself) since, an edit is applied as it is. Otherwise the two are merged like copies with
 * their common base: each keeps what it added, what only one of them replaced or took away is so, and a field that both
 * gave another value holds both in `differs`.
 */
export function rebased(current: Assessment, ...changes: readonly Change[]): Assessment {
  return changes.reduce((onto, { base, edits }) => {
    let [now, seen] = [onto, base];
    for (const edit of edits) {
      const meant = applyEdit(seen, edit);
      now = now === seen ? meant : rebasedEdit(now, edit, seen, meant);
      seen = meant;
    }
    return now;
  }, current);
}

function rebasedEdit(current: Assessment, edit: Edit, base: Assessment, meant: Assessment): Assessment {
  // Where somebody is and how long a meeting took concerns nobody's words, and is counted on from what is there.
  if (edit.type === 'position') return applyEdit(current, edit);
  if (edit.type === 'workshop-time')
    return applyEdit(current, { ...edit, workshop: sameMeeting(current, edit.workshop, base) });
  if ('item' in edit && edit.item !== undefined) {
    const { item } = edit;
    if (isSame(own(current, item), own(base, item))) return applyEdit(current, edit);
    return withMerged(current, item, base, meant);
  }
  const keys = keysOf(edit);
  if (keys.every(key => isSame(current[key], base[key])) && isSame(current.differs, base.differs))
    return applyEdit(current, edit);
  // Two names for one place are two customers, and their answers go with them.
  if (keys.includes('units')) return withMergedWhole(current, base, meant);
  return withMergedProfile(current, keys, base, meant);
}

/** The id that a meeting of `base` has by now: two that began at once may have been given the same at first. */
function sameMeeting({ workshops = [] }: Assessment, id: string, base: Assessment): string {
  const meant = base.workshops?.find(one => one.id === id);
  const found = workshops.find(one => one.startedAt === meant?.startedAt && one.kind === meant?.kind);
  return found?.id ?? id;
}

function own({ answers }: Assessment, item: string): Answer {
  return Object.hasOwn(answers, item) ? (answers[item] ?? {}) : {};
}

/** The parts of the assessment itself that an edit is about. */
function keysOf(edit: Edit): string[] {
  switch (edit.type) {
    case 'profile':
      return Object.keys(edit.set);
    case 'gate':
      return ['gates'];
    case 'unit':
    case 'unit-value':
      return ['units'];
    case 'park':
      return ['parking'];
    case 'workshop':
      return ['workshops'];
    case 'milestone':
      return ['milestones'];
    default:
      return [];
  }
}

function withMerged(current: Assessment, item: string, base: Assessment, meant: Assessment): Assessment {
  // Without `author` and `without`: these say what a whole copy means, and this is one edit.
  const [ours, theirs, before] = [meant, current, base].map(({ answers }) => ({ answers })) as [Held, Held, Held];
  const whole = mergedAnswer([ours, theirs], item, before);
  const answer = listsLike(whole, own(current, item), ANSWER_SHAPE);
  return {
    ...current,
    answers: { ...current.answers, [item]: answer },
    updatedAt: later(current.updatedAt, meant.updatedAt),
  };
}

type Held = Pick<Assessment, 'answers'>;

/** The assessment with some of its own parts merged; a language that was chosen is no word that could be lost. */
function withMergedProfile(current: Assessment, keys: string[], base: Assessment, meant: Assessment): Assessment {
  const isMeant = (path: string): boolean => keys.includes(partsOf(path)[0] ?? '');
  const fields = (one: Assessment): Fields => new Map([...profileFields(one)].filter(([path]) => isMeant(path)));
  const { differs, by, ...whole } = fromFields(united(fields(meant), fields(current), fields(base)), PROFILE_SHAPE);
  const { differs: otherDiffers, by: otherBy, ...rest } = current;
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !keys.includes(key)));
  const required = Object.fromEntries(
    Object.entries({ gates: {}, participants: [], name: current.name }).filter(([key]) => keys.includes(key)),
  );
  return {
    ...(kept as typeof rest),
    ...required,
    ...listsLike(whole, current, PROFILE_SHAPE),
    ...(keys.includes('lang') && meant.lang && { lang: meant.lang }),
    ...noted('differs', differs, otherDiffers, isMeant),
    ...noted('by', by, otherBy, isMeant),
    updatedAt: later(current.updatedAt, meant.updatedAt),
  };
}

function withMergedWhole(current: Assessment, base: Assessment, meant: Assessment): Assessment {
  const [ours, theirs, before] = [meant, current, base].map(({ author: _, without: __, ...one }) => one);
  if (!ours || !theirs) return current;
  const whole = merged(ours, theirs, before);
  const answers = Object.entries(whole.answers).map(([item, answer]) => [
    item,
    listsLike(answer, own(current, item), ANSWER_SHAPE),
  ]);
  const { id, position, lang, author, without } = current;
  return {
    ...listsLike(whole, current, PROFILE_SHAPE),
    id,
    answers: Object.fromEntries(answers),
    ...(position !== undefined && { position }),
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(without !== undefined && { without }),
  };
}

/** What is noted of merged paths, beside what was noted of the others. */
function noted<Value>(
  key: 'differs' | 'by',
  merged: Record<string, Value> = {},
  before: Record<string, Value> = {},
  isMerged: (path: string) => boolean,
): object {
  const all = { ...Object.fromEntries(Object.entries(before).filter(([path]) => !isMerged(path))), ...merged };
  return Object.keys(all).length > 0 ? { [key]: all } : {};
}

/** Lists with the places and ids that their entries had before; what is new comes after them, with the next free id. */
function listsLike<One extends object>(whole: One, before: object, shape: Shape): One {
  if (shape.kind !== 'object') return whole;
  const lists = new Map<string, unknown>(Object.entries(before));
  const entries = Object.entries(whole).map(([key, value]) => {
    const inner = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    const old = lists.get(key);
    return [key, isList(inner) && Array.isArray(old) && Array.isArray(value) ? listLike(value, old, inner) : value];
  });
  return Object.fromEntries(entries) as One;
}

function isList(shape: Shape | undefined): shape is ListShape {
  return shape !== undefined && 'key' in shape ? true : shape?.kind === 'set';
}

type Entry = Record<string, unknown>;

function listLike(list: Entry[], before: Entry[], shape: ListShape): Entry[] {
  const places = new Map(before.map((one, place) => [identityOf(one, shape), place] as const));
  const placed = list.map(one => ({ one, place: places.get(identityOf(one, shape)) ?? Number.POSITIVE_INFINITY }));
  const sorted = placed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place));
  const all: Entry[] = [];
  for (const { one, place } of sorted) {
    const old = before[place];
    // An entry that is gone keeps its id for itself: whoever still sees it must not mean another one.
    const id = old?.['id'] ?? nextId(shape.prefix ?? '', [...before, ...all]);
    all.push(shape.prefix === undefined ? one : { ...one, id });
  }
  return all;
}

function later(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? b : a;
}
