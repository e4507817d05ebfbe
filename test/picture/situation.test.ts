import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { keepPicture } from '../../src/picture/keep.ts';
import { keptPicture } from '../../src/picture/show.ts';
import { dayFrom, placeOf, platformData, type Situation } from '../../src/picture/situation.ts';
import { createStore } from '../../src/store/assessments.ts';

let home = '';
let start: Situation;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-picture-'));
  home = folder;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(home, 'assessments'));
  writeFileSync(join(home, 'assessments', 'shop.json'), '{}');
  start = {
    argv: [],
    env: { TENKEN_HOME: home, TERM: 'xterm', LANG: 'ja_JP.UTF-8' },
    cwd: '/',
    platform: 'linux',
    columns: 80,
    rows: 24,
    version: '1.0.0',
  };
});

const keyOf = (change: Partial<Situation> = {}) => placeOf({ ...start, ...change })?.key;

test('what is shown is what was kept for the day, and only if nothing in it acts on a terminal', () => {
  const now = new Date(2026, 10, 28);
  const shown = (text: string, day = now) => {
    keepPicture(start, now, () => text);
    return keptPicture(start, day);
  };
  expect(shown('\u001b[1m点検\u001b[22m\n ok')).toBe('\u001b[1m点検\u001b[22m\n ok');
  expect(shown('ok', new Date(2026, 10, 29))).toBe('ok');
  expect(shown('ok', new Date(2026, 10, 30))).toBeUndefined();
  for (const bad of ['\u001b]0;x\u0007', '\u001b[2J', '\u009b6n', 'a\u202eb', '\u001bc', '\r'])
    expect(shown(bad)).toBeUndefined();
});

test('a picture is private, is not written through a link, and goes with the assessment that it shows', async () => {
  const now = new Date(2026, 10, 28);
  const open = { ...start, argv: ['open', 'shop'] };
  const path = join(home, 'picture-open.json');
  const outside = join(home, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'target'), 'mine');
  symlinkSync(join(outside, 'target'), path);
  expect(keptPicture(open, now)).toBeUndefined();
  keepPicture(open, now, () => 'a note');
  expect(readFileSync(join(outside, 'target'), 'utf8')).toBe('mine');
  expect(keptPicture(open, now)).toBe('a note');
  writeFileSync(path, '{}');
  chmodSync(path, 0o644);
  keepPicture(open, now, () => 'a note');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(home).filter(name => name.endsWith('.tmp'))).toEqual([]);
  await createStore({ home, clock: () => now }).remove('shop');
  expect(readdirSync(home).filter(name => name.startsWith('picture-'))).toEqual([]);
});

describe('a picture is kept', () => {
  test.each([
    [[], 'picture-home.json'],
    [['--lang', 'en'], 'picture-home.json'],
    [['--lang=en', '--ascii'], 'picture-home.json'],
    [['open', 'shop'], 'picture-open.json'],
    [['open', '--lang', 'ja', 'shop'], 'picture-open.json'],
  ])('for the words %j', (argv, name) => {
    expect(placeOf({ ...start, argv })?.path).toBe(join(home, name));
  });

  test('in the data directory that the words name', () => {
    const env = { ...start.env, TENKEN_HOME: '/elsewhere' };
    for (const argv of [['--home', home], [`--home=${home}`], ['open', 'shop', '--home', home]])
      expect(placeOf({ ...start, env, argv })?.path).toMatch(new RegExp(`^${home}/picture-`));
  });
});

test.each([
  [['list']],
  [['open']],
  [['open', 'shop', 'more']],
  [['open', 'shop', '--accessible']],
  [['--accessible']],
  [['--help']],
  [['-V']],
  [['demo']],
  [['start', 'x']],
  [['--home']],
])('none is kept for the words %j', argv => {
  const place = placeOf({
    ...start,
    env: { ...start.env, TENKEN_HOME: argv[0] === '--home' ? '/nowhere' : home },
    argv,
  });
  expect(place).toBeUndefined();
});

describe('a picture is no longer true', () => {
  const changes: [string, () => Partial<Situation>][] = [
    ['with another version', () => ({ version: '1.0.1' })],
    ['in another size', () => ({ columns: 81 })],
    ['in another height', () => ({ rows: 25 })],
    ['in another terminal', () => ({ env: { ...start.env, TERM: 'screen' } })],
    ['in another language', () => ({ env: { ...start.env, LANG: 'C' } })],
    ['without colours', () => ({ env: { ...start.env, NO_COLOR: '1' } })],
    ['with other words', () => ({ argv: ['--ascii'] })],
  ];
  test.each(changes)('%s', (_what, change) => {
    const before = keyOf();
    expect(before).toBeDefined();
    expect(keyOf(change())).not.toBe(before);
  });

  const deeds: [string, (folder: string) => void][] = [
    ['an answer is given', folder => writeFileSync(join(folder, 'assessments', 'shop.json'), '{"a":1}')],
    ['a file is written anew', folder => utimesSync(join(folder, 'assessments', 'shop.json'), 1, 1)],
    ['an assessment is added', folder => writeFileSync(join(folder, 'assessments', 'b.json'), '{}')],
    ['an assessment is removed', folder => rmSync(join(folder, 'assessments', 'shop.json'))],
    ['a preference is changed', folder => writeFileSync(join(folder, 'preferences.json'), '{"lang":"en"}')],
  ];
  test.each(deeds)('after %s', (_what, deed) => {
    const before = keyOf();
    deed(home);
    expect(keyOf()).not.toBe(before);
  });

  test('but it does not make itself untrue', () => {
    const before = keyOf();
    keepPicture(start, new Date(2026, 10, 28), () => 'frame');
    expect(keyOf()).toBe(before);
    expect(statSync(join(home, 'picture-home.json')).mode & 0o777).toBe(0o600);
  });
});

test('so many files that looking at them takes longer than drawing are not looked at', () => {
  for (let at = 0; at < 300; at += 1) writeFileSync(join(home, 'assessments', `a${at}.json`), '{}');
  expect(keyOf()).toBeUndefined();
});

test('nothing is made where there is no data directory', () => {
  const env = { ...start.env, TENKEN_HOME: join(home, 'nothing') };
  keepPicture({ ...start, env }, new Date(), () => 'frame');
  expect(() => statSync(join(home, 'nothing'))).toThrow('ENOENT');
});

test('the days are those of the calendar where the person is', () => {
  expect([0, 1, 2].map(days => dayFrom(new Date(2026, 11, 30, 23, 59), days))).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
  ]);
});

test.each([undefined, '/data', ''])(
  'the data directory of the platform is that of env-paths, with %j',
  XDG_DATA_HOME => {
    vi.stubEnv('XDG_DATA_HOME', XDG_DATA_HOME);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(platformData({ env: process.env, platform: process.platform })).toBe(
      envPaths('tenken', { suffix: '' }).data,
    );
  },
);
