import { expect } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { App } from '../support/app.ts';
import { NARROW, scenario, WIDE } from '../support/scenario.ts';
import { faults, knows, leave, SCREENS, visit } from '../support/screens.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const LARGE = { columns: 120, rows: 40 };
const TINY = { columns: 20, rows: 5 };
const LONG = '決済 SaaS（本番・検証・開発の３環境）ＡＷＳアカウント構成 👨‍👩‍👧 Payments';

const ANSWERS: Assessment['answers'] = {
  'SUP-001': { status: 'met' },
  'ARC-001': {
    status: 'partly',
    note: `${LONG}。\n「括弧」で始まる行、と句読点。${'長い'.repeat(60)}`,
    owner: LONG,
    due: '2026-11-01',
  },
  'ARC-003': {
    status: 'met',
    evidence: [
      {
        id: 'e1',
        what: LONG,
        where: `https://example.com/${'a'.repeat(120)}`,
        date: '2026-01-01',
        validUntil: '2026-02-01',
      },
      { id: 'e2', what: 'Screenshot', date: '2026-11-01', validUntil: '2026-12-01' },
    ],
  },
  'ARC-004': { status: 'not-applicable', reason: { code: 'OTHER', text: LONG } },
  'DR-002': { status: 'met', values: { rto: '30h' } },
};

async function onWalk(app: App): Promise<string> {
  const id = app.create(REFERENCE, LONG);
  app.seed(id, ANSWERS);
  await app.start(['open', id]);
  return id;
}

/** Scrolls through what is there; every frame on the way is checked by the driver. */
async function lookAround(app: App): Promise<void> {
  for (const key of ['down', 'pagedown', 'end', 'home']) expect(faults(await app.press(key))).toEqual([]);
}

scenario(
  'every screen draws, scrolls and comes back, and looking changes no answer',
  async app => {
    const id = await onWalk(app);
    await app.goTo('ARC-003');
    for (const screen of SCREENS) {
      expect(faults(await visit(app, screen)), screen.name).toEqual([]);
      if (!screen.typing) await lookAround(app);
      await leave(app, screen);
    }
    await app.interrupt();
    expect(app.answers(id).answers).toEqual(ANSWERS);
  },
  { sizes: [WIDE, NARROW, LARGE] },
);

scenario(
  'the language changes on every screen and nothing is lost',
  async app => {
    await onWalk(app);
    await app.goTo('ARC-003');
    for (const screen of SCREENS) {
      await visit(app, screen);
      for (const times of [1, 2]) {
        await app.switchLanguage(screen.typing ? 'ctrl+l' : 'L');
        expect(
          faults(await app.waitFor(knows(app, screen.known), `${screen.name} in the other language, change ${times}`)),
        ).toEqual([]);
      }
      await leave(app, screen);
    }
    await app.item('ARC-003').isFocused();
    await app.interrupt();
  },
  { sizes: [WIDE, NARROW] },
);

scenario(
  'Home and every question of a start draw',
  async app => {
    app.create(REFERENCE, LONG);
    await app.start();
    expect(faults(await app.waitFor(knows(app, 'home.start')))).toEqual([]);
    await app.press('n');
    await app.press('enter');
    for (const step of ['version', 'name', 'review-date', 'gates', 'people'] as const) {
      expect(faults(await app.waitFor(knows(app, `start.${step}`))), step).toEqual([]);
      if (step === 'version' || step === 'gates') await lookAround(app);
      if (step === 'name') app.terminal.type(LONG);
      if (step === 'review-date') {
        app.terminal.type('tomorrow');
        await app.press('enter');
        await app.waitFor(knows(app, 'field.error.day'));
        app.terminal.press('ctrl+u');
      }
      await app.press('enter');
    }
    await app.waitFor(frame => app.reader.walkItem(frame) !== undefined, 'the walk');
  },
  { sizes: [WIDE, NARROW] },
);

scenario(
  'every item draws, in one language and side by side',
  async app => {
    await onWalk(app);
    const items = app.questionnaire?.sections.flatMap(section => section.items.map(item => item.id)) ?? [];
    for (const way of ['right', 'left'] as const) {
      const order = way === 'right' ? items : items.toReversed();
      for (const item of order) {
        const frame = await app.waitFor(picture => app.reader.walkItem(picture) === item, `the walk on ${item}`);
        expect(faults(frame), item).toEqual([]);
        if (item !== order.at(-1)) app.terminal.press(way);
      }
      await app.press('B');
    }
  },
  { sizes: [WIDE, NARROW] },
);

const RESIZED = ['guide', 'map', 'report', 'scope', 'evidence form', 'note editor'];

scenario('the window is resized and everything is drawn anew', async app => {
  await onWalk(app);
  for (const screen of SCREENS.filter(one => RESIZED.includes(one.name))) {
    await visit(app, screen);
    for (const { columns, rows } of [NARROW, TINY, LARGE]) {
      const frame = await app.terminal.resize(columns, rows);
      if (rows > TINY.rows) expect(faults(frame), `${screen.name} at ${columns}x${rows}`).toEqual([]);
    }
    await app.waitFor(knows(app, screen.known), `${screen.name} after resizing`);
    await leave(app, screen);
    await app.terminal.resize(WIDE.columns, WIDE.rows);
  }
});

scenario(
  'a tiny terminal still answers, and every key is survived',
  async app => {
    const id = await onWalk(app);
    for (const screen of SCREENS) {
      for (const key of screen.keys) await app.press(key);
      await lookAroundTiny(app);
      await leave(app, screen);
    }
    app.terminal.press('right', 'right', 'right');
    await app.item('ARC-003').isFocused();
    app.terminal.write('5');
    await app.waitFor(frame => app.reader.walkItem(frame) === 'ARC-004', 'the next item');
    app.terminal.write('3');
    await app.press('B');
    await app.interrupt();
    const { answers } = app.answers(id);
    expect(answers['ARC-003']?.status).toBe('unknown');
    expect(answers['ARC-004']?.status).toBe('not-met');
  },
  { sizes: [TINY] },
);

async function lookAroundTiny(app: App): Promise<void> {
  for (const key of ['down', 'pagedown', 'end', 'home']) await app.press(key);
}
