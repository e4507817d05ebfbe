import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import { type Answer, Assessment } from '../../src/assessment/assessment.ts';
import { merged, mergeRefusal } from '../../src/assessment/merging/merge.ts';
import { copyFor } from '../../src/assessment/merging/share.ts';
import { straightened } from '../../src/assessment/versions/kept.ts';
import { withLateChange } from '../../src/assessment/versions/late-edits.ts';
import { levelled } from '../../src/assessment/versions/level.ts';
import { answeredSince, lastUpgrade, titlesOf, undone } from '../../src/assessment/versions/undo.ts';
import { upgraded, upgradedAlong } from '../../src/assessment/versions/upgrade.ts';
import { allItems } from '../../src/questionnaire/schema/items.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { serialise } from '../../src/store/format.ts';
import { shipped, version } from '../questionnaire/shipped.ts';
import { NOW, sampleAssessment } from '../support/session.ts';

const VERSIONS = shipped.questionnaires.filter(one => one.id === 'ftr-partner-hosted');
const [first, second, third] = ['2021-q4', '2024-02', '2026-02'].map(name => version(`ftr-partner-hosted@${name}`)) as [
  Questionnaire,
  Questionnaire,
  Questionnaire,
];
const AT = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';
const TITLES = titlesOf(VERSIONS);

const on = (list: Questionnaire, answers: Record<string, Answer>): Assessment =>
  sampleAssessment({
    questionnaire: { id: list.id, version: list.version, contentHash: list.contentHash },
    gates: Object.fromEntries((list.gates ?? []).map(gate => [gate.id, 'yes'])),
    answers,
  });
const START = on(first, {
  'CTL-001': { status: 'met', note: 'trail' },
  'DR-002': { status: 'met', note: '20 hours' },
  'ARC-001': { status: 'met', note: 'locked away' },
});
const answer = (item: string, set: Extract<Edit, { type: 'answer' }>['set'], at = LATER): Edit =>
  ({ type: 'answer', item, set, at }) as Edit;
const up = (assessment: Assessment, to = '2026-02', at = AT): Assessment => {
  const after = upgradedAlong(assessment, VERSIONS, to, at);
  if (!after) throw new Error('there is a way');
  return after;
};
const down = (assessment: Assessment): Assessment => {
  const before = undone(assessment, TITLES);
  if (!before) throw new Error('there is something to take back');
  return before;
};
const words = (value: unknown): string => JSON.stringify(value);

describe('a change of version taken back', () => {
  test('goes back all steps that one command made, to the very bytes', () => {
    const after = up(START);
    expect(lastUpgrade(after)).toEqual({ from: '2021-q4', to: '2026-02', at: AT, steps: 2 });
    expect(answeredSince(after)).toEqual([]);
    expect(serialise(down(after))).toBe(serialise(START));
  });

  test('goes back one step where two commands made two', () => {
    const middle = up(START, '2024-02');
    expect(serialise(down(up(middle, '2026-02', LATER)))).toBe(serialise(middle));
  });

  test('takes along what was said since: to the same item, to the one it was, or into the archive', () => {
    const fresh = 'HOST-001';
    const edits: Edit[] = [
      answer('ARC-001', { note: 'two people', owner: 'Sato' }),
      answer('RES-002', { status: 'not-met', note: 'ten hours' }),
      answer(fresh, { status: 'partly', note: 'a new thing' }),
      { type: 'profile', set: { participants: [{ name: 'Aoki' }] }, at: LATER },
      { type: 'park', parked: { id: 'p1', text: 'ask the auditor', at: LATER }, at: LATER },
    ];
    const now = edits.reduce(applyEdit, up(START));
    expect(answeredSince(now)).toEqual(['ARC-001', 'RES-002', fresh].sort());
    const { answers, retired, participants, parking } = down(now);
    expect(answers['ARC-001']).toMatchObject({ status: 'met', note: 'two people', owner: 'Sato' });
    expect(answers['DR-002']).toMatchObject({ note: 'ten hours' });
    // Met before, not met since: nobody but the person knows which of them counts for the earlier requirement.
    expect(answers['DR-002']?.differs?.['status']?.map(one => one.value).toSorted()).toEqual(['met', 'not-met']);
    expect(answers['DR-002']).not.toHaveProperty('confirm');
    expect(answers['CTL-001']).toEqual({ status: 'met', note: 'trail' });
    expect(retired).toEqual([
      {
        item: fresh,
        version: '2024-02',
        title: allItems(second).find(item => item.id === fresh)?.title,
        answer: expect.objectContaining({ note: 'a new thing' }),
      },
    ]);
    expect([participants, parking?.map(one => one.text)]).toEqual([[{ name: 'Aoki' }], ['ask the auditor']]);
  });

  test('brings what went into the archive back when the version is taken again, and to and fro', () => {
    const now = applyEdit(up(START), answer('HOST-001', { status: 'met', note: 'kept' }));
    const back = down(now);
    const again = up(back, '2026-02', '2026-11-25T09:00:00.000Z');
    expect(again.answers['HOST-001']).toMatchObject({ status: 'met', note: 'kept' });
    expect(words(again.retired)).not.toContain('kept');
    expect(serialise(down(again))).toBe(serialise(back));
  });

  test('loses no word, whatever was written since', () => {
    const ids = [...new Set([first, second, third].flatMap(list => allItems(list).map(item => item.id)))];
    const said = fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(said, said, fc.constantFrom('2024-02', '2026-02'), (before, since, to) => {
        const write = (assessment: Assessment, all: [string, number][], when: string, list: Questionnaire) =>
          all
            .filter(([id]) => allItems(list).some(item => item.id === id))
            .reduce((state, [id, n]) => {
              const note = [state.answers[id]?.note, `${when}${n}.`].filter(Boolean).join(' ');
              return applyEdit(state, answer(id, { note, status: n % 2 ? 'met' : 'not-met' }));
            }, assessment);
        const start = write(on(first, {}), before, 'b', first);
        const list = VERSIONS.find(one => one.version === to) ?? third;
        const now = write(up(start, to), since, 's', list);
        const back = down(now);
        expect(Assessment.safeParse(JSON.parse(serialise(back))).success).toBe(true);
        const left = words([back.answers, back.retired]);
        for (const [id, n] of before.filter(([one]) => allItems(first).some(item => item.id === one)))
          expect(left, id).toContain(`b${n}.`);
        for (const [id, n] of since.filter(([one]) => allItems(list).some(item => item.id === one)))
          expect(left, id).toContain(`s${n}.`);
      }),
      { numRuns: 60 },
    );
  });

  test('is not offered where a copy was made without what was before', () => {
    const copy = copyFor(up(START), {});
    expect([lastUpgrade(copy), undone(copy)]).toEqual([undefined, undefined]);
    expect(words(copy.upgrades)).not.toContain('20 hours');
  });
});

describe('what an upgrade keeps', () => {
  test('is little where little changed, however often', () => {
    const { kept } = up(START).upgrades?.at(-1)?.before ?? {};
    expect(Object.keys(kept?.answers ?? {})).not.toContain('ARC-001');
  });

  test('of a nested file of 0.1.0 is straightened, and leads back to the same bytes', () => {
    const nested = (before: Assessment, after: Assessment): Assessment => ({
      ...after,
      upgrades: [
        ...(before.upgrades ?? []),
        ...(after.upgrades ?? []).slice(-1).map(step => ({ ...step, before: { ...before } })),
      ],
    });
    const middle = nested(START, upgraded(START, first, second, AT));
    const noted = applyEdit(middle, answer('RES-002', { note: 'later' }, AT));
    const end = nested(noted, upgraded({ ...noted, upgrades: [] }, second, third, LATER));
    expect(words(end).split('locked away').length).toBeGreaterThan(3);
    const read = straightened(Assessment.parse(JSON.parse(words(end))));
    expect(words(read).split('locked away')).toHaveLength(2);
    const back = down(read);
    const { upgrades: _, ...state } = back;
    const { upgrades: __, ...was } = noted;
    expect(serialise(state)).toBe(serialise(was));
    expect(down(back).answers).toMatchObject({ 'CTL-001': { note: 'trail' }, 'ARC-001': { note: 'locked away' } });
    expect(straightened(read)).toBe(read);
  });
});

describe('copies that were upgraded apart', () => {
  const mine = applyEdit(up(START, '2026-02', AT), answer('ARC-001', { note: 'mine' }));
  const yours = applyEdit(up(START, '2026-02', LATER), answer('RES-002', { status: 'met' }));

  test('merge, in either order, and the earlier date counts', () => {
    expect(mergeRefusal(mine, yours)).toBeUndefined();
    const both = merged(mine, yours, up(START));
    expect(both.upgrades?.map(one => one.at)).toEqual([AT, AT]);
    expect(both.answers['ARC-001']?.note).toBe('mine');
    expect(both.answers['RES-002']?.status).toBe('met');
    expect(serialise(merged(yours, mine, up(START)))).toBe(serialise(both));
    expect(down(both).answers['CTL-001']?.note).toBe('trail');
  });

  test('keep what each was before', () => {
    const other = applyEdit(START, answer('CTL-001', { note: 'another trail' }, NOW));
    const both = merged(mine, up(other, '2026-02', LATER));
    expect(serialise(merged(up(other, '2026-02', LATER), mine))).toBe(serialise(both));
    const back = words(down(both).answers['CTL-001']);
    for (const word of ['"trail"', 'another trail']) expect(back).toContain(word);
  });

  test('an old one is taken along as the newer one was, whoever comes first', () => {
    const old = applyEdit(START, answer('CTL-002', { note: 'from Bob' }));
    const [a, b] = [
      [mine, old],
      [old, mine],
    ].map(copies =>
      levelled(copies, VERSIONS)
        ?.map(one => serialise(one))
        .sort(),
    );
    expect(a).toEqual(b);
    const [one, two] = levelled([mine, old], VERSIONS) ?? [];
    expect([one, two?.questionnaire.version, two?.upgrades?.at(-1)?.at]).toEqual([mine, '2026-02', AT]);
    expect(levelled([mine, old], [third])).toBeUndefined();
  });

  test('a copy without what was before leaves it in the original', () => {
    const both = merged(mine, copyFor(mine, {}), mine);
    expect(both.upgrades).toEqual(mine.upgrades);
    expect(merged(copyFor(mine, {}), mine, mine).upgrades).toEqual(mine.upgrades);
  });
});

describe('edits of somebody who still saw another version', () => {
  const seenAs = (now: Assessment, seen: string): Assessment =>
    seen === START.questionnaire.version
      ? START
      : (upgradedAlong(START, VERSIONS, seen, NOW) ?? {
          ...now,
          questionnaire: { ...now.questionnaire, version: seen },
        });
  const late = (now: Assessment, seen: string, ...edits: Edit[]): Assessment =>
    withLateChange(now, { base: seenAs(now, seen), edits }, VERSIONS);

  test('go into the archive where the item is gone, and along where it is not', () => {
    const now = up(START);
    const after = late(
      now,
      '2021-q4',
      answer('CTL-001', { note: 'written late' }),
      answer('ARC-001', { note: 'also late' }),
      answer('DR-002', { status: 'not-met' }),
    );
    expect(after.questionnaire.version).toBe('2026-02');
    expect(words(after.retired)).toContain('written late');
    expect(after.answers['ARC-001']).toMatchObject({ note: 'also late', status: 'met' });
    expect(after.answers['RES-002']).toMatchObject({ confirm: { was: 'not-met' } });
    expect(after.answers).not.toHaveProperty('CTL-001');
    expect(down(after).answers['CTL-001']).toMatchObject({ note: 'written late', status: 'met' });
  });

  test('go back with a version that was taken back meanwhile', () => {
    const after = late(down(up(START)), '2026-02', answer('RES-002', { note: 'late' }));
    expect([after.questionnaire.version, after.answers['DR-002']?.note]).toEqual(['2021-q4', 'late']);
  });

  test('are archived where no way is known', () => {
    const now = late(
      up(START),
      'unknown',
      answer('CTL-001', { note: 'late' }),
      answer('CTL-001', { owner: 'Sato' }),
      answer('ARC-001', { note: 'here' }),
    );
    expect(now.retired?.at(-1)).toMatchObject({
      item: 'CTL-001',
      version: 'unknown',
      answer: { note: 'late', owner: 'Sato' },
    });
    expect(now.answers['ARC-001']?.note).toBe('here');
  });
});
