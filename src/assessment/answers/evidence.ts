import type { Answer, Assessment, Evidence } from '../assessment.ts';

type EvidenceFacts = Pick<Evidence, 'what' | 'where' | 'date' | 'validUntil' | 'owner' | 'sighted'>;

/** One piece of evidence and the items that it serves, in the order of their answers. */
export type SharedEvidence = { evidence: Evidence; items: string[] };

/** How strong a piece of evidence is: only claimed, with a place where it can be found, or seen by somebody. */
export function strengthOf({
  where,
  sighted,
}: Pick<Evidence, 'where' | 'sighted'>): 'claimed' | 'referenced' | 'sighted' {
  if (sighted !== undefined) return 'sighted';
  return where?.trim() ? 'referenced' : 'claimed';
}

/** What makes two pieces of evidence the same document: every field but the id. */
export function evidenceIdentity(one: EvidenceFacts): string {
  const parts = [one.what, one.where, one.date, one.validUntil, one.owner];
  return JSON.stringify(parts.map(part => part?.trim() ?? ''));
}

/** The evidence of other items that an item could use too: what serves the most items first, each document once. */
export function evidenceElsewhere({ answers }: Pick<Assessment, 'answers'>, item: string): SharedEvidence[] {
  const own = new Set((answers[item]?.evidence ?? []).map(evidenceIdentity));
  const found = new Map<string, SharedEvidence>();
  for (const [id, answer] of Object.entries(answers)) {
    for (const evidence of id === item ? [] : (answer.evidence ?? [])) {
      const key = evidenceIdentity(evidence);
      if (own.has(key)) continue;
      const one = found.get(key) ?? { evidence, items: [] };
      if (!one.items.includes(id)) one.items.push(id);
      found.set(key, one);
    }
  }
  return [...found.values()].sort((a, b) => b.items.length - a.items.length);
}

/** The other items whose answers hold the same document, with their evidence after it has changed to `after`. */
export function sharedChange(
  { answers }: Pick<Assessment, 'answers'>,
  item: string,
  before: Evidence,
  after: EvidenceFacts,
): { item: string; evidence: Evidence[] }[] {
  const key = evidenceIdentity(before);
  const changed = ({ evidence = [] }: Answer): Evidence[] | undefined =>
    evidence.some(one => evidenceIdentity(one) === key)
      ? evidence.map(one => (evidenceIdentity(one) === key ? changedTo(one, after) : one))
      : undefined;
  return Object.entries(answers).flatMap(([id, answer]) => {
    const evidence = id === item ? undefined : changed(answer);
    return evidence ? [{ item: id, evidence }] : [];
  });
}

/** Facts that are gone afterwards are taken away; what else the file holds stays. */
function changedTo(one: Evidence, after: EvidenceFacts): Evidence {
  const { what: _, where: __, date: ___, validUntil: ____, owner: _____, sighted: ______, ...rest } = one;
  return { ...rest, ...after, id: one.id };
}
