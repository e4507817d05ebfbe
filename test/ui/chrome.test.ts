import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { CONTEXTS } from '../../src/session/core/context.ts';
import type { State } from '../../src/session/core/state.ts';
import { chrome, messageText, progressBar } from '../../src/ui/screens/chrome.ts';
import { makeTheme } from '../../src/ui/theme.ts';
import { homeState, openState, walkOn } from '../support/session.ts';
import { STATES } from '../support/states.ts';

const t = translator('ja');
const theme = makeTheme({ colours: 16, ascii: true });
const bars = (state: State) => {
  const { header, footer } = chrome(state, t, theme);
  const draw = (rows: typeof header) => rows.map(row => row.map(span => span.text).join('')).join('\n');
  return { header: draw(header), footer: draw(footer) };
};

describe('the header', () => {
  test('says what, where, how far, and whether it is saved', () => {
    const answers = { 'ARC-001': { status: 'met' as const }, 'IAM-002': { status: 'partly' as const } };
    const { header } = bars(openState(walkOn('DR-002'), {}, { answers, gates: { phi: 'no' } }));
    for (const part of ['決済 SaaS', '2026-02', '復旧', '2/6', t('header.gaps', { n: 1 }), t('save.saved')])
      expect(header).toContain(part);
  });

  test('follows the saving', () => {
    expect(bars(openState(walkOn('ARC-001'), { saving: { state: 'saving' } })).header).toContain(t('save.saving'));
    expect(bars(openState(walkOn('ARC-001'), { saving: { state: 'failed', message: { key: 'x' } } })).header).toContain(
      t('save.failed'),
    );
  });
});

describe('until when the version is accepted', () => {
  const on = (today: string, reviewDate?: string, version = '2026-02') => {
    const state = openState(walkOn('ARC-001'), { today }, { ...(reviewDate && { reviewDate }) });
    const { questionnaire, assessment } = state.open ??
      openState().open ?? { questionnaire: undefined, assessment: undefined };
    if (!questionnaire || !assessment) throw new Error('nothing open');
    const old = {
      ...questionnaire,
      version,
      ...(version !== '2026-02' && { acceptedUntil: '2025-11', validUntil: '2025-08' }),
    };
    return bars({ ...state, open: { questionnaire: old, assessment } }).header;
  };

  test.each([
    ['2026-11-29', undefined, ''],
    ['2026-11-30', undefined, t('header.past', { date: '11-30' })],
    ['2026-12-01', undefined, t('header.past', { date: '11-30' })],
    ['2026-11-22', '2026-12-18', t('header.past', { date: '11-30' })],
    ['2027-01-04', undefined, t('header.past', { date: '2026-11-30' })],
  ])('on %s with a review on %s: "%s"', (today, review, chip) => {
    const header = on(today, review);
    expect(header).toContain(chip === '' ? '2026-02 ' : chip);
    if (chip === '') expect(header).not.toContain('受付');
  });

  test('leads to a newer version only while that one is accepted', () => {
    expect(on('2026-11-29', undefined, '2021-q4')).toContain(t('header.next', { version: '2026-02' }));
    expect(on('2026-12-01', undefined, '2021-q4')).toContain(t('header.past', { date: '2025-11-30' }));
  });
});

describe('keys that would do nothing are not offered', () => {
  const footer = (state: State): string => bars({ ...state, size: { columns: 200, rows: 24 } }).footer;

  test('delete and choose on an empty Home', () => {
    expect(footer(homeState())).toContain(t('key.delete'));
    expect(footer(homeState({ listed: [] }))).not.toContain(t('key.delete'));
  });

  test('going to a version from which one does not come', () => {
    const looking = (from: string): string => footer(openState({ name: 'versions', from, to: '2026-02', scroll: 0 }));
    expect(looking('2026-02')).toContain(t('key.upgrade'));
    expect(looking('2024-02')).not.toContain(t('key.upgrade'));
  });

  test('choosing in an empty map or check, and every hint of the map has its key', () => {
    expect(footer(openState({ name: 'map', index: 0, filter: 'flagged' }))).not.toContain(t('key.choose'));
    expect(footer(openState({ name: 'map', index: 0, filter: 'all' }))).toContain('1-5 ');
  });
});

describe('the footer', () => {
  test.each(CONTEXTS)('has keys for %s', context => {
    expect(bars(STATES[context]).footer.trim()).not.toBe('');
  });

  test('always has room for the help', () => {
    for (const columns of [40, 60, 80, 120]) {
      expect(bars({ ...STATES.walk, size: { columns, rows: 24 } }).footer.trimEnd()).toMatch(
        new RegExp(`\\? ${t('key.help')}$`),
      );
    }
  });

  test('gives way to news, and news to a failure', () => {
    const news = { key: 'walk.none-open', values: {}, tone: 'good' as const };
    expect(bars({ ...STATES.walk, notice: news }).footer).toContain(t('walk.none-open'));
    const failed = bars({
      ...STATES.walk,
      notice: news,
      saving: { state: 'failed', message: { key: 'disk full' } },
    }).footer;
    expect(failed).toContain('disk full');
    expect(failed).not.toContain(t('walk.none-open'));
  });
});

test('a low terminal does without the rules', () => {
  expect(chrome({ ...STATES.walk, size: { columns: 80, rows: 20 } }, t, theme).header).toHaveLength(2);
  expect(chrome({ ...STATES.walk, size: { columns: 80, rows: 19 } }, t, theme).header).toHaveLength(1);
});

test('a message is a text with its values, of which some are texts themselves, or words as they are', () => {
  expect(messageText({ key: 'walk.answered', values: { id: 'ARC-001', status: '@status.met' } }, t)).toBe(
    t('walk.answered', { id: 'ARC-001', status: t('status.met') }),
  );
  expect(messageText({ key: 'preview.wrote', values: { path: '@home/x.md' } }, t)).toContain('@home/x.md');
  expect(messageText({ key: 'no such text' }, t)).toBe('no such text');
});

test('a bar is as long as it should be, and full only when all is done', () => {
  for (const [done, total] of [
    [0, 0],
    [0, 7],
    [1, 7],
    [6, 7],
    [7, 7],
    [44, 45],
  ] as const) {
    const bar = progressBar(done, total, 10, theme);
    expect(bar).toHaveLength(10);
    expect(bar === '#'.repeat(10)).toBe(done === total && total > 0);
  }
});
