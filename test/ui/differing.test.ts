import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { mapRows } from '../../src/session/core/select.ts';
import type { Screen } from '../../src/session/core/state.ts';
import { openState, startSession, walkOn } from '../support/session.ts';
import { expectToFit, frameOf, linesOf } from './frames.ts';

const ITEM = 'IAM-002';
const answers: Record<string, Answer> = {
  [ITEM]: {
    note: 'as it was',
    differs: {
      status: [
        { value: 'met', by: ['Aoki'] },
        { value: { status: 'not-applicable', reason: { code: 'OTHER' } }, by: ['佐藤', 'Ken'] },
        { value: 'partly' },
      ],
      'checks.a~1b': [{ value: 'yes' }, { value: 'no\u001b[2J' }],
    },
  },
};
const on = (screen: Screen, differs?: Answer['differs']) =>
  openState(screen, { behind: [{ name: 'home', index: 0 }] }, { answers, ...(differs && { differs }) });

describe('an item that copies differ on', () => {
  test.each([
    ['en', 'Copies differ on Answer: Aoki: Met'],
    ['ja', 'コピーで食い違っています（回答）: Aoki: 適合'],
  ] as const)('says what each of them says, in %s', (lang, text) => {
    const shown = linesOf(frameOf(on(walkOn(ITEM)), { columns: 120, rows: 40, lang })).join('\n');
    expect(shown).toContain(text);
    expect(shown).toContain('Ken');
    expect(shown).toContain('a.b');
  });

  test('fits every screen, with the map and the check', () => {
    for (const screen of [
      walkOn(ITEM),
      { name: 'map', index: 0, filter: 'differing' },
      { name: 'check', index: 0 },
    ] as const)
      expectToFit(
        on(screen, { name: [{ value: 'Shop' }, { value: 'Pay' }], 'gates.s3': [{ value: 'yes' }, { value: 'no' }] }),
      );
  });

  test('is listed by the map, until it is answered', () => {
    const session = startSession(on(walkOn(ITEM)));
    const listed = () => mapRows(session.getState(), 'differing').map(one => one.item.id);
    expect(listed()).toEqual([ITEM]);
    session.keys('2');
    expect(session.getState().open?.assessment.answers[ITEM]).toMatchObject({ status: 'partly', note: 'as it was' });
    expect(session.getState().open?.assessment.answers[ITEM]?.differs).not.toHaveProperty('status');
  });

  test('leads from the check to the item, and to what is not an item', () => {
    const at = (index: number) => {
      const session = startSession(on({ name: 'check', index }, { name: [{ value: 'a' }, { value: 'b' }] }));
      session.keys('enter');
      return session.getState().screen;
    };
    expect(at(0)).toMatchObject({ name: 'settings' });
  });
});
