import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { rebased } from '../../src/assessment/merging/rebase.ts';
import { anAssessment } from '../store/support/temporary-home.ts';
import { editSaying, WORD_KINDS } from '../store/support/words.ts';

const AT = '2026-11-30T09:00:00.000Z';
const ITEM = 'ARC-001';
const answer = (set: Extract<Edit, { type: 'answer'; unit?: undefined }>['set'], item = ITEM): Edit => ({
  type: 'answer',
  item,
  set,
  at: AT,
});
const withEdits = (from: Assessment, ...edits: Edit[]): Assessment => edits.reduce(applyEdit, from);
/** What is there after two people who both saw `base` made their edits, one after the other. */
const both = (base: Assessment, first: Edit[], second: Edit[]): Assessment =>
  rebased(rebased(base, { base, edits: first }), { base, edits: second });
const answerOf = (assessment: Assessment, item = ITEM) => assessment.answers[item];

const proof = (id: string, what: string) => ({ id, what });
const base = withEdits(
  anAssessment({
    participants: [{ name: '佐藤', perWeek: 1 }],
    milestones: [{ id: 'm1', name: '一次', at: AT, version: '2026-02', items: {} }],
    parking: [{ id: 'p1', text: '後で', at: AT }],
    units: { u1: { name: '札幌' } },
  }),
  answer({
    status: 'partly',
    note: '元のメモ',
    evidence: [proof('e1', '構成図'), proof('e2', '手順書')],
    owner: '佐藤',
    plan: { days: 3, action: '直す' },
    dissent: [{ name: '鈴木', reason: '早い' }],
  }),
);
const before = answerOf(base) ?? {};

describe('two edits of one list, both made on the same state', () => {
  test('evidence that both add is there, what was there keeps its id, and no id is given twice', () => {
    const mine = [...(before.evidence ?? []), proof('e3', '私の')];
    const yours = [...(before.evidence ?? []), proof('e3', 'あなたの')];
    const after = both(base, [answer({ evidence: mine })], [answer({ evidence: yours })]);
    expect(answerOf(after)?.evidence).toEqual([
      proof('e1', '構成図'),
      proof('e2', '手順書'),
      proof('e3', '私の'),
      proof('e4', 'あなたの'),
    ]);
  });

  test('evidence that one takes away while the other adds is gone, and nothing else', () => {
    const less = [proof('e2', '手順書')];
    const more = [...(before.evidence ?? []), proof('e3', '新しい')];
    for (const [first, second] of [
      [less, more],
      [more, less],
    ] as const) {
      const after = both(base, [answer({ evidence: [...first] })], [answer({ evidence: [...second] })]);
      expect(answerOf(after)?.evidence?.map(one => one.what)).toEqual(['手順書', '新しい']);
    }
  });

  test('evidence that both rewrite is there in both wordings', () => {
    const rewritten = (what: string) => [proof('e1', what), proof('e2', '手順書')];
    const after = both(base, [answer({ evidence: rewritten('甲') })], [answer({ evidence: rewritten('乙') })]);
    const all = answerOf(after)?.evidence ?? [];
    expect(all.map(one => one.what).sort()).toEqual(['乙', '手順書', '甲']);
    expect(new Set(all.map(one => one.id)).size).toBe(3);
  });

  test('an id that was taken away does not come to mean another piece', () => {
    const after = both(
      base,
      [answer({ evidence: [proof('e1', '構成図')] })],
      [answer({ evidence: [...(before.evidence ?? []), proof('e3', '新しい')] })],
    );
    expect(answerOf(after)?.evidence).toEqual([
      proof('e1', '構成図'),
      { id: expect.not.stringMatching(/^e1$/), what: '新しい' },
    ]);
  });

  test('people, milestones, parked thoughts, dissent and meetings add up', () => {
    const at = (name: string) => ({ id: 'm2', name, at: AT, version: '2026-02', items: {} });
    const meeting = (startedAt: string) =>
      ({
        id: 'w1',
        kind: 'workshop',
        startedAt,
        minutes: 90,
        pace: 120,
        agenda: 'all',
        present: [],
        plan: [],
        seconds: 0,
        items: {},
      }) as const;
    const side = (name: string): Edit[] => [
      { type: 'profile', set: { participants: [...base.participants, { name }] }, at: AT },
      { type: 'milestone', milestone: at(name), at: AT },
      { type: 'park', parked: { id: 'p2', text: name, at: AT }, at: AT },
      {
        type: 'workshop',
        workshop: { ...meeting(`2026-11-30T0${name.length}:00:00Z`), present: [name], plan: [] },
        at: AT,
      },
      answer({ dissent: [...(before.dissent ?? []), { name, reason: `${name} の理由` }] }),
      { type: 'unit', unit: name === '甲' ? 'u2' : 'u3', name, at: AT },
    ];
    const after = both(base, side('甲'), side('乙子'));
    expect(after.participants.map(one => one.name)).toEqual(['佐藤', '甲', '乙子']);
    expect(after.milestones?.map(one => `${one.id} ${one.name}`)).toEqual(['m1 一次', 'm2 甲', 'm3 乙子']);
    expect(after.parking?.map(one => `${one.id} ${one.text}`)).toEqual(['p1 後で', 'p2 甲', 'p3 乙子']);
    expect(after.workshops?.map(one => `${one.id} ${one.present}`)).toEqual(['w1 甲', 'w2 乙子']);
    expect(answerOf(after)?.dissent?.map(one => one.name)).toEqual(['鈴木', '甲', '乙子']);
    expect(after.units).toMatchObject({ u1: { name: '札幌' }, u2: { name: '甲' }, u3: { name: '乙子' } });
  });

  test('days a week of several people add up, and those of one person are both kept', () => {
    const days = (name: string, perWeek: number): Edit => {
      const others = base.participants.filter(one => one.name !== name);
      return { type: 'profile', set: { participants: [...others, { name, perWeek }] }, at: AT };
    };
    const apart = both(base, [days('甲', 2)], [days('乙', 3)]);
    expect(apart.participants).toEqual([
      { name: '佐藤', perWeek: 1 },
      { name: '甲', perWeek: 2 },
      { name: '乙', perWeek: 3 },
    ]);
    const same = both(base, [days('佐藤', 2)], [days('佐藤', 3)]);
    expect(JSON.stringify(same.differs)).toContain('perWeek');
  });
});

describe('two edits of one field, both made on the same state', () => {
  test('of different fields are both there', () => {
    const after = both(
      base,
      [answer({ owner: '鈴木' }), answer({ plan: { ...before.plan, progress: 'in-progress' } })],
      [answer({ due: '2026-12-20' }), answer({ plan: { ...before.plan, days: 5 } })],
    );
    expect(answerOf(after)).toMatchObject({
      owner: '鈴木',
      due: '2026-12-20',
      plan: { progress: 'in-progress', days: 5, action: '直す' },
    });
    expect(answerOf(after)?.differs).toBeUndefined();
  });

  test.each([
    ['note', { note: '甲' }, { note: '乙' }],
    ['owner', { owner: '甲' }, { owner: '乙' }],
    ['status', { status: 'met' }, { status: 'not-met' }],
    ['decision', { decision: '甲' }, { decision: '乙' }],
    ['due', { due: '2026-12-01' }, { due: '2026-12-02' }],
  ] as const)('%s keeps both values until somebody decides', (field, first, second) => {
    const after = both(base, [answer(first)], [answer(second)]);
    expect(answerOf(after)?.[field]).toBeUndefined();
    expect(
      answerOf(after)
        ?.differs?.[field]?.map(one => one.value)
        .sort(),
    ).toEqual([Object.values(first)[0], Object.values(second)[0]].sort());
    const decided = rebased(after, { base: after, edits: [answer(first)] });
    expect(answerOf(decided)).toMatchObject(first);
    expect(answerOf(decided)?.differs).toBeUndefined();
  });

  test('a note that one empties while the other writes on is what the other wrote', () => {
    for (const [first, second] of [
      [{ note: null }, { note: '続き' }],
      [{ note: '続き' }, { note: null }],
    ]) {
      const after = both(base, [answer(first ?? {})], [answer(second ?? {})]);
      expect(answerOf(after)?.note).toBe('続き');
      expect(answerOf(after)?.differs).toBeUndefined();
    }
  });

  test('the same value twice is one', () => {
    const after = both(base, [answer({ note: '同じ' })], [answer({ note: '同じ' })]);
    expect([answerOf(after)?.note, answerOf(after)?.differs]).toEqual(['同じ', undefined]);
  });

  test('of the name, a date, a scope question, a tick, a value, a vote and a unit are kept both', () => {
    const vote = (status: 'met' | 'partly'): Edit => ({
      type: 'vote',
      item: ITEM,
      name: '佐藤',
      vote: { status },
      at: AT,
    });
    const kinds: [Edit, Edit][] = [
      [
        { type: 'profile', set: { name: '甲' }, at: AT },
        { type: 'profile', set: { name: '乙' }, at: AT },
      ],
      [
        { type: 'profile', set: { reviewDate: '2027-01-01' }, at: AT },
        { type: 'profile', set: { reviewDate: '2027-02-01' }, at: AT },
      ],
      [
        { type: 'gate', gate: 's3', value: 'yes', at: AT },
        { type: 'gate', gate: 's3', value: 'no', at: AT },
      ],
      [
        { type: 'check', item: ITEM, check: 'a', value: 'yes', at: AT },
        { type: 'check', item: ITEM, check: 'a', value: 'no', at: AT },
      ],
      [
        { type: 'value', item: ITEM, value: 'rto', text: '4h', at: AT },
        { type: 'value', item: ITEM, value: 'rto', text: '8h', at: AT },
      ],
      [vote('met'), vote('partly')],
      [
        { type: 'unit-value', unit: 'u1', value: 'v', text: '甲', at: AT },
        { type: 'unit-value', unit: 'u1', value: 'v', text: '乙', at: AT },
      ],
      [
        { type: 'answer', item: ITEM, unit: 'u1', set: { note: '甲' }, at: AT },
        { type: 'answer', item: ITEM, unit: 'u1', set: { note: '乙' }, at: AT },
      ],
    ];
    for (const [first, second] of kinds) {
      const after = both(base, [first], [second]);
      const all = [...Object.values(after.differs ?? {}), ...Object.values(answerOf(after)?.differs ?? {})];
      expect(
        all.map(rivals => rivals.length),
        first.type,
      ).toEqual([2]);
      expect(after.name.length).toBeGreaterThan(0);
    }
  });
});

test('two names that two people give one place are two customers, each with what is there', () => {
  const name = (text: string): Edit => ({ type: 'unit', unit: 'u2', name: text, at: AT });
  const note: Edit = { type: 'answer', item: ITEM, unit: 'u2', set: { note: '乙の答え' }, at: AT };
  const after = both(base, [name('乙'), note], [name('甲')]);
  expect(
    Object.values(after.units ?? {})
      .map(one => one.name)
      .sort(),
  ).toEqual(['乙', '札幌', '甲'].sort());
  const [[place] = []] = Object.entries(after.units ?? {}).filter(([, one]) => one.name === '乙');
  const units = answerOf(after)?.units ?? {};
  expect(Object.entries(units).map(([unit, one]) => [unit, one.note])).toEqual([[place, '乙の答え']]);
  expect([after.differs, after.id, after.position]).toEqual([undefined, base.id, base.position]);
});

test('where somebody is and how long a meeting took are never in dispute', () => {
  const workshop = {
    id: 'w1',
    kind: 'workshop',
    startedAt: AT,
    minutes: 90,
    pace: 120,
    agenda: 'all',
    present: [],
    plan: [ITEM],
    seconds: 0,
    countedAt: AT,
    items: {},
  } as const;
  const start = withEdits(base, { type: 'workshop', workshop: { ...workshop, present: [], plan: [ITEM] }, at: AT });
  const time = (second: number): Edit => ({
    type: 'workshop-time',
    workshop: 'w1',
    item: ITEM,
    at: `2026-11-30T09:00:${second}.000Z`,
  });
  const after = both(start, [{ type: 'position', item: 'A' }, time(20)], [{ type: 'position', item: 'B' }, time(30)]);
  expect([after.position, after.workshops?.[0]?.seconds, after.differs]).toEqual(['B', 30, undefined]);
});

test('time of a meeting goes to that meeting, also where two began at once and took the same id', () => {
  const meeting = (startedAt: string, name: string): Edit => ({
    type: 'workshop',
    workshop: {
      id: 'w1',
      kind: 'workshop',
      startedAt,
      minutes: 90,
      pace: 120,
      agenda: 'all',
      present: [name],
      plan: [ITEM],
      seconds: 0,
      countedAt: AT,
      items: {},
    },
    at: AT,
  });
  const end: Edit = { type: 'workshop-time', workshop: 'w1', turn: 'end', at: '2026-11-30T09:00:30.000Z' };
  const after = both(
    base,
    [meeting('2026-11-30T09:00:00.000Z', '甲')],
    [meeting('2026-11-30T09:00:01.000Z', '乙'), end],
  );
  expect(after.workshops?.map(one => [one.id, one.present[0], one.endedAt !== undefined])).toEqual([
    ['w1', '甲', false],
    ['w2', '乙', true],
  ]);
});

test('a change that was written already is not written twice', () => {
  const changes = [
    { base, edits: [answer({ evidence: [...(before.evidence ?? []), proof('e3', '新')], note: '新' })] },
    { base, edits: [{ type: 'park', parked: { id: 'p2', text: '新', at: AT }, at: AT } as Edit] },
  ];
  const once = rebased(base, ...changes);
  expect(rebased(once, ...changes)).toEqual(once);
});

test('edits of one person alone are applied as they are, in their order', () => {
  const edits = [answer({ status: 'met' }), answer({ note: '一' }), answer({ note: '二' }), answer({ status: null })];
  expect(rebased(base, { base, edits })).toEqual(withEdits(base, ...edits));
  const elsewhere = withEdits(base, answer({ note: '別' }, 'IAM-001'));
  expect(rebased(elsewhere, { base, edits })).toEqual(withEdits(elsewhere, ...edits));
});

test('whatever people add, each seeing an older state, every word is there', () => {
  const step = fc.tuple(fc.constantFrom(...WORD_KINDS), fc.constantFrom('A', 'B'), fc.nat(9));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), steps => {
      const states = [anAssessment()];
      for (const [index, [kind, item, behind]] of steps.entries()) {
        const disk = states.at(-1) ?? anAssessment();
        const seen = states.at(Math.max(states.length - 1 - behind, 0)) ?? disk;
        states.push(rebased(disk, { base: seen, edits: [editSaying(seen, kind, item, `w${index}.`)] }));
      }
      const text = JSON.stringify(states.at(-1));
      expect(steps.map((_, index) => `w${index}.`).filter(one => !text.includes(one))).toEqual([]);
    }),
    { numRuns: process.env['TENKEN_LONG'] === '1' ? 10_000 : 300 },
  );
});
