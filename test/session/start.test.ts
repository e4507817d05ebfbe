import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/session/core/context.ts';
import type { Screen } from '../../src/session/core/state.ts';
import { startFrom } from '../../src/session/home.ts';
import { homeState, type Session, sampleAssessment, sampleQuestionnaire, startSession } from '../support/session.ts';
import { answerEffects } from '../support/states.ts';

type Start = Extract<Screen, { name: 'start' }>;

/** Home with no assessment; the sample stands first, a list of one version second. */
const atHome = () => startSession(homeState({ listed: [] }));
const screenOf = ({ getState }: Session) => getState().screen as Start;
const stepOf = (session: Session) => screenOf(session).step;

/** Answers `load` as the runner would. */
function loading(session: Session, gates = sampleQuestionnaire().gates ?? []): Session {
  for (const effect of session.taken()) {
    if (effect.type === 'load') {
      session.dispatch({
        type: 'loaded',
        questionnaire: sampleQuestionnaire({ id: effect.id, version: effect.version, gates }),
      });
    }
  }
  return session;
}

const begun = () => loading(atHome().keys('enter'));
const draftOf = (session: Session) => screenOf(session).draft;

describe('the questions', () => {
  test('begin with the version, newest first, and load it', () => {
    const session = atHome().keys('enter');
    expect(screenOf(session)).toMatchObject({
      name: 'start',
      step: 'version',
      index: 0,
      draft: { questionnaireId: 'sample', version: '2026-02' },
    });
    expect(session.effects).toEqual([{ type: 'load', id: 'sample', version: '2026-02' }]);
    expect(screenOf(loading(session)).questionnaire?.version).toBe('2026-02');
  });

  test('another version is loaded when the cursor comes to it, and an answer for another is not taken', () => {
    const session = begun().keys('down');
    expect(session.effects.at(-1)).toEqual({ type: 'load', id: 'sample', version: '2024-02' });
    expect(screenOf(session).questionnaire).toBeUndefined();
    session.dispatch({ type: 'loaded', questionnaire: sampleQuestionnaire({ version: '2026-02' }) });
    expect(screenOf(session).questionnaire).toBeUndefined();
    session.dispatch({ type: 'loaded', questionnaire: sampleQuestionnaire({ version: '2024-02' }) });
    expect(screenOf(session).questionnaire?.version).toBe('2024-02');
    expect(draftOf(session).version).toBe('2024-02');
  });

  test('a list of one version is not asked about', () => {
    const session = loading(atHome().keys('down', 'enter'));
    expect([stepOf(session), draftOf(session).questionnaireId]).toEqual(['name', 'house-list']);
  });

  test('gates are not asked where there are none', () => {
    const session = loading(atHome().keys('down', 'enter'), []);
    expect(stepOf(session.keys('enter', 'enter'))).toBe('people');
  });

  test('come in their order, each may be skipped, and the draft starts from the questionnaire', () => {
    const session = begun();
    const steps = ['enter', 'enter', 'enter', 'enter'].map(key => stepOf(session.keys(key)));
    expect(steps).toEqual(['name', 'review-date', 'gates', 'people']);
    session.keys('enter');
    expect(session.effects.at(-1)).toEqual({
      type: 'create',
      draft: { name: '見本チェックリスト', gates: {}, participants: [], lang: 'ja' },
      questionnaire: sampleQuestionnaire(),
    });
  });

  test('are answered by typing and by yes and no', () => {
    const session = begun().keys(
      'enter',
      '決済 SaaS',
      'enter',
      '2027年1月15日',
      'enter',
      'n',
      'y',
      'enter',
      '田中, 鈴木、Sato',
      'enter',
    );
    expect(session.effects.at(-1)).toMatchObject({
      type: 'create',
      draft: {
        name: '決済 SaaS',
        reviewDate: '2027-01-15',
        gates: { s3: 'no', phi: 'yes' },
        participants: [{ name: '田中' }, { name: '鈴木' }, { name: 'Sato' }],
      },
    });
  });

  test('what was created is opened on its first item', () => {
    const session = begun();
    const assessment = sampleAssessment();
    session.dispatch({ type: 'opened', open: { questionnaire: sampleQuestionnaire(), assessment } });
    expect(session.getState()).toMatchObject({ screen: { name: 'walk', item: 'ARC-001' }, behind: [{ name: 'home' }] });
  });
});

describe('a date that is none', () => {
  test('is refused with a message that stays while it is mended', () => {
    const session = begun().keys('enter', 'enter', '2027-02-30', 'enter');
    expect([stepOf(session), session.getState().notice?.key]).toEqual(['review-date', 'field.error.no-such-day']);
    session.keys('backspace');
    expect(session.getState().notice?.key).toBe('field.error.no-such-day');
    session.keys('backspace', '28', 'enter');
    expect([stepOf(session), session.getState().notice, draftOf(session).reviewDate]).toEqual([
      'gates',
      undefined,
      '2027-02-28',
    ]);
  });
});

describe('scope questions', () => {
  const atGates = () => begun().keys('enter', 'enter', 'enter');
  const gates = (session: Session) => [draftOf(session).gates, screenOf(session).index];

  test('yes and no go to the next, Space changes and stays', () => {
    expect(gates(atGates().keys('y'))).toEqual([{ s3: 'yes' }, 1]);
    expect(gates(atGates().keys('２', '１'))).toEqual([{ s3: 'no', phi: 'yes' }, 1]);
    expect(gates(atGates().keys('right', 'left'))).toEqual([{ s3: 'yes', phi: 'no' }, 1]);
    expect(gates(atGates().keys(' '))).toEqual([{ s3: 'yes' }, 0]);
    expect(gates(atGates().keys(' ', ' '))).toEqual([{ s3: 'no' }, 0]);
    expect(gates(atGates().keys(' ', ' ', ' '))).toEqual([{}, 0]);
  });

  test('an answer can be taken back', () => {
    expect(gates(atGates().keys('n', 'up', '0'))).toEqual([{}, 1]);
    expect(gates(atGates().keys('n', 'up', 'backspace'))).toEqual([{}, 1]);
  });
});

describe('Esc', () => {
  test('goes back step by step and loses nothing', () => {
    const session = begun().keys('enter', '決済', 'enter', '2027-1-5', 'enter', 'n', 'enter', '田中');
    const steps = ['esc', 'esc', 'esc', 'esc'].map(key => stepOf(session.keys(key)));
    expect(steps).toEqual(['gates', 'review-date', 'name', 'version']);
    expect(draftOf(session)).toEqual({
      questionnaireId: 'sample',
      version: '2026-02',
      name: '決済',
      reviewDate: '2027-1-5',
      people: '田中',
      units: '',
      gates: { s3: 'no' },
    });
    session.keys('enter');
    expect(screenOf(session).area.text).toBe('決済');
    session.keys('enter', 'enter', 'enter');
    expect(screenOf(session).area.text).toBe('田中');
  });

  test('comes back to the version that was chosen', () => {
    const session = loading(loading(atHome().keys('enter')).keys('down')).keys('enter', 'esc');
    expect(screenOf(session)).toMatchObject({ step: 'version', index: 1, draft: { version: '2024-02' } });
  });

  test('leaves from the first question, to where one came from', () => {
    expect(begun().keys('esc').getState()).toMatchObject({ screen: { name: 'home', index: 0 }, behind: [] });
    expect(loading(atHome().keys('down', 'enter')).keys('esc').getState().screen).toEqual({ name: 'home', index: 1 });
  });

  test('from a start without a home behind leads to Home', () => {
    const { state } = startFrom(homeState(), { id: 'house-list', version: '1' });
    expect(
      startSession({ ...state, behind: [] })
        .keys('esc')
        .getState().screen,
    ).toEqual({ name: 'home', index: 0 });
  });
});

test('the language switches while one types, and nothing typed is lost', () => {
  const session = begun().keys('enter', '決済', 'ctrl+l');
  expect(session.getState().lang).toBe('en');
  expect(screenOf(session).area.text).toBe('決済');
  expect(session.effects.at(-1)).toEqual({ type: 'prefer', key: 'lang', value: 'en' });
});

test('the contexts of the steps', () => {
  const session = begun();
  const contexts = [
    contextOf(session.getState()),
    ...['enter', 'enter', 'enter', 'enter'].map(key => contextOf(session.keys(key).getState())),
  ];
  expect(contexts).toEqual(['start-list', 'field', 'field', 'start-gates', 'field']);
});

test('a start with an older version has the cursor on it', () => {
  const { state } = startFrom(homeState(), { id: 'sample', version: '2021-q4' });
  expect(state.screen).toMatchObject({ step: 'version', index: 2, draft: { version: '2021-q4' } });
});

describe('keys that come faster than the disk', () => {
  test('five Enters in one burst start an assessment', () => {
    const session = atHome().keys('enter', 'enter', 'enter', 'enter', 'enter', 'enter');
    expect(stepOf(session)).toBe('version');
    answerEffects(session);
    expect(session.getState()).toMatchObject({ screen: { name: 'walk' } });
  });

  test('Enter twice on the last question creates one assessment', () => {
    const session = begun().keys('enter', 'enter', 'enter', 'enter', 'enter', 'enter');
    expect(session.effects.filter(effect => effect.type === 'create')).toHaveLength(1);
  });
});
