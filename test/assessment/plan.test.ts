import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import type { Answer, Assessment } from '../../src/assessment/assessment.ts';
import { addDays, addMonths } from '../../src/assessment/day.ts';
import { improvementPlan } from '../../src/assessment/plan/plan.ts';
import { anItem, sampleAssessment, sampleQuestionnaire, TODAY } from '../support/session.ts';

const LEVELS = ['high', 'medium', 'low'] as const;

/** One item per retrofit, effort and risk: `easy-low-high` and so on, and two duties. */
const ITEMS = [
  ...(['easy', 'costly'] as const).flatMap(retrofit =>
    LEVELS.flatMap(effort => LEVELS.map(risk => anItem(`${retrofit}-${effort}-${risk}`, { retrofit, effort, risk }))),
  ),
  anItem('quarterly', { recurs: 'quarterly' }),
  anItem('yearly', {
    recurs: 'yearly',
    values: [{ id: 'tested', kind: 'date', label: { ja: 'テスト', en: 'Test' }, maxAgeMonths: 12 }],
  }),
];
const questionnaire = sampleQuestionnaire({
  gates: [],
  sections: [{ id: 'all', title: { ja: '全部', en: 'All' }, items: ITEMS }],
});

type Options = Parameters<typeof improvementPlan>[1];

function planFor(answers: Record<string, Answer>, options: Partial<Options> = {}) {
  const assessment: Assessment = sampleAssessment({ answers });
  return improvementPlan(itemStates(questionnaire, assessment, options.today ?? TODAY), { today: TODAY, ...options });
}

const notMet = (...ids: string[]) => Object.fromEntries(ids.map(id => [id, { status: 'not-met' } as Answer]));
const everything = notMet(...ITEMS.map(item => item.id));
const actionsOf = (plan: ReturnType<typeof planFor>) => plan.waves.flatMap(wave => wave.actions);
const onlyAction = (answer: Answer, options: Partial<Options> = {}, id = 'easy-medium-high') => {
  const [action] = actionsOf(planFor({ [id]: answer }, options));
  if (!action) throw new Error('no action');
  return action;
};

describe('waves', () => {
  test('costly to add later comes first, then quick, then the rest; in each what takes a day, then by risk', () => {
    const ids = planFor(everything).waves.map(({ wave, actions }) => [wave, actions.map(one => one.state.item.id)]);
    expect(ids).toEqual([
      [
        'costly',
        [
          ...LEVELS.map(risk => `costly-low-${risk}`),
          ...LEVELS.flatMap(risk => ['medium', 'high'].map(effort => `costly-${effort}-${risk}`)),
        ],
      ],
      ['quick', ['easy-low-high', 'quarterly', 'yearly', 'easy-low-medium', 'easy-low-low']],
      ['before-review', LEVELS.flatMap(risk => ['medium', 'high'].map(effort => `easy-${effort}-${risk}`))],
    ]);
  });

  test('only gaps are actions; what is not known is to be found out', () => {
    const plan = planFor({
      'easy-low-high': { status: 'partly' },
      'easy-low-medium': { status: 'unknown' },
      'easy-low-low': { status: 'met' },
      quarterly: { status: 'not-applicable' },
    });
    expect(actionsOf(plan).map(one => one.state.item.id)).toEqual(['easy-low-high']);
    const clarify = plan.clarify.map(one => one.item.id);
    expect(clarify).toContain('easy-low-medium');
    expect(clarify).toHaveLength(ITEMS.length - 3);
  });
});

test('where no effort is given, the middle is assumed, and nothing is a quick win', () => {
  const { effort: _, ...item } = anItem('A-1');
  const without = sampleQuestionnaire({ gates: [], sections: [{ id: 'all', title: item.title, items: [item] }] });
  const states = itemStates(without, sampleAssessment({ answers: notMet('A-1') }), TODAY);
  const plan = improvementPlan(states, { today: TODAY });
  expect(plan.waves.map(one => [one.wave, one.actions.map(action => action.due)])).toEqual([
    ['costly', []],
    ['quick', []],
    ['before-review', ['2026-12-11']],
  ]);
});

describe('due dates', () => {
  test('the window ends so many months after the review, or after today where none is planned', () => {
    expect(planFor({}, { reviewDate: '2026-08-31' }).windowEnd).toBe('2027-02-28');
    expect(planFor({}).windowEnd).toBe('2027-05-22');
    expect(planFor({}, { reviewDate: '2027-01-15', remediationMonths: 3 }).windowEnd).toBe('2027-04-15');
    expect(planFor({})).not.toHaveProperty('reviewDate');
  });

  test.each([
    ['low', '2026-11-27'],
    ['medium', '2026-12-11'],
    ['high', '2027-01-13'],
  ] as const)('%s effort alone is done by %s', (effort, due) => {
    expect(onlyAction({ status: 'not-met' }, {}, `easy-${effort}-high`)).toMatchObject({
      due,
      start: '2026-11-23',
      proposed: true,
      late: false,
    });
  });

  test('an estimate of a person counts instead', () => {
    expect(onlyAction({ status: 'not-met', plan: { days: 1 } })).toMatchObject({ days: 1, due: '2026-11-25' });
  });

  test('what does not end by the review is said to', () => {
    expect(onlyAction({ status: 'not-met' }, { reviewDate: '2026-12-11' }).fits).toBe(true);
    expect(onlyAction({ status: 'not-met' }, { reviewDate: '2026-12-10' })).toMatchObject({ fits: false, late: false });
  });

  test('when the review is over, the window counts; when that is over too, today', () => {
    expect(planFor({}, { reviewDate: '2026-06-10' }).needBy).toBe('2026-12-10');
    expect(onlyAction({ status: 'not-met' }, { reviewDate: '2026-06-10' })).toMatchObject({ late: true, fits: false });
    expect(planFor({}, { reviewDate: '2026-01-10' }).needBy).toBe(TODAY);
  });

  test('a date that a person set stays, whenever it is', () => {
    expect(onlyAction({ status: 'not-met', due: '2028-01-01' })).toMatchObject({
      due: '2028-01-01',
      proposed: false,
      late: true,
      overdue: false,
    });
    expect(onlyAction({ status: 'not-met', due: '2026-11-21' })).toMatchObject({
      due: '2026-11-21',
      proposed: false,
      overdue: true,
    });
    expect(onlyAction({ status: 'not-met', due: TODAY })).toMatchObject({
      overdue: false,
      due: TODAY,
      start: '2026-11-23',
      slips: true,
    });
  });

  test('never: a proposal in the past, or after a window that is still open', () => {
    const someDay = fc.option(
      fc.integer({ min: -900, max: 900 }).map(days => addDays(TODAY, days)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: 1, max: 12 }), (reviewDate, due, remediationMonths) => {
        const answers = Object.fromEntries(
          ITEMS.map(item => [item.id, { status: 'not-met', ...(due && { due }) } as Answer]),
        );
        const plan = planFor(answers, { reviewDate, remediationMonths });
        expect(plan.windowEnd).toBe(addMonths(reviewDate ?? TODAY, remediationMonths));
        for (const action of actionsOf(plan)) {
          expect(action.start >= TODAY && action.start <= action.end).toBe(true);
          expect(action.slips).toBe(!action.overdue && action.end > action.due);
          expect(action.late).toBe(action.due > plan.windowEnd);
          if (due !== undefined) expect(action).toMatchObject({ due, proposed: false, overdue: due < TODAY });
          else {
            expect(action.proposed).toBe(true);
            expect(action.due >= TODAY).toBe(true);
            expect(action.fits).toBe(action.end <= plan.needBy);
          }
        }
      }),
    );
  });
});

describe('what is known about closing gaps', () => {
  const hints = {
    together: [{ id: 'both', title: { ja: '両方', en: 'Both' }, items: ['easy-low-high', 'easy-medium-low'] }],
    after: { 'easy-low-high': ['costly-low-low'], 'costly-low-low': ['easy-low-medium'] },
  };

  test('one action closes several gaps, as risky as the heaviest and as long as the longest', () => {
    const [action] = actionsOf(planFor(notMet('easy-low-high', 'easy-medium-low'), { hints }));
    expect(action).toMatchObject({ title: { en: 'Both' }, wave: 'before-review', days: 6 });
    expect([action?.state.item.id, action?.also.map(({ item }) => item.id)]).toEqual([
      'easy-low-high',
      ['easy-medium-low'],
    ]);
    expect(actionsOf(planFor(notMet('easy-low-high'), { hints }))[0]).not.toHaveProperty('title');
  });

  test('an item waits for those before it, and only for those that are gaps', () => {
    const actions = actionsOf(planFor(notMet('easy-low-high', 'costly-low-low', 'easy-low-medium'), { hints }));
    const ends = new Map(actions.map(one => [one.state.item.id, one]));
    expect([...ends.values()].sort((a, b) => (a.end < b.end ? -1 : 1)).map(one => one.state.item.id)).toEqual([
      'easy-low-medium',
      'costly-low-low',
      'easy-low-high',
    ]);
  });

  test('by risk, what has a high risk is worked on first, though it is shown in its wave', () => {
    const answers = notMet('costly-low-medium', 'easy-low-high');
    const first = (passRule: 'by-risk' | 'all-applicable-met') =>
      actionsOf(planFor(answers, { passRule })).sort((a, b) => (a.end < b.end ? -1 : 1))[0]?.state.item.id;
    expect([first('by-risk'), first('all-applicable-met')]).toEqual(['easy-low-high', 'costly-low-medium']);
  });

  test('people with time are the team', () => {
    const participants = [{ name: '佐藤', perWeek: 5 }, { name: 'Ken' }];
    const plan = planFor(notMet('easy-low-high', 'easy-low-medium'), { participants });
    expect(plan.team).toEqual([{ name: '佐藤', perWeek: 5 }]);
    expect(actionsOf(plan).map(one => [one.worker, one.end])).toEqual([
      ['佐藤', '2026-11-24'],
      ['佐藤', '2026-11-26'],
    ]);
  });
});

describe('progress', () => {
  const at = (plan: Answer['plan']) => planFor({ 'easy-low-high': { status: 'not-met', plan } });

  test('what is done leaves the schedule and waits for a new answer', () => {
    for (const progress of ['done', 'verified'] as const) {
      expect(actionsOf(at({ progress }))).toEqual([]);
      expect(at({ progress }).done.map(one => one.progress)).toEqual([progress]);
    }
    expect(onlyAction({ status: 'not-met', plan: { progress: 'in-progress' } }).progress).toBe('in-progress');
  });

  test('an accepted risk is no action until its day has passed', () => {
    expect(at({ progress: 'accepted', until: TODAY }).accepted).toHaveLength(1);
    expect(actionsOf(at({ progress: 'accepted' }))).toEqual([]);
    const late = at({ progress: 'accepted', until: '2026-11-21' });
    expect([late.accepted, actionsOf(late).map(one => one.progress)]).toEqual([[], ['open']]);
  });
});

describe('duties', () => {
  const dutiesOf = (answers: Record<string, Answer>) =>
    planFor(answers).duties.map(one => [one.state.item.id, one.every, one.next]);

  test('come back a quarter or a year from now where nothing is known', () => {
    expect(dutiesOf({})).toEqual([
      ['quarterly', 'quarterly', '2027-02-22'],
      ['yearly', 'yearly', '2027-11-22'],
    ]);
  });

  test('or from the newest evidence, or when a value expires', () => {
    const evidence = [
      { id: 'e1', what: '記録', date: '2026-09-10' },
      { id: 'e2', what: '古い', date: '2026-01-10' },
      { id: 'e3', what: '日付なし' },
    ];
    expect(
      dutiesOf({
        quarterly: { status: 'met', evidence },
        yearly: { status: 'met', evidence, values: { tested: '2026-08-31' } },
      }),
    ).toEqual([
      ['quarterly', 'quarterly', '2026-12-10'],
      ['yearly', 'yearly', '2027-08-31'],
    ]);
  });

  test('are due now where they are past', () => {
    expect(
      dutiesOf({
        quarterly: { evidence: [{ id: 'e1', what: '古い', date: '2025-01-01' }] },
        yearly: { values: { tested: '2020-01-01' } },
      }),
    ).toEqual([
      ['quarterly', 'quarterly', TODAY],
      ['yearly', 'yearly', TODAY],
    ]);
  });

  test('are none where the item does not apply', () => {
    expect(dutiesOf({ quarterly: { status: 'not-applicable' }, yearly: { status: 'not-met' } })).toEqual([
      ['yearly', 'yearly', '2027-11-22'],
    ]);
  });
});
