import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../src/assessment/day.ts';
import { schedule, type Task, USUAL_DAYS, workingDay } from '../../src/assessment/plan/schedule.ts';

const MONDAY = '2026-11-23';
const task = (id: string, days: number, more: Partial<Task> = {}): Task => ({ id, days, after: [], ...more });
const FULL = [{ name: 'Full', perWeek: 5 }];
const slots = (...tasks: Task[]) => schedule(tasks, FULL, MONDAY).map(one => [one.id, one.start, one.end]);

describe('working days', () => {
  test.each([
    [MONDAY, 0, MONDAY],
    [MONDAY, 4, '2026-11-27'],
    [MONDAY, 5, '2026-11-30'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-29', 5, '2026-12-07'],
    ['2026-11-25', 12, '2026-12-11'],
  ])('%s and %i more is %s', (from, n, day) => {
    expect(workingDay(from, n)).toBe(day);
  });

  test('none is a Saturday or a Sunday, and each comes after the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }), (offset, n) => {
        const from = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
        const [a, b] = [workingDay(from, n), workingDay(from, n + 1)];
        expect([0, 6]).not.toContain(new Date(`${a}T00:00:00Z`).getUTCDay());
        expect(a < b && daysBetween(a, b) <= 3).toBe(true);
      }),
    );
  });
});

describe('the schedule', () => {
  test('one person does one thing after the other', () => {
    expect(slots(task('a', 2), task('b', 6))).toEqual([
      ['a', '2026-11-23', '2026-11-24'],
      ['b', '2026-11-25', '2026-12-02'],
    ]);
  });

  test('what waits for something comes after it, whatever its place', () => {
    expect(slots(task('test', 1, { after: ['backup'] }), task('backup', 1))).toEqual([
      ['test', '2026-11-24', '2026-11-24'],
      ['backup', '2026-11-23', '2026-11-23'],
    ]);
  });

  test('what is no task any more holds nothing up, and a circle is placed all the same', () => {
    expect(slots(task('a', 1, { after: ['done'] }))).toHaveLength(1);
    expect(slots(task('a', 1, { after: ['b'] }), task('b', 1, { after: ['a'] }))).toHaveLength(2);
  });

  test('with nobody named, two days of a week are for the plan', () => {
    expect(schedule([task('a', 2)], [], MONDAY)).toEqual([{ id: 'a', worker: '', start: MONDAY, end: '2026-11-27' }]);
  });

  test('two people work side by side, and half a week takes twice as long', () => {
    const team = [
      { name: 'Sato', perWeek: 5 },
      { name: 'Ken', perWeek: 2.5 },
    ];
    const found = schedule([task('a', 5, { owner: 'Ken' }), task('b', 5), task('c', 5)], team, MONDAY);
    expect(found.map(one => [one.id, one.worker, one.end])).toEqual([
      ['a', 'Ken', '2026-12-04'],
      ['b', 'Sato', '2026-11-27'],
      ['c', 'Sato', '2026-12-04'],
    ]);
  });

  test('random plans break no dependency and book nobody twice', () => {
    const names = ['Sato', 'Ken', '鈴木'];
    const oneTask = fc.record({
      days: fc.integer({ min: 1, max: 20 }),
      owner: fc.option(fc.constantFrom(...names), { nil: undefined }),
      after: fc.array(fc.nat({ max: 14 }), { maxLength: 3 }),
    });
    const team = fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...names), perWeek: fc.integer({ min: 1, max: 5 }) }),
      {
        selector: one => one.name,
      },
    );
    fc.assert(
      fc.property(fc.array(oneTask, { minLength: 1, maxLength: 15 }), team, (drawn, people) => {
        // A task waits for earlier ones only, so that there is no circle.
        const tasks = drawn.map((one, at) =>
          task(`t${at}`, one.days, { owner: one.owner, after: one.after.filter(n => n < at).map(n => `t${n}`) }),
        );
        const found = new Map(schedule(tasks, people, MONDAY).map(one => [one.id, one]));
        expect(found.size).toBe(tasks.length);
        for (const { id, after, owner } of tasks) {
          const own = found.get(id);
          if (owner) expect(own?.worker).toBe(owner);
          for (const before of after) expect((found.get(before)?.end ?? '') <= (own?.start ?? '')).toBe(true);
        }
        for (const worker of new Set([...found.values()].map(one => one.worker))) {
          const mine = [...found.values()]
            .filter(one => one.worker === worker)
            .sort((a, b) => (a.start < b.start ? -1 : 1));
          const perWeek = people.find(one => one.name === worker)?.perWeek ?? USUAL_DAYS;
          const days = tasks
            .filter(({ id }) => mine.some(one => one.id === id))
            .reduce((sum, one) => sum + one.days, 0);
          const last =
            mine
              .map(one => one.end)
              .sort()
              .at(-1) ?? '';
          let working = 0;
          while (workingDay(MONDAY, working) < last) working += 1;
          expect(days).toBeLessThanOrEqual(((working + 1) * perWeek) / 5 + 1e-6);
        }
      }),
    );
  });
});
