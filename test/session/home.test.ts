import { describe, expect, test } from 'vitest';
import { homeRows, versionsOf } from '../../src/session/core/select.ts';
import type { State } from '../../src/session/core/state.ts';
import {
  homeState,
  openState,
  type Session,
  sampleAssessment,
  sampleCatalogue,
  sampleQuestionnaire,
  startSession,
  walkOn,
} from '../support/session.ts';

const atHome = (change: Partial<State> = {}): Session => startSession(homeState(change));
const screenOf = ({ getState }: Session) => getState().screen;
const opened = {
  type: 'opened',
  open: { questionnaire: sampleQuestionnaire(), assessment: sampleAssessment() },
} as const;

describe('Home', () => {
  test('shows what can be continued, then each questionnaire once with its newest version', () => {
    const rows = homeRows(homeState()).map(row =>
      row.kind === 'assessment' ? row.listed.id : `${row.newest.id}@${row.newest.version} ${row.versions}`,
    );
    expect(rows).toEqual(['payment', 'broken', 'sample@2026-02 3', 'house-list@1 1']);
    expect(versionsOf(sampleCatalogue(), 'sample').map(one => one.version)).toEqual(['2026-02', '2024-02', '2021-q4']);
  });

  test.each(['enter', 'right', ' '])('%j opens an assessment', key => {
    expect(atHome().keys(key).effects).toEqual([{ type: 'open', id: 'payment' }]);
    expect(atHome().keys('down', key).effects).toEqual([{ type: 'open', id: 'broken' }]);
  });

  test('n goes to the first questionnaire', () => {
    expect(screenOf(atHome().keys('n'))).toEqual({ name: 'home', index: 2 });
    expect(screenOf(atHome({ catalogue: [] }).keys('n'))).toEqual({ name: 'home', index: 0 });
  });

  test('the first key works, also in Japanese input', () => {
    for (const key of ['ｎ', 'Ｎ'.toLowerCase(), 'ctrl+n'])
      expect(screenOf(atHome().keys(key))).toEqual({ name: 'home', index: 2 });
    expect(atHome().keys('\u3000').effects).toEqual([{ type: 'open', id: 'payment' }]);
  });

  test.each(['q', 'ctrl+q'])('%s leaves with 0, Ctrl+C with 130', key => {
    expect(atHome().keys(key).effects).toEqual([{ type: 'exit', code: 0 }]);
    expect(atHome().keys('ctrl+c').effects).toEqual([{ type: 'exit', code: 130 }]);
  });

  test('settings are there without an assessment, and lead back', () => {
    const session = atHome().keys(',', 'enter');
    expect([session.getState().lang, screenOf(session)]).toEqual(['en', { name: 'settings', index: 0 }]);
    expect(screenOf(session.keys('end'))).toEqual({ name: 'settings', index: 1 });
    expect(screenOf(session.keys('esc'))).toEqual({ name: 'home', index: 0 });
  });

  test('keys of an open assessment do nothing', () => {
    const session = atHome().keys('m', 'c', 'r', 'p', 's', 'g', 'e', '1', 'u', 'f');
    expect([screenOf(session), session.effects, session.getState().overlay]).toEqual([
      { name: 'home', index: 0 },
      [],
      undefined,
    ]);
  });

  test('an empty home takes no harm', () => {
    const session = atHome({ listed: [], catalogue: [] }).keys('enter', 'x', 'down', 'end', 'n', ' ');
    expect([screenOf(session), session.effects]).toEqual([{ name: 'home', index: 0 }, []]);
  });
});

describe('importing', () => {
  test('asks for a path and takes the file in', () => {
    const session = atHome().keys('i', './my list.yaml', 'enter');
    expect(session.effects).toEqual([{ type: 'import', path: './my list.yaml' }]);
    expect(session.getState().overlay).toBeUndefined();
  });

  test('without a path, or with Esc, does nothing', () => {
    expect(atHome().keys('ctrl+o', ' ', 'enter').effects).toEqual([]);
    expect(atHome().keys('i', 'x', 'esc').effects).toEqual([]);
  });

  test('a copy is told, and taken in under a name that can be changed; Esc leaves it', () => {
    const copy = { name: '決済', list: 'sample@2026-02', answered: 3, author: '青木' };
    const offered = { type: 'offered', path: '/x/copy.json', copy } as const;
    const session = atHome();
    session.dispatch(offered);
    expect(session.getState().overlay).toMatchObject({ kind: 'field', area: { text: '決済' } });
    expect(session.keys(' 2', 'enter').effects).toEqual([{ type: 'take', path: '/x/copy.json', name: '決済 2' }]);
    expect(session.getState().overlay).toBeUndefined();
    const other = atHome();
    other.dispatch(offered);
    expect([other.keys('esc').effects, other.getState().overlay]).toEqual([[], undefined]);
    other.dispatch(offered);
    expect(other.keys('ctrl+u', 'enter').effects).toEqual([]);
    expect(other.getState().overlay).toMatchObject({ error: { key: 'field.error.name' } });
    expect(other.keys('ctrl+c').effects).toEqual([{ type: 'exit', code: 130 }]);
  });

  test('starts the list that came in', () => {
    const session = atHome();
    session.dispatch({ type: 'imported', id: 'house-list', version: '1', catalogue: sampleCatalogue() });
    expect(screenOf(session)).toMatchObject({
      name: 'start',
      step: 'name',
      draft: { questionnaireId: 'house-list', version: '1' },
    });
    expect(session.effects).toEqual([{ type: 'load', id: 'house-list', version: '1' }]);
  });

  test('a file that is refused says why and leaves Home as it is', () => {
    const session = atHome().keys('i', 'x.yaml', 'enter');
    session.dispatch({ type: 'failed', message: { key: 'error.unreadable-file', values: { path: 'x.yaml' } } });
    expect(session.getState()).toMatchObject({
      screen: { name: 'home', index: 0 },
      notice: { key: 'error.unreadable-file', tone: 'bad' },
    });
  });
});

describe('an assessment that opens', () => {
  const openAt = (position: string | undefined, gates: Record<string, 'yes' | 'no'> = {}) => {
    const session = atHome();
    const assessment = sampleAssessment({ gates, ...(position && { position }) });
    session.dispatch({ ...opened, open: { ...opened.open, assessment } });
    return session;
  };

  test('lands on the item that was left, without writing', () => {
    const session = openAt('BAR-001');
    expect([screenOf(session), session.effects]).toEqual([walkOn('BAR-001'), []]);
    expect(session.getState().behind).toEqual([{ name: 'home', index: 0 }]);
  });

  test('or on the first that is asked', () => {
    expect(screenOf(openAt(undefined))).toEqual(walkOn('ARC-001'));
    expect(screenOf(openAt('GONE-1'))).toEqual(walkOn('ARC-001'));
    const session = openAt('S3-001', { s3: 'no' });
    expect(screenOf(session)).toEqual(walkOn('ARC-001'));
    expect(session.effects).toEqual([
      { type: 'save', id: 'payment', edits: [{ type: 'position', item: 'ARC-001' }], base: expect.anything() },
    ]);
  });

  test('or on the scope, where nothing is asked', () => {
    const items = sampleQuestionnaire().sections.at(-1)?.items ?? [];
    const questionnaire = sampleQuestionnaire({ sections: [{ id: 'data', title: { ja: 'デ', en: 'D' }, items }] });
    const session = atHome();
    session.dispatch({
      type: 'opened',
      open: { questionnaire, assessment: sampleAssessment({ gates: { s3: 'no', phi: 'no' } }) },
    });
    expect(screenOf(session)).toEqual({ name: 'gates', index: 0 });
  });

  test('closes what was open before, its news and its overlays', () => {
    const session = startSession(
      openState(walkOn('ARC-001'), {
        saving: { state: 'failed', message: { key: 'x' } },
        overlay: { kind: 'help', scroll: 0 },
      }),
    );
    session.dispatch({
      type: 'opened',
      open: { ...opened.open, assessment: sampleAssessment({ id: 'other', position: 'BAR-001' }) },
    });
    expect(session.getState()).toMatchObject({ screen: walkOn('BAR-001'), saving: { state: 'saved' } });
    expect(session.getState().overlay).toBeUndefined();
  });
});

describe('leaving an assessment', () => {
  test('q leads Home, to the row of the assessment, and lists anew', () => {
    const session = startSession(openState(walkOn('ARC-001'), { listed: [...homeState().listed].reverse() })).keys('q');
    expect(session.getState()).toMatchObject({ screen: { name: 'home', index: 1 }, behind: [] });
    expect(session.getState().open).toBeUndefined();
    expect(session.effects).toEqual([{ type: 'list' }]);
  });

  test('Esc leads back the way one came, and from the first screen Home', () => {
    const session = startSession(openState(walkOn('ARC-001'))).keys('m', 'c', 'p', 'esc', 'esc');
    expect(screenOf(session)).toMatchObject({ name: 'map' });
    expect(screenOf(session.keys('esc'))).toEqual(walkOn('ARC-001'));
    expect(screenOf(session.keys('esc'))).toMatchObject({ name: 'home' });
  });

  test('the demo is left with q; Esc only says so', () => {
    const demo = () => startSession(openState(walkOn('ARC-001'), { demo: true }));
    expect(demo().keys('q').effects).toEqual([{ type: 'exit', code: 0 }]);
    const still = demo().keys('esc');
    expect([screenOf(still), still.effects, still.getState().notice?.key]).toEqual([
      walkOn('ARC-001'),
      [],
      'demo.leave',
    ]);
  });
});

test('Ctrl+Z stops the program anywhere and changes nothing', () => {
  for (const state of [
    homeState(),
    openState(),
    openState(walkOn('ARC-001'), { overlay: { kind: 'reason', items: ['ARC-001'], index: 1 } }),
  ]) {
    const session = startSession(state).keys('ctrl+z');
    expect(session.effects).toEqual([{ type: 'suspend' }]);
    expect(session.getState()).toEqual(state);
  }
});

test('a new size changes nothing else', () => {
  const session = startSession(openState());
  session.dispatch({ type: 'resized', size: { columns: 40, rows: 15 } });
  expect(session.getState()).toEqual(openState(walkOn('ARC-001'), { size: { columns: 40, rows: 15 } }));
});
