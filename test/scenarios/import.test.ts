import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { App } from '../support/app.ts';
import { runProgram } from '../support/program.ts';
import { SIZES, scenario } from '../support/scenario.ts';
import { BROKEN_LIST, SMALL_LIST } from '../support/small-list.ts';
import { answerStart } from '../support/start-steps.ts';

const FILE = 'house-list.yaml';

function put(app: App, text: string): string {
  const path = join(app.folders.cwd, FILE);
  writeFileSync(path, text);
  return path;
}

async function importOnHome(app: App): Promise<void> {
  await app.start();
  app.terminal.press('i');
  await app.waitFor(app.reader.shows(app.reader.t('field.import.help')), 'the field for a path');
  app.terminal.write(`${FILE}\r`);
}

scenario(
  'a person is told that a list held what cannot be seen',
  async app => {
    put(app, SMALL_LIST.replace('ja: 基本', 'ja: "基\\u202e本"').replace('en: Basics', 'en: "Basics\\e[31m"'));
    await importOnHome(app);
    await app.waitFor(app.reader.shows(app.reader.t('home.hidden', { n: 2 })), 'the news of hidden characters');
    await app.interrupt();
  },
  { sizes: SIZES },
);

scenario(
  "a third party's list is imported, started, answered and kept",
  async app => {
    const path = put(app, SMALL_LIST);
    await importOnHome(app);
    await answerStart(app, ['remote'], { name: 'House', gates: { remote: 'yes' } });
    await app.item('OWN-001').isFocused();
    app.terminal.write('1');
    await app.item('OWN-002').isFocused();
    rmSync(path);
    await app.restart();
    await app.press('enter');
    await app.item('OWN-002').isFocused();
    app.terminal.write('5');
    await app.waitFor(app.reader.shows(app.reader.t('preview.lang.both')), 'the report after the last item');
    await app.interrupt();
    expect(app.answers('house').answers).toMatchObject({
      'OWN-001': { status: 'met' },
      'OWN-002': { status: 'unknown' },
    });
    expect(readdirSync(join(app.folders.home, 'questionnaires'))).toEqual([
      expect.stringMatching(/^partner-list@v1.*\.json$/),
    ]);
  },
  { sizes: SIZES },
);

scenario("a third party's list is started from the command line", async app => {
  const path = put(app, SMALL_LIST);
  const id = app.create(path, 'House');
  await app.start(['open', id]);
  await app.item('OWN-001').isFocused();
});

scenario('a list with mistakes is refused with all of them by line, and Home goes on', async app => {
  const path = put(app, BROKEN_LIST);
  await importOnHome(app);
  for (const wrong of [/:31:15\b/, /:37:11\b/, /:43:17\b/]) await app.waitFor(wrong);
  await app.press('esc');
  await app.press('n', 'enter');
  await app.waitFor(app.reader.shows(app.reader.t('start.version')), 'a start of another list');
  const { code, stderr, stdout } = runProgram({
    folders: app.folders,
    args: ['start', path, '--name', 'N', '--no-open'],
    lang: app.lang,
  });
  expect(code).toBe(2);
  const lines = `${stdout}${stderr}`.split('\n').filter(line => /house-list\.yaml:\d+:\d+ \S+ /.test(line));
  expect(lines).toHaveLength(3);
});
