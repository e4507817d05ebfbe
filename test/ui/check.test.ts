import { expect, test } from 'vitest';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { findings } from '../../src/assessment/review/problems.ts';
import { findingLines } from '../../src/cli/views/findings.ts';
import { checkJson } from '../../src/cli/views/json.ts';
import { translator } from '../../src/i18n/index.ts';
import { startSession, TODAY, unitsState } from '../support/session.ts';
import { frameOf, LANGS, linesOf } from './frames.ts';

const state = unitsState(
  { name: 'check', index: 0 },
  {
    reviewDate: '2026-12-18',
    units: { u1: { name: 'Alpha 社' } },
    answers: {
      'CASE-001': { status: 'met', evidence: [{ id: 'e1', what: 'Credential report', validUntil: '2026-10-01' }] },
      'TV-001': { status: 'met', units: { u2: { status: 'not-applicable' } } },
    },
  },
);

test.each(LANGS)('%s: the check says the same on the screen, in text and in JSON, by names and not by ids', lang => {
  const opened = state.open;
  if (!opened) throw new Error('nothing open');
  const t = translator(lang);
  const found = findings(
    opened.questionnaire,
    opened.assessment,
    itemStates(opened.questionnaire, opened.assessment, TODAY),
    TODAY,
  );
  const json = checkJson(opened, found, TODAY, t, lang) as { findings: { message: string }[] };
  const messages = json.findings.map(one => one.message);
  const screen = linesOf(frameOf(state, { columns: 300, rows: 60, lang })).join('\n');
  const text = findingLines(found, opened, TODAY, t, lang).join('\n');
  expect(messages.length).toBeGreaterThan(5);
  for (const message of messages) {
    expect(text).toContain(message);
    expect(screen).toContain(message);
    expect(message).not.toMatch(/\bu[12]\b|["「]["」]/);
  }
  expect(text).toContain('Credential report');
  expect(text).toContain('Alpha 社');
  expect(screen).toContain(lang === 'ja' ? 'CASE-001 の題名' : 'Title of CASE-001');
});

test('Enter goes to where it can be mended', () => {
  const places = (index: number): string => {
    const { screen } = startSession({ ...state, screen: { name: 'check', index } })
      .keys('enter')
      .getState();
    return screen.name === 'walk' ? screen.item : screen.name;
  };
  const opened = state.open;
  if (!opened) throw new Error('nothing open');
  const states = itemStates(opened.questionnaire, opened.assessment, TODAY);
  const reached = findings(opened.questionnaire, opened.assessment, states, TODAY).map((one, at) => [
    one.kind,
    places(at),
  ]);
  expect(reached).toEqual(
    expect.arrayContaining([
      ['version-past', 'settings'],
      ['gate-open', 'gates'],
      ['unit-unnamed', 'units'],
      ['evidence-expired', 'CASE-001'],
      ['checks-open', 'CASE-001'],
    ]),
  );
});

test.each([
  ['participants', { participants: [{ name: `DB_PASSWORD=Kai${'un#2027'}` }] }, { name: 'settings', index: 4 }],
  ['name', { name: `DB_PASSWORD=Kai${'un#2027'}` }, { name: 'settings', index: 2 }],
  ['units', { units: { u1: { name: `DB_PASSWORD=Kai${'un#2027'}` } } }, { name: 'units' }],
])('Enter on a credential in %s goes to where that is changed', (path, part, screen) => {
  expect(entered(path, part).getState().screen).toMatchObject(screen);
});

test('Enter on a credential that no screen changes says where it is changed', () => {
  const parking = [{ id: 'p1', text: `DB_PASSWORD=Kai${'un#2027'}`, at: '2026-11-30T00:00:00.000Z' }];
  const { screen, notice } = entered('parking', { parking }).getState();
  expect(screen.name).toBe('check');
  expect(notice).toMatchObject({ key: 'check.no-screen' });
});

/** The check of an assessment with this part, after Enter on what is said of one of its fields. */
function entered(path: string, part: Partial<Assessment>): ReturnType<typeof startSession> {
  const found = unitsState({ name: 'check', index: 0 }, part);
  if (!found.open) throw new Error('nothing open');
  const { questionnaire, assessment } = found.open;
  const rows = findings(questionnaire, assessment, itemStates(questionnaire, assessment, TODAY), TODAY);
  const index = rows.findIndex(one => one.kind === 'secret-elsewhere' && one.values['path'] === path);
  expect(index).toBeGreaterThanOrEqual(0);
  return startSession({ ...found, screen: { name: 'check', index } }).keys('enter');
}
