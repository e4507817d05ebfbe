import { allItems } from '../schema/items.ts';
import type { Change, ChangesFile, Item, QuestionnaireFile } from '../schema/schema.ts';

/** Something wrong in a list of changes: where, and about which id. */
export type ChangeFault = {
  path: PropertyKey[];
  rule: 'change-missing' | 'change-stranger' | 'change-twice' | 'change-sides';
  id: string;
};

/** Every id of both versions has to be told exactly once, and every kind has the sides that it needs. */
export function changeFaults(
  file: ChangesFile,
  before: Pick<QuestionnaireFile, 'sections'>,
  after: Pick<QuestionnaireFile, 'sections'>,
): ChangeFault[] {
  const told = {
    old: placed(file, 'old'),
    new: placed(file, 'new'),
  };
  const sides = file.changes.flatMap((change, at): ChangeFault[] =>
    fits(change) ? [] : [{ path: ['changes', at], rule: 'change-sides', id: change.old?.[0] ?? change.new?.[0] ?? '' }],
  );
  return [...faultsOf(told.old, allItems(before)), ...faultsOf(told.new, allItems(after)), ...sides];
}

/**
 * The changes with what they do not tell of, which only lists of others may leave out: an id that both versions have
 * counts as changed in meaning, so that somebody looks at it; one that only one version has was removed or added.
 */
export function wholeChanges(
  { same = [], changes = [] }: Partial<ChangesFile>,
  before: Pick<QuestionnaireFile, 'sections'>,
  after: Pick<QuestionnaireFile, 'sections'>,
): Pick<ChangesFile, 'same' | 'changes'> {
  const untold = (side: 'old' | 'new', items: Item[]): string[] => {
    const told = new Set([...same, ...changes.flatMap(change => change[side] ?? [])]);
    return items.map(item => item.id).filter(id => !told.has(id));
  };
  const [old, next] = [untold('old', allItems(before)), untold('new', allItems(after))];
  const note = { ja: '', en: '' };
  return {
    same,
    changes: [
      ...changes,
      ...old.map(
        (id): Change =>
          next.includes(id) ? { kind: 'meaning', old: [id], new: [id], note } : { kind: 'removed', old: [id], note },
      ),
      ...next.filter(id => !old.includes(id)).map((id): Change => ({ kind: 'added', new: [id], note })),
    ],
  };
}

type Placed = { id: string; path: PropertyKey[] };

function placed({ same, changes }: ChangesFile, side: 'old' | 'new'): Placed[] {
  return [
    ...same.map((id, at) => ({ id, path: ['same', at] })),
    ...changes.flatMap((change, at) =>
      (change[side] ?? []).map((id, index) => ({ id, path: ['changes', at, side, index] })),
    ),
  ];
}

function faultsOf(told: Placed[], items: Item[]): ChangeFault[] {
  const known = new Set(items.map(item => item.id));
  const seen = new Set<string>();
  const wrong = told.flatMap(({ id, path }): ChangeFault[] => {
    if (!known.has(id)) return [{ path, rule: 'change-stranger', id }];
    if (seen.has(id)) return [{ path, rule: 'change-twice', id }];
    seen.add(id);
    return [];
  });
  const missing = [...known].filter(id => !seen.has(id));
  return [...wrong, ...missing.map((id): ChangeFault => ({ path: ['same'], rule: 'change-missing', id }))];
}

/** How many ids a kind has on each side. */
function fits({ kind, old = [], new: next = [] }: Change): boolean {
  if (kind === 'added') return old.length === 0 && next.length > 0;
  if (kind === 'removed') return old.length > 0 && next.length === 0;
  if (kind === 'split') return old.length === 1 && next.length > 1;
  if (kind === 'merged') return old.length > 1 && next.length === 1;
  return old.length === 1 && next.length === 1;
}
