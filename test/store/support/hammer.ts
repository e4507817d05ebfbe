import { createStore } from '../../../src/store/assessments.ts';

/** Child process: `hammer HOME NAME COUNT` adds COUNT answers to `acme`, and says so after each. */
const [home = '', name = '', count = '0'] = process.argv.slice(2);
const store = createStore({ home, clock: () => new Date() });
for (let number = 0; number < Number(count); number += 1) {
  await store.update('acme', assessment => ({
    ...assessment,
    answers: { ...assessment.answers, [`${name}-${number}`]: { note: String(process.pid) } },
  }));
  process.stdout.write(`${number}\n`);
}
