import { addDays, type Day } from '../day.ts';

/** Work to be placed. `days` are person-days; `after` are ids of tasks that must be finished before. */
export type Task = { id: string; days: number; owner?: string | undefined; after: string[] };

/** Somebody who works on the plan, `perWeek` person-days in a week of five. */
export type Worker = { name: string; perWeek: number };

/** When a task is worked on, first and last day, and by whom (no name: by whoever has time). */
export type Slot = { id: string; worker: string; start: Day; end: Day };

const WEEK = 5;
/** Person-days a week where nobody said: a review is prepared beside other work. */
export const USUAL_DAYS = 2;
const NOBODY: Worker = { name: '', perWeek: USUAL_DAYS };

type Placed = { worker: Worker; from: number; to: number };

/**
 * Places tasks, given in order of priority, one at a time per worker and never before what they wait for; what an urgent
 * task waits for is as urgent.
 * A task with an owner waits for that person; one without goes to whoever finishes it first. Work starts on `from`, or on
 * the Monday after; weekends are free, holidays are not known. Tasks that wait for each other in a circle are placed anyway.
 */
export function schedule(tasks: Task[], team: Worker[], from: Day): Slot[] {
  const workers = new Map((team.length > 0 ? team : [NOBODY]).map(one => [one.name, one]));
  for (const { owner } of tasks)
    if (owner && !workers.has(owner)) workers.set(owner, { name: owner, perWeek: USUAL_DAYS });
  const pool = team.length > 0 ? team : [NOBODY];
  const free = new Map<string, number>();
  const placed = new Map<string, Placed>();
  for (const task of inOrder(tasks)) {
    const ready = Math.max(0, ...task.after.map(id => placed.get(id)?.to ?? 0));
    const own = task.owner ? workers.get(task.owner) : undefined;
    const choices = (own ? [own] : pool).map((worker): Placed => {
      const start = Math.max(ready, free.get(worker.name) ?? 0);
      return { worker, from: start, to: start + (task.days * WEEK) / worker.perWeek };
    });
    const best = choices.reduce((a, b) => (b.to < a.to ? b : a));
    free.set(best.worker.name, best.to);
    placed.set(task.id, best);
  }
  return tasks.flatMap(({ id }) => {
    const one = placed.get(id);
    return one ? [slot(id, one, from)] : [];
  });
}

/** A task that waits, and where it stands in the order of priority. */
type Waiting = { task: Task; rank: number };

/** What the most urgent task waits for comes before it, however late in the order it stands. */
function inOrder(tasks: Task[]): Task[] {
  const waiting = new Map(tasks.map((task, rank) => [task.id, { task, rank }]));
  const ordered: Task[] = [];
  for (const { id } of tasks) {
    for (let urgent = waiting.get(id); urgent; urgent = waiting.get(id)) {
      const first = firstOf(waiting, urgent);
      waiting.delete(first.id);
      ordered.push(first);
    }
  }
  return ordered;
}

function firstOf(waiting: ReadonlyMap<string, Waiting>, { task }: Waiting, seen: Task[] = []): Task {
  const before = task.after
    .flatMap(id => waiting.get(id) ?? [])
    .filter(one => !seen.includes(one.task))
    .sort((a, b) => a.rank - b.rank)[0];
  return before ? firstOf(waiting, before, [...seen, task]) : task;
}

/** Work that ends in the middle of a day takes that day; a hair of rounding does not take another. */
function slot(id: string, { worker, from: start, to: end }: Placed, from: Day): Slot {
  const first = Math.floor(start + 1e-9);
  const last = Math.max(first, Math.ceil(end - 1e-9) - 1);
  return { id, worker: worker.name, start: workingDay(from, first), end: workingDay(from, last) };
}

/** The `n`-th working day from `from` on, counted from 0. */
export function workingDay(from: Day, n: number): Day {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  const first = weekday === 6 ? addDays(from, 2) : weekday === 0 ? addDays(from, 1) : from;
  const index = weekday === 6 || weekday === 0 ? 0 : weekday - 1;
  const weeks = Math.floor((index + n) / WEEK);
  return addDays(first, n + weeks * 2);
}
