import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Assessment } from '../assessment.ts';
import { upgraded, upgradePath } from './upgrade.ts';

/** A copy that a merge took along to another version, and how. */
export type TakenAlong = { before: Assessment; after: Assessment };

/**
 * The copies on one version: the one of them that all others have a known way to, which they are taken along. A step that
 * one copy has gone already is dated as there, so that the order of copies and the hour do not matter. Undefined where there
 * is no such version. Copies of one version come back as they are.
 */
export function levelled(copies: Assessment[], versions: Questionnaire[]): Assessment[] | undefined {
  const names = [...new Set(copies.map(one => one.questionnaire.version))];
  if (names.length < 2) return copies;
  const to = names.find(name => names.every(from => upgradePath(versions, from, name) !== undefined));
  if (to === undefined || !copies.every(one => isKnown(one, versions))) return undefined;
  return copies.map(copy => along(copy, versions, to, copies));
}

/** Another list under the name of this version has other requirements: nobody knows what becomes of those. */
function isKnown({ questionnaire: { version, contentHash } }: Assessment, versions: Questionnaire[]): boolean {
  return versions.some(one => one.version === version && one.contentHash === contentHash);
}

function along(copy: Assessment, versions: Questionnaire[], to: string, copies: Assessment[]): Assessment {
  const path = upgradePath(versions, copy.questionnaire.version, to) ?? [];
  return path.reduce((before, next) => {
    const old = versions.find(one => one.version === before.questionnaire.version);
    return old ? upgraded(before, old, next, dateOf(copies, old.version, next.version)) : before;
  }, copy);
}

/** When a step was gone first; one that nobody has gone yet counts from the latest change of any copy. */
function dateOf(copies: Assessment[], from: string, to: string): string {
  const gone = copies.flatMap(({ upgrades = [] }) =>
    upgrades.filter(one => one.from === from && one.to === to).map(one => one.at),
  );
  const [first] = gone.sort();
  return (
    first ??
    copies
      .map(one => one.updatedAt)
      .sort()
      .at(-1) ??
    ''
  );
}
