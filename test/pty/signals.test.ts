import { expect, test } from 'vitest';
import { App } from '../support/app.ts';
import { leftovers } from '../support/files.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const ENDINGS = [
  { signal: 'SIGINT', code: 130 },
  { signal: 'SIGQUIT', code: 131 },
  { signal: 'SIGTERM', code: 143 },
  { signal: 'SIGHUP', code: 129 },
] as const;

async function onWalk(): Promise<{ app: App; id: string }> {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  return { app, id: await app.startOn(REFERENCE, 'Payments') };
}

for (const { signal, code } of ENDINGS) {
  test(`${signal}: what was answered is saved and the terminal is as it was`, async () => {
    const { app, id } = await onWalk();
    app.terminal.write('5'.repeat(10));
    await app.waitFor(frame => app.reader.walkItem(frame) === 'CTL-003', 'ten items further');
    app.terminal.kill(signal);
    expect(await app.terminal.exit).toEqual({ code, signal: 0, left: [] });
    expect(Object.values(app.answers(id).answers).map(answer => answer.status)).toEqual(Array(10).fill('unknown'));
    expect(leftovers(app.folders.home)).toEqual([]);
  });

  test(`${signal}: the note that is being typed is kept`, async () => {
    const { app, id } = await onWalk();
    app.terminal.write('n途中のメモ');
    await app.waitFor('途中のメモ');
    app.terminal.kill(signal);
    expect((await app.terminal.exit).code).toBe(code);
    expect(app.answers(id).answers['SUP-001']?.note).toBe('途中のメモ');
  });
}

test('a terminal that goes away: what was answered is saved and the program ends', async () => {
  const { app, id } = await onWalk();
  app.terminal.write('5'.repeat(10));
  await app.waitFor(frame => app.reader.walkItem(frame) === 'CTL-003', 'ten items further');
  const since = performance.now();
  app.terminal.hangUp();
  await app.terminal.exit;
  expect(performance.now() - since).toBeLessThan(2000);
  expect(Object.keys(app.answers(id).answers)).toHaveLength(10);
  expect(leftovers(app.folders.home)).toEqual([]);
});
