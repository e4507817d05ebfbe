import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { checkRows, mapRows, planRows } from '../../src/session/core/select.ts';
import type { MapFilter, Screen } from '../../src/session/core/state.ts';
import { FILTERS } from '../../src/session/lists.ts';
import { NOW, openState, type Session, startSession, walkOn } from '../support/session.ts';

type Gates = Record<string, 'yes' | 'no'>;
const on = (screen: Screen, answers: Record<string, Answer> = {}, gates: Gates = {}): Session =>
  startSession(openState(screen, { behind: [{ name: 'home', index: 0 }, walkOn('ARC-001')] }, { answers, gates }));
const screenOf = ({ getState }: Session) => getState().screen;

describe('the map', () => {
  const map = (filter: MapFilter = 'all', index = 0): Screen => ({ name: 'map', index, filter });
  const answers: Record<string, Answer> = {
    'ARC-001': { status: 'met', owner: '田中' },
    'IAM-002': { status: 'partly', flag: true },
    'DR-002': { status: 'met', values: { rto: '30h' }, owner: 'Suzuki' },
    'BAR-001': { status: 'unknown', evidence: [{ id: 'e1', what: '古い', validUntil: '2026-11-21' }] },
    'S3-001': { status: 'not-met', flag: true, owner: '田中' },
    'S3-002': { status: 'not-met', owner: '田中' },
  };
  const idsOf = (filter: MapFilter, gates: Gates = {}) =>
    mapRows(on(map(), answers, gates).getState(), filter).map(one => one.item.id);

  test.each([
    ['all', ['ARC-001', 'IAM-002', 'DR-002', 'BAR-001', 'S3-001', 'S3-002', 'PHI-001']],
    ['unanswered', ['BAR-001', 'PHI-001']],
    ['gaps', ['IAM-002', 'DR-002', 'S3-001', 'S3-002']],
    ['flagged', ['IAM-002', 'S3-001']],
    ['stale', ['DR-002', 'BAR-001']],
    ['mine', ['ARC-001', 'S3-001', 'S3-002']],
  ] as const)('%s: %j', (filter, ids) => {
    expect(idsOf(filter)).toEqual(ids);
  });

  test('out of scope is shown under "all" only', () => {
    expect(idsOf('all', { s3: 'no' })).toContain('S3-001');
    for (const filter of FILTERS.filter(one => one !== 'all'))
      expect(idsOf(filter, { s3: 'no' })).not.toContain('S3-001');
  });

  test('nothing is mine where nobody takes part', () => {
    const state = startSession(openState(map(), {}, { answers, participants: [] })).getState();
    expect(mapRows(state, 'mine')).toEqual([]);
  });

  test('the filter goes round in both directions and starts at the top', () => {
    const session = on(map('all', 3), answers);
    const right = FILTERS.map(() => screenOf(session.keys('f')));
    expect(right).toEqual([...FILTERS.slice(1), 'all'].map(filter => map(filter as MapFilter)));
    expect(screenOf(session.keys('left'))).toEqual(map('business'));
    expect(screenOf(session.keys('tab'))).toEqual(map('all'));
  });

  test('Enter goes to the item, and Esc comes back to the row', () => {
    const session = on(map('gaps'), answers).keys('down', 'enter');
    expect(screenOf(session)).toEqual(walkOn('DR-002'));
    expect(screenOf(session.keys('esc'))).toEqual(map('gaps', 1));
  });

  test('Enter on an item out of scope leads to the scope question', () => {
    const session = on(map(), answers, { phi: 'no' }).keys('end', 'enter');
    expect(screenOf(session)).toEqual({ name: 'gates', index: 1 });
  });

  test('and Esc comes back to the map', () => {
    expect(screenOf(on(map(), answers, { phi: 'no' }).keys('end', 'enter', 'esc')).name).toBe('map');
  });

  test('opens on the item of the walk', () => {
    expect(screenOf(on(walkOn('BAR-001'), answers, { s3: 'no' }).keys('m'))).toEqual(map('all', 3));
  });

  test('the cursor stays in the list', () => {
    expect(screenOf(on(map(), answers).keys('up'))).toEqual(map('all', 0));
    expect(screenOf(on(map(), answers).keys('pagedown', 'down'))).toEqual(map('all', 6));
    expect(screenOf(on(map('mine'), {}).keys('down', 'enter'))).toEqual(map('mine', 0));
  });

  test('also when the list has become shorter', () => {
    const session = on(map('unanswered'), answers).keys('down', 'enter', '1', 'esc', 'esc');
    const screen = screenOf(session);
    expect(screen.name === 'map' && screen.index < mapRows(session.getState(), 'unanswered').length).toBe(true);
  });
});

describe('the check', () => {
  const check: Screen = { name: 'check', index: 0 };
  const answers: Record<string, Answer> = { 'ARC-001': { status: 'met' }, 'BAR-001': { status: 'not-applicable' } };

  test('leads from each line to its item or scope question', () => {
    const session = on(check, answers, { s3: 'yes' });
    expect(checkRows(session.getState()).map(one => one.kind)).toEqual(['gate-open', 'no-response', 'no-reason']);
    expect(screenOf(session.keys('enter'))).toEqual({ name: 'gates', index: 1 });
    expect(screenOf(session.keys('esc'))).toEqual(check);
    expect(screenOf(session.keys('down', 'down', 'enter'))).toEqual(walkOn('BAR-001'));
    expect(screenOf(session.keys('esc'))).toEqual({ name: 'check', index: 2 });
  });

  test('without findings does nothing', () => {
    const session = on(check, {}, { s3: 'yes', phi: 'yes' }).keys('enter', 'down', ' ');
    expect([screenOf(session), session.effects]).toEqual([check, []]);
  });
});

describe('the plan', () => {
  const plan: Screen = { name: 'plan', index: 0 };
  const answers: Record<string, Answer> = {
    'BAR-001': { status: 'not-met' },
    'IAM-002': { status: 'partly' },
    'ARC-001': { status: 'not-met' },
    'DR-002': { status: 'unknown' },
    'S3-001': { status: 'met' },
  };

  test('lists actions wave by wave, then what to find out', () => {
    expect(planRows(on(plan, answers, { phi: 'no' }).getState()).map(one => one.item.id)).toEqual([
      'IAM-002',
      'ARC-001',
      'BAR-001',
      'DR-002',
      'S3-002',
    ]);
  });

  test('takes owner, due date and note for the row', () => {
    const session = on(plan, answers).keys(
      'o',
      '佐藤',
      'enter',
      'd',
      '2027/1/5',
      'enter',
      'n',
      'メモ',
      'esc',
      'down',
      'o',
      'Suzuki',
      'enter',
    );
    expect(session.getState().open?.assessment.answers).toMatchObject({
      'IAM-002': { owner: '佐藤', due: '2027-01-05', note: 'メモ', status: 'partly' },
      'ARC-001': { owner: 'Suzuki' },
    });
    expect(screenOf(session)).toEqual({ name: 'plan', index: 1 });
  });

  test('Space turns progress on, and the row is followed to where it goes', () => {
    const session = on(plan, answers);
    const planOf = () => session.getState().open?.assessment.answers['IAM-002']?.plan;
    session.keys(' ');
    expect([planOf(), screenOf(session)]).toEqual([{ progress: 'in-progress' }, plan]);
    session.keys(' ');
    expect([planOf(), screenOf(session)]).toEqual([{ progress: 'done' }, { name: 'plan', index: 2 }]);
    session.keys(' ', ' ');
    expect([planOf(), screenOf(session)]).toEqual([undefined, plan]);
  });

  test('a accepts the risk: reason, role, day; an empty line opens it again', () => {
    const session = on(plan, answers).keys('a', '来期に; CTO; 2027/3/31', 'enter');
    const planOf = () => session.getState().open?.assessment.answers['IAM-002']?.plan;
    expect(planOf()).toEqual({ progress: 'accepted', reason: '来期に', role: 'CTO', until: '2027-03-31' });
    session.keys('down', 'down', 'a', 'ctrl+u', 'enter');
    expect(planOf()).toBeUndefined();
    for (const [text, error] of [
      ['; CTO', 'field.error.accept'],
      ['x; CTO; soon', 'field.error.day'],
    ] as const) {
      const wrong = on(plan, answers).keys('a', text, 'enter');
      expect(wrong.getState().overlay).toMatchObject({ error: { key: error } });
    }
  });

  test('Enter goes to the item', () => {
    expect(screenOf(on(plan, answers).keys('end', 'enter'))).toEqual(walkOn('PHI-001'));
  });

  test('an empty plan takes no keys', () => {
    const met = Object.fromEntries(
      ['ARC-001', 'IAM-002', 'DR-002', 'BAR-001'].map(id => [
        id,
        { status: 'met' as const, values: { rto: '1h', 'last-test': '2026-11-01', next: 'x' } },
      ]),
    );
    const session = on(plan, met, { s3: 'no', phi: 'no' }).keys('o', 'd', 'n', 'enter');
    expect([screenOf(session), session.getState().overlay]).toEqual([plan, undefined]);
  });
});

describe('scope questions', () => {
  const gates: Screen = { name: 'gates', index: 0 };

  test('are answered, and taken back', () => {
    const session = on(gates).keys('n');
    expect(session.effects).toEqual([
      {
        type: 'save',
        id: 'payment',
        edits: [{ type: 'gate', gate: 's3', value: 'no', at: NOW }],
        base: expect.anything(),
      },
    ]);
    expect(session.keys('down', 'y').getState().open?.assessment.gates).toEqual({ s3: 'no', phi: 'yes' });
    expect(session.keys('0', 'up', 'backspace').getState().open?.assessment.gates).toEqual({});
  });

  test('Enter and Space go from open to yes to no to open', () => {
    const session = on(gates);
    const seen = ['enter', ' ', 'enter'].map(key => session.keys(key).getState().open?.assessment.gates['s3']);
    expect(seen).toEqual(['yes', 'no', undefined]);
  });

  test('switching off and on keeps what was answered', () => {
    const answers: Record<string, Answer> = { 'S3-001': { status: 'partly', note: 'メモ' } };
    const session = on(gates, answers).keys('n', 'y');
    expect(session.getState().open?.assessment.answers).toEqual(answers);
  });
});

describe('the report', () => {
  const report: Screen = { name: 'report', which: 'gap', lang: 'ja', scroll: 0 };

  test('goes through the languages and changes the document', () => {
    const session = on(report).keys('right');
    expect(screenOf(session)).toMatchObject({ lang: 'en' });
    expect(screenOf(session.keys('right'))).toMatchObject({ lang: 'both' });
    expect(screenOf(session.keys('right', 'left'))).toMatchObject({ lang: 'both' });
    expect(screenOf(session.keys('tab'))).toMatchObject({ which: 'plan', scroll: 0 });
  });

  test('scrolls, and stops where the view says that it ends', () => {
    const session = on(report).keys('down', ' ', 'pagedown');
    expect(screenOf(session)).toMatchObject({ scroll: 37 });
    session.dispatch({ type: 'scrollable', last: 20 });
    expect(screenOf(session)).toMatchObject({ scroll: 20 });
    expect(screenOf(session.keys('home', 'up'))).toMatchObject({ scroll: 0 });
  });

  test('is written in the language shown, and says where', () => {
    const session = on(report).keys('right', 'w');
    expect(session.effects).toEqual([{ type: 'write-report', which: 'gap', lang: 'en' }]);
    session.dispatch({ type: 'wrote', paths: ['/tmp/gap-report.en.md'] });
    expect(session.getState().notice).toEqual({
      key: 'preview.wrote',
      values: { path: '/tmp/gap-report.en.md' },
      tone: 'good',
    });
  });
});

test('from every screen of an open assessment every other is one key away', () => {
  const names = { m: 'map', c: 'check', r: 'report', p: 'plan', s: 'gates', ',': 'settings' } as const;
  for (const [from, at] of Object.entries(names)) {
    for (const [key, to] of Object.entries(names)) {
      const session = on(walkOn('ARC-001')).keys(from);
      expect(screenOf(session).name).toBe(at);
      expect(screenOf(session.keys(key)).name, `${at} ${key}`).toBe(to);
    }
    expect(screenOf(on(walkOn('DR-002')).keys(from, 'esc'))).toEqual(walkOn('DR-002'));
  }
});
