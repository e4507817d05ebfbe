import type { LeftOut, Upgrade } from '../assessment.ts';
import { partsOf } from './paths.ts';

/** Fields of an answer that hold words about it: left out of a copy without notes. */
const WORDS = ['note', 'decision', 'dissent', 'votes'];

/** Whether a field of an answer is left out of a copy made without these parts. */
export function isLeftOut(path: string, without: readonly LeftOut[]): boolean {
  const [first = '', second, third] = partsOf(path);
  if (without.includes('answers')) return true;
  if (without.includes('evidence') && first === 'evidence') return true;
  if (!without.includes('notes')) return false;
  return (
    WORDS.includes(first) ||
    (first === 'units' && third === 'note') ||
    (first === 'plan' && (second === 'action' || second === 'reason'))
  );
}

/** What a copy to be filled in alone needs of the assessment; whatever else there is, known or not, may hold words. */
const KEPT_IN_BLANK = [
  'schemaVersion',
  'id',
  'name',
  'questionnaire',
  'createdAt',
  'updatedAt',
  'lang',
  'reviewDate',
  'gates',
  'participants',
  'units',
  'position',
];

/** Whether a path is what was said of a unit: all but that it is there and what it is called. */
function isSaidOfUnit(path: string): boolean {
  const [first, , third] = partsOf(path);
  return first === 'units' && third !== undefined && third !== 'name';
}

/** Whether a field of the assessment itself is left out of a copy made without these parts. */
export function isLeftOutOfProfile(path: string, without: readonly LeftOut[]): boolean {
  const [first = ''] = partsOf(path);
  if (without.includes('answers')) return !KEPT_IN_BLANK.includes(first) || isSaidOfUnit(path);
  return without.length > 0 && ['retired', 'parking'].includes(first);
}

/** The changes of version without the answers that were before, which a copy does not need. */
export function withoutBefore(upgrades: Upgrade[]): Upgrade[] {
  return upgrades.map(one => ({ ...one, before: {} }));
}
