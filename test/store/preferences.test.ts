import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPreferences, writePreference } from '../../src/store/preferences.ts';
import { temporaryFolder } from './support/temporary-home.ts';

async function aHome(content?: string): Promise<string> {
  const folder = await temporaryFolder();
  if (content === undefined) return join(folder, 'home');
  await writeFile(join(folder, 'preferences.json'), content);
  return folder;
}

test('reading makes nothing', async () => {
  const home = await aHome();
  expect(await readPreferences(home)).toEqual({});
  await expect(stat(home)).rejects.toThrow();
});

test('what is written is read, and undefined forgets it', async () => {
  const home = await aHome();
  const before = process.umask(0);
  expect(await writePreference(home, 'lang', 'ja').finally(() => process.umask(before))).toBe(true);
  await writePreference(home, 'sideBySide', false);
  await writePreference(home, 'lastOpened', 'acme.x');
  await writePreference(home, 'theme', 'ascii');
  await writePreference(home, 'theme', undefined);
  expect(await readPreferences(home)).toEqual({ lang: 'ja', sideBySide: false, lastOpened: 'acme.x' });
  expect((await stat(home)).mode & 0o777).toBe(0o700);
  expect((await stat(join(home, 'preferences.json'))).mode & 0o777).toBe(0o600);
});

test.each(['', '{"lang": "ja"', 'null', '[]', '"x"', '\0\0'])(
  'the damaged file %j is as good as none, and can be written over',
  async content => {
    const home = await aHome(content);
    expect(await readPreferences(home)).toEqual({});
    expect(await readFile(join(home, 'preferences.json'), 'utf8')).toBe(content);
    expect(await writePreference(home, 'lang', 'en')).toBe(true);
    expect(await readPreferences(home)).toEqual({ lang: 'en' });
  },
);

test('damaged text is kept beside the new file', async () => {
  const home = await aHome('{"lang": "ja"');
  await writePreference(home, 'lang', 'en');
  expect(await readFile(join(home, 'preferences.damaged.json'), 'utf8')).toBe('{"lang": "ja"');
});

test('values that nobody knows are left out and kept', async () => {
  const home = await aHome('{"lang": "fr", "theme": 3, "sideBySide": true, "future": {"a": 1}}');
  expect(await readPreferences(home)).toEqual({ sideBySide: true });
  await writePreference(home, 'lang', 'ja');
  expect(JSON.parse(await readFile(join(home, 'preferences.json'), 'utf8'))).toMatchObject({
    future: { a: 1 },
    lang: 'ja',
  });
});

test('a home that cannot be written is no failure', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const home = join(folder, 'file', 'home');
  expect(await writePreference(home, 'lang', 'ja')).toBe(false);
  expect(await readPreferences(home)).toEqual({});
  expect(await readdir(folder)).toEqual(['file']);
});
