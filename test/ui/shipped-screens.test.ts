import { describe, expect, test } from 'vitest';
import { reference, summarise } from '../../src/questionnaire/schema/summary.ts';
import type { Overlay, State } from '../../src/session/core/state.ts';
import { walkRows } from '../../src/session/focus.ts';
import { startFrom } from '../../src/session/home.ts';
import { createTextArea } from '../../src/session/text/text-area.ts';
import { itemsOf, shipped } from '../questionnaire/shipped.ts';
import { openState, sampleAssessment, walkOn } from '../support/session.ts';
import { frameOf, LANGS, linesOf, misfitsOf } from './frames.ts';

const catalogue = shipped.questionnaires.map(one => summarise(one));
const SCREENS = [
  [80, 24],
  [40, 15],
] as const;

const FTR = shipped.questionnaires.filter(one => one.id === 'ftr-partner-hosted');
/** The oldest and the newest; what lies between has nothing on its screens that neither of them has. */
const ENDS = [FTR[0], FTR.at(-1)].flatMap(one => (one ? [one] : []));

describe.each(ENDS.map(one => [reference(one), one] as const))('%s', (_name, questionnaire) => {
  const items = itemsOf(questionnaire);
  const open = { questionnaire, assessment: sampleAssessment() };
  const base = openState(walkOn('ARC-001'), { open, catalogue });
  const misfits = (states: State[]) => [...new Set(states.flatMap(state => misfitsOf(state, SCREENS)))];
  const over = (make: (item: string) => Overlay) => items.map(item => ({ ...base, overlay: make(item.id) }));
  const walks = items.flatMap(item =>
    [undefined, 0, walkRows({ fields: item.values ?? [], ...(item.checks && { checks: item.checks }) }).length - 1].map(
      (row): State => ({ ...base, screen: walkOn(item.id, row) }),
    ),
  );

  test('every item fits on the walk', () => {
    expect(misfits(walks)).toEqual([]);
  });

  test('every walk shows id, question and all five answers', () => {
    for (const state of walks) {
      for (const [columns, rows] of SCREENS) {
        const frame = frameOf(state, { columns, rows, lang: 'ja' });
        const menu = frame.body.blocks.flatMap(block => ('menu' in block ? block.menu.labels : []));
        expect(menu).toHaveLength(5);
        expect(linesOf(frame).join('\n')).toContain(state.screen.name === 'walk' ? state.screen.item : '');
      }
    }
  });

  test('every page of every guide fits', () => {
    for (const scroll of [0, 20]) expect(misfits(over(item => ({ kind: 'guide', item, scroll })))).toEqual([]);
  });

  test('every reason, note and list of evidence fits', () => {
    const area = createTextArea('本番だけ\n検証はまだ', { multiline: true });
    expect(misfits(over(item => ({ kind: 'reason', items: [item], index: 0 })))).toEqual([]);
    expect(misfits(over(item => ({ kind: 'field', target: { type: 'note', item }, area })))).toEqual([]);
    expect(misfits(over(item => ({ kind: 'evidence', item, index: 0 })))).toEqual([]);
  });

  test('map, plan, check and scope fit, and show titles in the language', () => {
    const gates = (questionnaire.gates ?? []).map((_, index) => ({
      ...base,
      screen: { name: 'gates' as const, index },
    }));
    expect(
      misfits([
        { ...base, screen: { name: 'map', index: 20, filter: 'all' } },
        { ...base, screen: { name: 'plan', index: 20 } },
        { ...base, screen: { name: 'check', index: 3 } },
        ...gates,
      ]),
    ).toEqual([]);
    for (const lang of LANGS) {
      const text = linesOf(
        frameOf({ ...base, screen: { name: 'map', index: 0, filter: 'all' } }, { columns: 120, rows: 40, lang }),
      ).join('\n');
      expect(text).toContain(questionnaire.sections[0]?.title[lang]);
      expect(text).toContain(items[0]?.title[lang]);
    }
  });

  const start = startFrom(base, questionnaire).state;
  const startAt = (step: 'version' | 'name' | 'review-date' | 'gates' | 'people', index = 0): State =>
    start.screen.name === 'start' ? { ...start, screen: { ...start.screen, step, index, questionnaire } } : start;

  test('the typed questions of the start fit', () => {
    expect(misfits([startAt('name'), startAt('review-date'), startAt('people')])).toEqual([]);
  });

  test('the list of versions fits', () => {
    expect(misfits([0, 1, 2].map(index => startAt('version', index)))).toEqual([]);
  });
});

test('the scope questions of the start fit', () => {
  const all = FTR.flatMap(questionnaire => {
    const { state } = startFrom(openState(walkOn('ARC-001'), { catalogue }), questionnaire);
    return (questionnaire.gates ?? []).flatMap((_, index) =>
      state.screen.name === 'start'
        ? misfitsOf({ ...state, screen: { ...state.screen, step: 'gates', index, questionnaire } }, SCREENS)
        : [],
    );
  });
  expect(all).toEqual([]);
});
