import { contentHash } from '../../src/questionnaire/load/content-hash.ts';
import type { Shipped } from '../../src/questionnaire/load/shipped.ts';
import type { Change, Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { anItem, pair, sampleQuestionnaire } from './session.ts';

/**
 * The versions `v1` … of a list of one's own with about `size` items. From each to the next one item has another threshold, one
 * another number; every second time one is removed and another one added, and one is split or two become one.
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
    const free = [...ids];
    /** An item that nothing else happens to. */
    const other = (step: number): string => free.splice((number * step + step) % free.length, 1)[0] ?? '';
    const changes: Change[] = [
      { kind: 'threshold', ...stays(other(3)), note },
      { kind: 'renumbered', old: [other(7)], new: [fresh()], note },
      ...(number % 2 === 1
        ? [
            { kind: 'removed' as const, old: [other(11)], note },
            { kind: 'added' as const, new: [fresh()], note },
          ]
        : []),
      ...(number % 4 === 2 ? [split(other(5), fresh(), note)] : []),
      ...(number % 4 === 0 ? [joined(other(5), other(2), note)] : []),
    ];
    const same = [...free];
    ids = [...same, ...changes.flatMap(one => one.new ?? [])];
    versions.push(listOf(number, ids, { from: `v${number - 1}`, same, changes }));
  }
  return versions;
}

const stays = (id: string) => ({ old: [id], new: [id] });
const split = (id: string, second: string, note: Change['note']): Change => ({
  kind: 'split',
  old: [id],
  new: [id, second],
  note,
});
const joined = (id: string, second: string, note: Change['note']): Change => ({
  kind: 'merged',
  old: [id, second],
  new: [id],
  note,
});

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
