import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEXT_LIMIT } from '../../src/session/text/text-area.ts';
import { App } from '../support/app.ts';
import { hasProgram } from '../support/installed.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const ITEM = 'SUP-001';
const ROUNDS = process.env['TENKEN_LONG'] === '1' ? 20 : 3;

/** A shell script as the editor; its note is `$1`. */
function scripted(app: App, script: string): string {
  const path = join(app.folders.cwd, 'editor.sh');
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

/** The note of an item, open in its field, with an editor for Ctrl+G. */
async function inNote(editor: (app: App) => string, note = '前の') {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create(REFERENCE, 'Payments');
  if (note) app.seed(id, { [ITEM]: { note } });
  app.env = { EDITOR: editor(app), LANG: 'C.UTF-8' };
  await app.start(['open', id]);
  await app.press('n');
  const loans = () => names(join(app.folders.home, 'editing'));
  const kept = () => app.answers(id).answers[ITEM]?.note;
  return { app, id, loans, kept };
}

function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

test('what an editor saves is the note; nothing of it is left, and nobody else can read it meanwhile', async () => {
  const { app, loans, kept } = await inNote(one =>
    scripted(one, 'stat -c "%a %n" "$1" "$(dirname "$1")" > modes; printf "後の\\r\\n二行目\\n" > "$1"'),
  );
  app.terminal.press('ctrl+g');
  await app.waitFor('二行目', 'the note');
  await app.waitFor(frame => app.reader.saved(frame), 'saved');
  expect([kept(), loans()]).toEqual(['後の\n二行目', []]);
  const modes = readFileSync(join(app.folders.cwd, 'modes'), 'utf8');
  expect(modes).toMatch(/^600 .*note\.md\n700 /);
  await app.interrupt();
});

test('a cursor that an editor leaves anywhere shifts nothing', async () => {
  const { app } = await inNote(one => scripted(one, 'printf "left here"; printf x >> "$1"'));
  app.terminal.press('ctrl+g');
  const frame = await app.waitFor('前のx', 'the note');
  expect(frame.lines[0]).toMatch(/^ Payments/);
  await app.interrupt();
});

test.each([
  ['fails', 'exit 3', '3', '前の'],
  ['saved and then fails', 'printf 後の > "$1"; exit 1', '1', '後の'],
  ['is killed', 'printf 後の > "$1"; kill -9 $$', 'SIGKILL', '後の'],
])('an editor that %s is told, and its text stands in the open field', async (_, script, code, text) => {
  const { app, kept, loans } = await inNote(one => scripted(one, script));
  app.terminal.press('ctrl+g');
  const told = app.reader.t('editor.failed', { editor: join(app.folders.cwd, 'editor.sh'), code });
  const frame = await app.waitFor(app.reader.shows(told), 'the failure');
  expect(frame.text).toContain(text);
  expect([kept(), loans()]).toEqual(['前の', []]);
  await app.press('ctrl+s');
  expect(kept()).toBe(text);
  await app.interrupt();
});

test.each([
  ['is not there', () => 'no-such-editor'],
  ['has a blank in a path that is none', () => '/no such/editor'],
  ['is not executable', () => '/etc/passwd'],
])('an editor that %s is named', async (_, editor) => {
  const { app, kept } = await inNote(editor);
  app.terminal.press('ctrl+g');
  await app.waitFor(app.reader.shows(app.reader.t('editor.missing', { editor: editor() })), 'that it is missing');
  expect(kept()).toBe('前の');
  await app.interrupt();
});

test('an editor in a folder with a blank in its name is found', async () => {
  const { app, kept } = await inNote(one => {
    const path = join(one.folders.cwd, 'my editor.sh');
    writeFileSync(path, '#!/bin/sh\nprintf 後の > "$1"\n', { mode: 0o755 });
    return path;
  });
  app.terminal.press('ctrl+g');
  await app.waitFor('後の', 'the note');
  await app.interrupt();
  expect(kept()).toBe('後の');
});

test.each([
  ['EUC-JP', String.raw`printf '\306\374\313\334\270\354' > "$1"`, 'encoding'],
  ['UTF-16', String.raw`printf '\377\376a\000b\000' > "$1"`, 'encoding'],
  ['UTF-16 without a mark', String.raw`printf 'a\000b\000' > "$1"`, 'encoding'],
  ['too much', `head -c ${TEXT_LIMIT + 5} /dev/zero | tr '\\0' x > "$1"`, 'limit'],
])('%s is refused with words, the note stays, the text too, and Ctrl+G opens it again', async (_, script, key) => {
  const { app, kept, loans } = await inNote(one =>
    scripted(one, `test -e again && printf 後の > "$1" || { ${script}; }; touch again`),
  );
  app.terminal.press('ctrl+g');
  await app.waitFor(app.reader.shows(words(app, key)), 'the refusal');
  expect([kept(), loans().length]).toEqual(['前の', 1]);
  app.terminal.press('ctrl+g');
  await app.waitFor('後の', 'the note');
  await app.waitFor(frame => app.reader.saved(frame), 'saved');
  expect([kept(), loans()]).toEqual(['後の', []]);
  await app.interrupt();
});

/** The beginning of a refusal, up to its path. */
function words(app: App, key: string): string {
  const text = app.reader.t(`editor.${key}` as 'editor.limit', { path: '\0', n: TEXT_LIMIT + 5, limit: TEXT_LIMIT });
  return text.slice(0, text.indexOf('\0')).trim();
}

test('an editor that returns at once is told; what it saves later is taken in', async () => {
  const { app, loans, kept } = await inNote(one => scripted(one, 'printf "%s" "$1" > path'));
  app.terminal.press('ctrl+g');
  await app.waitFor(app.reader.shows(app.reader.t('editor.at-once', { editor: app.env['EDITOR'] ?? '' })), 'the news');
  const path = readFileSync(join(app.folders.cwd, 'path'), 'utf8');
  writeFileSync(path, '別の窓で\n');
  await app.waitFor('別の窓で', 'the text from the other window');
  await app.press('ctrl+s');
  expect(kept()).toBe('別の窓で');
  writeFileSync(path, '別の窓で、二度目\n');
  await app.waitFor('二度目', 'the second text');
  await app.waitFor(frame => app.reader.saved(frame), 'saved');
  expect(kept()).toBe('別の窓で、二度目');
  await app.interrupt();
  writeFileSync(path, '終わったあとで\n');
  await app.restart();
  await app.waitFor(app.reader.shows(app.reader.t('editor.taken', { n: 1, items: ITEM })), 'the news');
  expect([kept(), loans()]).toEqual(['終わったあとで', []]);
  await app.interrupt();
});

test.each(['SIGTERM', 'SIGHUP'] as const)(
  '%s while an editor waits: soon over, what it saved is kept, nothing left',
  async signal => {
    const { app, kept, loans } = await inNote(one =>
      scripted(one, 'printf 途中まで > "$1"; echo waiting; exec sleep 60'),
    );
    app.terminal.press('ctrl+g');
    await app.waitFor('waiting', 'the editor');
    const since = performance.now();
    app.terminal.kill(signal);
    const { code, left } = await app.terminal.exit;
    expect([code, left]).toEqual([signal === 'SIGTERM' ? 143 : 129, []]);
    expect(performance.now() - since).toBeLessThan(5_000);
    expect([kept(), loans()]).toEqual(['途中まで', []]);
  },
);

test('what an editor rescues when it is ended is kept too', async () => {
  const { app, kept, loans } = await inNote(one =>
    scripted(
      one,
      `trap 'printf 救われた > "$1.save"; exit 1' TERM; echo waiting; while :; do read -r line || sleep 1; done`,
    ),
  );
  app.terminal.press('ctrl+g');
  await app.waitFor('waiting', 'the editor');
  app.terminal.kill('SIGTERM');
  expect((await app.terminal.exit).code).toBe(143);
  expect([kept(), loans()]).toEqual(['救われた', []]);
});

test('kill -9 while an editor waits: the next start takes in what it saved', async () => {
  const { app, kept, loans } = await inNote(one => scripted(one, 'printf 途中まで > "$1"; echo waiting; read -r line'));
  app.terminal.press('ctrl+g');
  await app.waitFor('waiting', 'the editor');
  app.terminal.kill('SIGKILL');
  await app.terminal.exit.catch(() => undefined);
  expect([kept(), loans().length]).toEqual(['前の', 1]);
  expect(statSync(join(app.folders.home, 'editing')).mode & 0o777).toBe(0o700);
  await app.start(['open', 'payments']);
  await app.waitFor(app.reader.shows(app.reader.t('editor.taken', { n: 1, items: ITEM })), 'the news');
  expect([kept(), loans()]).toEqual(['途中まで', []]);
  await app.interrupt();
});

test('Ctrl+C is the editor’s while that has the terminal', async () => {
  const { app, kept } = await inNote(one =>
    scripted(one, `trap 'echo heard' INT; echo waiting; read -r a || read -r a; printf 後の > "$1"`),
  );
  app.terminal.press('ctrl+g');
  await app.waitFor('waiting', 'the editor');
  app.terminal.press('ctrl+c');
  await app.waitFor('heard', 'the interrupt');
  app.terminal.write('\r');
  await app.waitFor(frame => frame.text.includes('後の') && app.reader.saved(frame), 'the note');
  expect(kept()).toBe('後の');
  await app.interrupt();
});

const NANO = { name: 'nano', editor: 'nano', ready: /GNU nano/, leave: '\x0f\r\x18' };
const EMACS = { name: 'emacs', editor: 'emacs -nw -Q', ready: /note\.md/, leave: '\x18\x13\x18\x03' };

test.each([NANO, EMACS].filter(({ name }) => hasProgram(name)))(
  `$editor gets every key, ${ROUNDS} times`,
  { timeout: ROUNDS * 20_000 },
  async ({ editor, ready, leave }) => {
    const { app, kept } = await inNote(() => editor, '');
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0) await app.press('n');
      app.terminal.press('ctrl+g');
      await app.waitFor(ready, 'the editor');
      const text = `復旧手順 abcdef ${round} `;
      for (const character of text) app.terminal.write(character);
      await app.waitFor(text.trim(), 'the text in the editor');
      app.terminal.write(leave);
      await app.waitFor(frame => app.reader.walkItem(frame) === ITEM && app.reader.saved(frame), 'the walk');
      expect(kept()).toContain(text.trim());
    }
    await app.interrupt();
  },
);
