import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { StoreError } from '../../src/store/errors.ts';
import { nodeFs } from '../../src/store/files.ts';
import { assessmentText } from '../../src/store/format.ts';
import { type Fault, faultyFs } from './support/faulty-fs.ts';
import { hastyHost } from './support/hasty-host.ts';
import { anAssessment, temporaryFolder, tree } from './support/temporary-home.ts';

const OLD = assessmentText(anAssessment(), 'acme');
const NEW = assessmentText(anAssessment({ name: 'new' }), 'acme');
const change = (assessment: ReturnType<typeof anAssessment>) => ({ ...assessment, name: 'new' });

type Operation = { name: string; prepared: boolean; run: (store: ReturnType<typeof createStore>) => Promise<unknown> };
const OPERATIONS: Operation[] = [
  { name: 'update', prepared: true, run: store => store.update('acme', change) },
  { name: 'create', prepared: false, run: store => store.create(anAssessment({ name: 'new' })) },
  { name: 'remove', prepared: true, run: store => store.remove('acme') },
  { name: 'merge', prepared: true, run: store => store.update('acme', change, { backup: 'merge' }) },
  { name: 'put', prepared: true, run: store => store.put('acme', anAssessment({ name: 'new' })) },
];

/** Runs an operation with one failing call, and the same store again on a sound disk. */
async function attempt(operation: Operation, fault?: Fault) {
  const home = join(await temporaryFolder(), 'home');
  if (operation.prepared) await createStore({ home, clock: () => new Date() }).create(anAssessment());
  const faulty = faultyFs(fault);
  const disk = { ...faulty.fs };
  const store = createStore({ home, clock: () => new Date(), fs: disk, host: hastyHost });
  const failed: unknown = await operation.run(store).then(
    () => undefined,
    (error: unknown) => error,
  );
  Object.assign(disk, nodeFs);
  const path = store.pathOf('acme');
  const content = await readFile(path, 'utf8').catch(() => undefined);
  const temps = (await tree(home).catch(() => [])).filter(name => name.endsWith('.tmp'));
  const kept = (await store.backups('acme')).length;
  const named = failed instanceof StoreError && failed.path.startsWith(home);
  return { calls: faulty.calls, failed, content, temps, kept, named, store };
}

/** `TENKEN_LONG=1` tries every error both ways. */
const LONG = process.env['TENKEN_LONG'] === '1';
const ERRORS = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EMFILE'].flatMap(errno => [
  { errno, lasting: false, when: 'once' },
  { errno, lasting: true, when: 'from there on' },
]);
const faults = OPERATIONS.flatMap(operation =>
  ERRORS.filter(({ errno, lasting }) => LONG || (errno === 'EROFS') === lasting).map(error => ({
    operation,
    ...error,
  })),
);
const figures = { faults: 0, saved: 0, refused: 0 };

test.each(faults)(
  '$operation.name: whichever call fails with $errno $when, nothing is lost',
  { timeout: 30_000 },
  async ({ operation, errno, lasting }) => {
    const { calls, content: done } = await attempt(operation);
    const before = operation.prepared ? OLD : undefined;
    for (let at = 1; at <= calls.length; at += 1) {
      const { failed, content, temps, kept, named, store } = await attempt(operation, { at, errno, lasting });
      const where = `${at} ${calls[at - 1]}`;
      // On a disk that refuses everything, the temporary file stays for the next start to sweep.
      if (!lasting) expect({ where, temps }).toEqual({ where, temps: [] });
      expect({ where, content: content === before || content === done }).toEqual({ where, content: true });
      if (failed === undefined) expect({ where, content }).toEqual({ where, content: done });
      else expect({ where, failed, named }).toMatchObject({ where, failed: { name: 'StoreError' }, named: true });
      // What is refused is not in place: whoever reads "refused" must not find the new state there.
      if (failed !== undefined) expect({ where, content }).toEqual({ where, content: before });
      if (operation.name === 'remove' && content === undefined) expect({ where, kept }).toEqual({ where, kept: 1 });
      // A large change without the state before it is refused.
      const isLarge = operation.name === 'merge' || operation.name === 'put';
      if (isLarge && content === NEW) expect({ where, kept }).toEqual({ where, kept: 1 });
      if (operation.name === 'update') {
        const again = await store.update('acme', change).catch((error: unknown) => error);
        expect({ where, again }).toMatchObject({ where, again: { name: 'new' } });
        expect({ where, content: await readFile(store.pathOf('acme'), 'utf8') }).toEqual({ where, content: NEW });
      }
      figures.faults += 1;
      figures[failed === undefined ? 'saved' : 'refused'] += 1;
    }
  },
);

afterAll(() => {
  const { faults: all, saved, refused } = figures;
  console.info(`${all} failing calls: ${saved} saved all the same, ${refused} refused with the old file as it was`);
});
