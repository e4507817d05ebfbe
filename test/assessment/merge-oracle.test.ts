import * as Automerge from '@automerge/automerge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Answer, Assessment } from '../../src/assessment/assessment.ts';
import { answerFields } from '../../src/assessment/merging/copy.ts';
import { merged } from '../../src/assessment/merging/merge.ts';
import { sampleAssessment } from '../support/session.ts';

const numRuns = process.env['TENKEN_LONG'] ? 10_000 : 200;
const AT = '2026-11-22T10:00:00.000Z';

type Doc = Record<string, string>;
/** One field of one answer, set or taken away; what Automerge calls a register. */
type Change = { field: 'note' | 'owner' | 'checks.a' | 'values.rto'; text: 'yes' | 'no' | null };

const change: fc.Arbitrary<Change> = fc.record({
  field: fc.constantFrom('note', 'owner', 'checks.a', 'values.rto'),
  text: fc.constantFrom('yes', 'no', null),
});
const changes = fc.array(change, { maxLength: 5 });

function asEdit({ field, text }: Change): Edit {
  if (field === 'checks.a') return { type: 'check', item: 'A-1', check: 'a', value: text, at: AT };
  if (field === 'values.rto') return { type: 'value', item: 'A-1', value: 'rto', text, at: AT };
  return { type: 'answer', item: 'A-1', set: { [field]: text }, at: AT };
}

const inTenken = (before: Assessment, all: Change[]): Assessment => all.map(asEdit).reduce(applyEdit, before);

/** Only what turns out different in the end is a change: setting a field back to what it was is none in a file. */
const netOf = (before: Doc, all: Change[]): Change[] => {
  const last = new Map(all.map(one => [one.field, one]));
  return [...last.values()].filter(({ field, text }) => (before[field] ?? null) !== text);
};

const inAutomerge = (doc: Automerge.Doc<Doc>, all: Change[]): Automerge.Doc<Doc> =>
  Automerge.change(doc, draft => {
    for (const { field, text } of all) {
      if (text === null) delete draft[field];
      else draft[field] = text;
    }
  });

/** The values that survive, per field. */
function survivors(answer: Answer): Record<string, string[]> {
  const fields = [...answerFields(answer)].map(
    ([path, values]) => [path, [...values.values()].map(one => String(one.value)).sort()] as const,
  );
  return Object.fromEntries(fields.filter(([, values]) => values.length > 0));
}
function survivorsOf(doc: Automerge.Doc<Doc>): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(doc).map(field => {
      const rivals = Object.values(Automerge.getConflicts(doc, field) ?? { only: doc[field] });
      return [field, [...new Set(rivals.map(String))].sort()];
    }),
  );
}

test('the same edits on both sides leave the values that Automerge leaves', () => {
  fc.assert(
    fc.property(changes, changes, changes, (start, mine, yours) => {
      const base = inTenken(sampleAssessment(), start);
      const doc = inAutomerge(Automerge.from<Doc>({}), netOf({}, start));
      const before: Doc = { ...doc };
      const [a, b] = [mine, yours].map(all => inTenken(base, all)) as [Assessment, Assessment];
      const [x, y] = [mine, yours].map(all => inAutomerge(Automerge.clone(doc), netOf(before, all))) as [
        Automerge.Doc<Doc>,
        Automerge.Doc<Doc>,
      ];
      expect(survivors(merged(a, b, base).answers['A-1'] ?? {})).toEqual(survivorsOf(Automerge.merge(x, y)));
    }),
    { numRuns },
  );
});
