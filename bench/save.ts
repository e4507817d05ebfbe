// Prints how long single durable saves take, in milliseconds as JSON: `save.ts HOME ID COUNT`. Run by `run.mjs`.
import { performance } from 'node:perf_hooks';
import { createStore } from '../src/store/assessments.ts';

const [home = '', id = '', count = '50'] = process.argv.slice(2);
const store = createStore({ home, clock: () => new Date() });
const times: number[] = [];
for (let at = 0; at < Number(count); at += 1) {
  const from = performance.now();
  await store.update(id, one => ({ ...one, name: `Bench ${at}` }));
  times.push(performance.now() - from);
}
// The first also makes a backup, which happens once in five minutes.
console.log(JSON.stringify(times.slice(1)));
