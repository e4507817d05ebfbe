import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { CONTEXTS, TYPING } from '../../src/session/core/context.ts';
import type { State } from '../../src/session/core/state.ts';
import { BINDINGS } from '../../src/session/keys/bindings.ts';
import { SMALLEST } from '../../src/ui/compose.ts';
import { anItem, openState, sampleAssessment, sampleQuestionnaire, startSession, walkOn } from '../support/session.ts';
import { answerEffects, STATES } from '../support/states.ts';
import { expectToFit, frameOf, LANGS, linesOf, misfitsOf, SIZES } from './frames.ts';

describe.each(CONTEXTS)('%s', context => {
  const state = STATES[context];

  test('fits, in one language and in both', () => {
    expectToFit(state);
    expectToFit({ ...state, sideBySide: true });
  });

  test('fits with news and with a failure in the footer', () => {
    const path = '/home/someone/.local/share/tenken/assessments/payment.json';
    expectToFit({ ...state, notice: { key: 'preview.wrote', values: { path }, tone: 'good' } });
    expectToFit({ ...state, saving: { state: 'failed', message: { key: `no space left on ${path}` } } });
  });

  test('shows something in every size and language', () => {
    for (const [columns, rows] of SIZES) {
      for (const lang of LANGS) expect(linesOf(frameOf(state, { columns, rows, lang })).join('').trim()).not.toBe('');
    }
  });
});

test('whatever keys lead to fits', () => {
  const keys = [...new Set(BINDINGS.flatMap(binding => binding.keys))].map(one => (one === 'space' ? ' ' : one));
  const typed = [
    '点検の記録',
    'か\u3099',
    '👨‍👩‍👧‍👦',
    'a-very-long-word-that-has-no-place-to-break',
    '4h',
    '2026-11-01',
  ];
  const rare = ['q', 'ctrl+q', 'esc', 'x', 'i', 'ctrl+o'];
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...keys.filter(one => !rare.includes(one))) },
    { weight: 2, arbitrary: fc.constantFrom(...typed) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  );
  fc.assert(
    fc.property(fc.constantFrom(...CONTEXTS), fc.array(key, { minLength: 1, maxLength: 30 }), (context, pressed) => {
      const session = startSession(STATES[context]);
      for (const one of pressed) {
        session.keys(one);
        answerEffects(session);
      }
      expectToFit(session.getState());
    }),
    { numRuns: 400 },
  );
});

test.each(CONTEXTS.filter(one => !TYPING.includes(one) && STATES[one].overlay === undefined))(
  'every page of the help fits: %s',
  context => {
    for (const scroll of [0, 8, 16, 24, 32, 40, 999])
      expectToFit({ ...STATES[context], overlay: { kind: 'help', scroll } });
  },
);

describe('texts of any length', () => {
  const long = '長い名前の決済基盤とその周辺のすべて'.repeat(6);
  const named = (state: State): State => ({
    ...state,
    ...(state.open && { open: { ...state.open, assessment: { ...state.open.assessment, name: long } } }),
  });

  test.each(CONTEXTS)('a long name fits: %s', context => {
    expectToFit(named(STATES[context]));
  });

  test('long notes, owners, reasons, evidence', () => {
    const answers = {
      'DR-002': {
        status: 'not-applicable' as const,
        reason: { code: 'OTHER' as const, text: long },
        note: `${long}\n${long}`,
        owner: long,
        evidence: [{ id: 'e1', what: long, where: long, date: '2026-01-01', validUntil: '2026-12-01' }],
      },
    };
    const state = openState(walkOn('DR-002'), {}, { answers });
    expectToFit(state);
    for (const overlay of [STATES.evidence.overlay, STATES.guide.overlay, STATES.reason.overlay])
      if (overlay) expectToFit({ ...state, overlay });
    expectToFit({ ...state, screen: { name: 'check', index: 0 } });
    expectToFit({ ...state, screen: { name: 'plan', index: 0 } });
  });
});

describe('lines that would be wider than the screen are cut', () => {
  const answered = (item: string, answer: Answer) => openState(walkOn(item), {}, { answers: { [item]: answer } });

  test('a value over its limit, at 40 columns', () => {
    expectToFit(answered('DR-002', { values: { rto: '30h', 'last-test': '2025-01-10' } }));
  });

  test('a long text value', () => {
    expectToFit(answered('DR-002', { values: { next: '4 月の第 1 営業日'.repeat(10) } }));
  });

  test('the help of the scope questions, at 40 columns in Japanese', () => {
    expectToFit({ ...STATES.gates, overlay: { kind: 'help', scroll: 0 } });
  });

  test('a check that found nothing, at 40 columns in Japanese', () => {
    expectToFit(openState({ name: 'check', index: 0 }, {}, { gates: { s3: 'yes', phi: 'yes' } }));
  });
});

test('the small walk can still be answered and read', () => {
  const frame = frameOf(STATES.walk, { columns: 20, rows: 5, lang: 'en' });
  const text = linesOf(frame).join('\n');
  expect(frame.height).toBe(5);
  expect(text).toContain('IAM-002');
  for (const digit of ['1', '2', '3', '4', '5']) expect(text).toContain(digit);
});

test('from 40x15 up the screens are whole, below they are small', () => {
  const { columns, rows } = SMALLEST;
  expect(frameOf(STATES.walk, { columns, rows, lang: 'ja' }).chrome.header).not.toEqual([]);
  expect(frameOf(STATES.walk, { columns: columns - 1, rows, lang: 'ja' }).chrome.header).toEqual([]);
  expect(frameOf(STATES.walk, { columns, rows: rows - 1, lang: 'ja' }).chrome.header).toEqual([]);
});

test('the smallest whole screens fit', () => {
  expect(CONTEXTS.flatMap(context => misfitsOf(STATES[context], [[40, 15]]))).toEqual([]);
});

test('an assessment without answers and without scope is drawn', () => {
  const assessment = sampleAssessment({ gates: { s3: 'no', phi: 'no' }, participants: [] });
  for (const context of CONTEXTS) {
    const { open } = STATES[context];
    if (open) expectToFit({ ...STATES[context], open: { ...open, assessment } });
  }
});

describe('in ASCII', () => {
  /** Marks that are two cells wide in some Japanese terminals. */
  const AMBIGUOUS = /[\u00a1-\u02ff\u0391-\u04ff\u2010-\u2e7f]/;
  const marksIn = (state: State, sizes = SIZES) =>
    sizes.flatMap(([columns, rows]) =>
      LANGS.flatMap(lang =>
        linesOf(frameOf(state, { columns, rows, lang, ascii: true })).filter(line => AMBIGUOUS.test(line)),
      ),
    );

  test.each(CONTEXTS)('no mark has a width that nobody knows: %s', context => {
    expect(marksIn(STATES[context]).filter(line => !line.includes('40'))).toEqual([]);
  });

  test('nor has what the ticks propose', () => {
    expect(marksIn(openState(walkOn('IAM-002'), {}, { answers: { 'IAM-002': { checks: { roles: 'yes' } } } }))).toEqual(
      [],
    );
  });

  test('nor has what says that there is more of the question', () => {
    const { open } = STATES.walk;
    if (!open) return;
    const ask = { ja: 'とても長い質問です。'.repeat(40), en: 'A very long question. '.repeat(40) };
    const questionnaire = sampleQuestionnaire({
      sections: [{ id: 'all', title: ask, items: [anItem('IAM-002', { ask })] }],
    });
    expect(marksIn({ ...STATES.walk, open: { ...open, questionnaire } })).toEqual([]);
  });

  test('nor has what says that the window is too small', () => {
    expect(marksIn(STATES.map)).toEqual([]);
  });
});
