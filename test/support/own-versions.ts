import { contentHash } from '../../src/questionnaire/content-hash.ts';
import type { Questionnaire } from '../../src/questionnaire/schema.ts';
import type { Shipped } from '../../src/questionnaire/shipped.ts';
import { anItem, pair, sampleQuestionnaire } from './session.ts';

/**
 * The versions `v1` … of a list of one's own with `size` items. From each to the next one item has another threshold, one
 * another number; every third time one is removed and another one added.
 */
export function ownVersions(count: number, size: number): Questionnaire[] {
  let last = 0;
  const fresh = (): string => {
    last += 1;
    return `OWN-${String(last).padStart(3, '0')}`;
  };
  let ids = Array.from({ length: size }, fresh);
  const versions = [listOf(1, ids)];
  for (let number = 2; number <= count; number += 1) {
    const note = pair(`第 ${number} 版で変わりました。`, `Changed in version ${number}.`);
    const at = (step: number): string => ids[(number * step + step) % size] ?? '';
    const [harder, renamed, removed] = [at(3), at(7), at(11)];
    const moves = renamed !== harder;
    const swaps = number % 3 === 0 && removed !== harder && removed !== renamed;
    const [next, added] = [fresh(), fresh()];
    const changes: NonNullable<Questionnaire['changes']>['changes'] = [
      { kind: 'threshold', old: [harder], new: [harder], note },
      ...(moves ? [{ kind: 'renumbered' as const, old: [renamed], new: [next], note }] : []),
      ...(swaps ? [{ kind: 'removed' as const, old: [removed], note }] : []),
      ...(swaps ? [{ kind: 'added' as const, new: [added], note }] : []),
    ];
    const told = new Set(changes.flatMap(one => one.old ?? []));
    const same = ids.filter(id => !told.has(id));
    ids = ids.map(id => (moves && id === renamed ? next : swaps && id === removed ? added : id));
    versions.push(listOf(number, ids, { from: `v${number - 1}`, same, changes }));
  }
  return versions;
}

function listOf(number: number, ids: string[], changes?: Questionnaire['changes']): Questionnaire {
  const list = sampleQuestionnaire({
    id: 'own-list',
    version: `v${number}`,
    sections: [{ id: 'all', title: pair('すべて', 'All'), items: ids.map(id => anItem(id)) }],
    ...(changes && { changes }),
  });
  return { ...list, contentHash: contentHash(list) };
}

/** What a store needs of shipped lists where there are none. */
export const NONE_SHIPPED: Shipped = { summaries: () => [], read: () => undefined };
