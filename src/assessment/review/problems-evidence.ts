import { isLocalPath, maskPeopleInPaths } from '../answers/local-path.ts';
import type { Evidence } from '../assessment.ts';
import type { Days, Say } from './problem-kinds.ts';

/** What is wrong with the evidence of an answer: nobody else can open it, its dates cannot be, it has expired or soon will. */
export function sayEvidence(evidence: Evidence[] = [], { today, until }: Days, say: Say): void {
  for (const one of evidence) {
    const { date, validUntil } = one;
    const { named, what } = nameOf(one);
    if (!named) say('evidence-unnamed');
    const local = [one.where ?? '', one.what].find(isLocalPath);
    if (local !== undefined) say('evidence-local', { what, where: maskPeopleInPaths(local) });
    if (date !== undefined && date > today) say('evidence-future', { what, date });
    if (validUntil === undefined) continue;
    if (date !== undefined && date > validUntil) say('evidence-order', { what, date, until: validUntil });
    else if (validUntil < today) say('evidence-expired', { what, date: validUntil });
    else if (validUntil <= until) say('evidence-expiring', { what, date: validUntil });
  }
}

/** What a piece of evidence is called; where it has no name, its place stands for it. */
function nameOf({ what, where = '' }: Evidence): { named: boolean; what: string } {
  const name = maskPeopleInPaths(what.trim());
  return { named: name !== '', what: name || maskPeopleInPaths(where.trim()) };
}
