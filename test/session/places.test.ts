import { describe, expect, test } from 'vitest';
import type { Screen } from '../../src/session/core/state.ts';
import { CONTEXTS } from '../../src/session/keys/contexts.ts';
import { OVERLAYS } from '../../src/session/overlays/index.ts';
import { SCREENS } from '../../src/session/screens/index.ts';
import { openState, startSession, walkOn } from '../support/session.ts';
import { STATES } from '../support/states.ts';

test('every screen and every overlay has contexts of its own', () => {
  for (const spec of [...Object.values(SCREENS), ...Object.values(OVERLAYS)])
    expect(Object.keys(spec.contexts)).not.toEqual([]);
  expect(new Set(CONTEXTS).size).toBe(CONTEXTS.length);
  expect([...CONTEXTS].sort()).toEqual(Object.keys(STATES).sort());
});

const LISTS = Object.entries(SCREENS).flatMap(([name, spec]) =>
  spec.rows !== undefined && spec.open === 'always' ? [name as keyof typeof STATES] : [],
);

test.each(LISTS)('the cursor of %s is on a row when one comes back to it', name => {
  const state = STATES[name];
  const behind = { ...state.screen, index: 999 } as Screen;
  const session = startSession({ ...state, screen: walkOn('ARC-001'), behind: [behind] }).keys('esc');
  const { screen } = session.getState();
  expect(screen.name).toBe(name);
  if (!('index' in screen)) throw new Error('no list');
  const { index } = screen;
  expect(index).toBeLessThan(999);
  expect(session.keys('down').getState().screen).toMatchObject({ index });
});

describe('the keys of an open assessment', () => {
  const at = (name: keyof typeof STATES, ...keys: string[]): string =>
    startSession(STATES[name])
      .keys(...keys)
      .getState().screen.name;

  test('work on the screen of a meeting too', () => {
    expect(at('workshop', 'm')).toBe('map');
    expect(at('workshop', 'c')).toBe('check');
    expect(at('workshop', 'q')).toBe('home');
  });

  test('lead to a meeting from everywhere but the report, which they write', () => {
    for (const name of ['versions', 'moved', 'reuse', 'history'] as const) expect(at(name, 'w')).toBe('workshop');
    const report = startSession(openState({ name: 'report', which: 'gap', lang: 'ja', scroll: 0 })).keys('w');
    expect(report.effects).toMatchObject([{ type: 'write-report' }]);
  });
});
