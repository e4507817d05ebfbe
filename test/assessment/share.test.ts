import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import type { Assessment, LeftOut } from '../../src/assessment/assessment.ts';
import { answerFields } from '../../src/assessment/merging/copy.ts';
import { merged } from '../../src/assessment/merging/merge.ts';
import { copyFor } from '../../src/assessment/merging/share.ts';
import { anyCopy } from '../support/copies.ts';
import { sampleAssessment } from '../support/session.ts';

const AT = '2026-11-22T10:00:00.000Z';
const without: fc.Arbitrary<LeftOut[]> = fc.subarray(['notes', 'evidence', 'answers']);

describe('a copy for somebody else', () => {
  test('has nothing of what it is made without, and brought back takes nothing away', () => {
    fc.assert(
      fc.property(anyCopy, without, (one, leftOut) => {
        const { author: _, ...whole } = one;
        const copy = copyFor(whole, { without: leftOut });
        if (leftOut.includes('answers')) expect(copy.answers).toEqual({});
        for (const answer of Object.values(copy.answers)) {
          if (leftOut.includes('evidence')) expect(answer).not.toHaveProperty('evidence');
          if (leftOut.includes('notes')) expect(answer).not.toHaveProperty('note');
        }
        const back = merged(whole, copy, whole);
        for (const [item, answer] of Object.entries(whole.answers)) {
          expect(new Map(answerFields(back.answers[item] ?? {}))).toEqual(answerFields(answer));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is told apart from what everybody said: two who answer alone differ, with their names', () => {
    const whole: Assessment = sampleAssessment({ answers: { 'A-1': { note: 'ours' } } });
    const filled = (author: string, status: 'met' | 'partly', note: string): Assessment =>
      applyEdit(copyFor(whole, { author, without: ['answers', 'notes', 'evidence'] }), {
        type: 'answer',
        item: 'A-1',
        set: { status, note },
        at: AT,
      });
    const [a, b] = [filled('Aoki', 'met', 'backups run'), filled('佐藤', 'partly', 'no restore test')];
    const after = [a, b].reduce((all, one) => merged(all, one, whole), whole);
    expect(after.answers['A-1']).toMatchObject({
      differs: {
        status: [
          { value: 'met', by: ['Aoki'] },
          { value: 'partly', by: ['佐藤'] },
        ],
        note: [{ value: 'backups run', by: ['Aoki'] }, { value: 'no restore test', by: ['佐藤'] }, { value: 'ours' }],
      },
      votes: { Aoki: { status: 'met', note: 'backups run' }, 佐藤: { status: 'partly', note: 'no restore test' } },
    });
    expect(after.answers['A-1']).not.toHaveProperty('status');
    expect(after).not.toHaveProperty('author');
    const decided = applyEdit(after, {
      type: 'answer',
      item: 'A-1',
      set: { status: 'partly', note: 'test it' },
      at: AT,
    });
    expect(decided.answers['A-1']).toMatchObject({ status: 'partly', note: 'test it' });
    expect(decided.answers['A-1']).not.toHaveProperty('differs');
  });
});
