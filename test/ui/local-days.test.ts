import { afterEach, expect, test, vi } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { gapReport } from '../../src/report/gap-report.ts';
import { minutesReport } from '../../src/report/minutes.ts';
import { buildReport } from '../../src/report/report-model.ts';
import { historyRows } from '../../src/session/screens/history.ts';
import { historyState, MILESTONES } from '../support/around.ts';
import { aMeeting } from '../support/meeting.ts';
import { homeState, LISTED } from '../support/session.ts';
import { frameOf, linesOf } from './frames.ts';

/** Ten past three on 1 December in Tokyo; in UTC and farther west it is still November. */
const AT = '2026-11-30T18:10:00.000Z';
const ZONES = ['Asia/Tokyo', 'UTC', 'America/Los_Angeles'] as const;
const DAYS = { 'Asia/Tokyo': '2026-12-01', UTC: '2026-11-30', 'America/Los_Angeles': '2026-11-30' };

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['Asia/Tokyo', '2026-12-01', 'home.today'],
  ['Asia/Tokyo', '2026-12-02', 'home.yesterday'],
  ['UTC', '2026-12-01', 'home.yesterday'],
  ['America/Los_Angeles', '2026-11-30', 'home.today'],
] as const)('in %s on %s Home says %s', (zone, today, key) => {
  vi.stubEnv('TZ', zone);
  const [first] = LISTED;
  if (first?.kind !== 'ok') throw new Error('no assessment listed');
  const state = homeState({ today, listed: [{ ...first, updatedAt: AT }] });
  const lines = linesOf(frameOf(state, { columns: 100, rows: 24, lang: 'en' })).join('\n');
  const words = ['home.today', 'home.yesterday'] as const;
  expect(words.filter(one => lines.includes(` ${translator('en')(one)} `))).toEqual([key]);
});

test.each(ZONES)('in %s milestones, moves of version and minutes have the day there', zone => {
  vi.stubEnv('TZ', zone);
  const [milestone] = MILESTONES;
  if (!milestone) throw new Error('no milestone');
  const state = historyState({ name: 'history', index: 0 }, { milestones: [{ ...milestone, at: AT }] });
  const { questionnaire, assessment } = state.open ?? {};
  const [upgrade] = assessment?.upgrades ?? [];
  if (!questionnaire || !assessment || !upgrade) throw new Error('nothing open');
  const moved = { ...assessment, upgrades: [{ ...upgrade, at: AT }], workshops: [aMeeting({ startedAt: AT })] };
  const opened = { ...state, open: { questionnaire, assessment: moved } };
  expect(historyRows(opened)).toContainEqual(expect.objectContaining({ kind: 'undo', day: DAYS[zone] }));
  const screen = linesOf(frameOf(opened, { columns: 100, rows: 40, lang: 'en' })).join('\n');
  const days = new Set(screen.match(/2026-1[12]-\d\d/g));
  expect([...days]).toEqual([DAYS[zone]]);
  const model = buildReport({ questionnaire, assessment: moved, today: '2026-12-05', toolVersion: '1' });
  expect(gapReport(model, 'en')).toContain(`2024-02 → 2026-02\n\nCarried over on ${DAYS[zone]};`);
  expect(minutesReport(model, 'en')).toContain(`| Date | ${DAYS[zone]} |`);
});
