import { expect, test } from 'vitest';
import { meantPaths } from '../../src/workspace/typed-path.ts';

const where = { cwd: '/work', home: '/home/sato', windows: false };

test.each([
  ['list.yaml', '/work/list.yaml'],
  ['  list.yaml \n', '/work/list.yaml'],
  ['"/tmp/My Files/list 1.yaml"', '/tmp/My Files/list 1.yaml'],
  ["'/tmp/My Files/list 1.yaml' ", '/tmp/My Files/list 1.yaml'],
  ['“/tmp/list.yaml”', '/tmp/list.yaml'],
  ['/tmp/My\\ Files/list\\ \\(1\\).yaml', '/tmp/My Files/list (1).yaml'],
  ['~/list.yaml', '/home/sato/list.yaml'],
  ['"~/list 1.yaml"', '/home/sato/list 1.yaml'],
  ['~', '/home/sato'],
  ['~other/list.yaml', '/work/~other/list.yaml'],
  ['file:///tmp/My%20Files/%E4%B8%80%E8%A6%A7.yaml', '/tmp/My Files/一覧.yaml'],
  ['file://localhost/tmp/a.yaml', '/tmp/a.yaml'],
  ['"file:///tmp/a.yaml"', '/tmp/a.yaml'],
  ['file:///tmp/%zz', '/work/file:/tmp/%zz'],
])('%j means %s', (typed, expected) => {
  expect(meantPaths(typed, where)).toContain(expected);
});

test('a file that really has such a name comes first', () => {
  expect(meantPaths('"a b".yaml', where)[0]).toBe('/work/"a b".yaml');
  expect(meantPaths('a\\ b.yaml', where)).toEqual(['/work/a\\ b.yaml', '/work/a b.yaml']);
});

test('a backslash parts folders on Windows', () => {
  expect(meantPaths('C:\\Users\\sato\\a.yaml', { ...where, windows: true })).toHaveLength(1);
});
