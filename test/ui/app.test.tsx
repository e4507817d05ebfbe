import stringWidth from 'string-width';
import { describe, expect, test, vi } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { createPreview } from '../../src/ui/preview.ts';
import { homeState, openState, walkOn } from '../support/session.ts';
import { STATES } from '../support/states.ts';
import { stage } from './stage.tsx';

const ja = translator('ja');
const en = translator('en');

describe('the app', () => {
  test('draws Home: what can be continued, what can be started', () => {
    const { text } = stage(homeState());
    for (const part of [ja('app.name'), '決済 SaaS', '見本チェックリスト', ja('home.continue'), ja('home.start'), '❯'])
      expect(text()).toContain(part);
    expect(text().split('\n')).toHaveLength(24);
  });

  test('draws the walk: id, question, the five answers, saved', () => {
    const { text } = stage(openState(walkOn('IAM-002')));
    for (const part of [
      'IAM-002',
      'すべてのアカウントで守られていますか',
      '1 適合',
      '5 要確認',
      ja('save.saved'),
      '0/7',
    ])
      expect(text()).toContain(part);
  });

  test('a key changes the frame', async () => {
    const { stdin, text, session } = stage(openState(walkOn('ARC-001')));
    stdin.write('1');
    await vi.waitFor(() => expect(text()).toContain('IAM-002'));
    expect(session.effects[0]).toMatchObject({ type: 'save' });
    expect(text()).toContain(ja('save.saving'));
    stdin.write('L');
    await vi.waitFor(() => expect(text()).toContain('Is IAM-002 kept in every account?'));
    expect(text()).toContain(en('status.met'));
  });

  test('twenty keys in one write are twenty keys', async () => {
    const { stdin, session } = stage(openState(walkOn('ARC-001')));
    stdin.write('1\r2\r3\r5n残り\u001b[D\u001b[D*');
    await vi.waitFor(() =>
      expect(session.getState().overlay).toMatchObject({ kind: 'field', area: { text: '*残り' } }),
    );
    expect(session.getState().open?.assessment.answers).toMatchObject({ 'ARC-001': { status: 'met' } });
  });

  test('a key right after a screen change lands on the new screen', async () => {
    const { stdin, session } = stage(openState(walkOn('ARC-001')));
    stdin.write('m');
    stdin.write('\u001b[B');
    stdin.write('\r');
    await vi.waitFor(() => expect(session.getState().screen).toMatchObject({ name: 'walk', item: 'IAM-002' }));
  });

  test('arrows, Tab, Backspace and Esc come as keys', async () => {
    const { stdin, session } = stage(openState(walkOn('ARC-001')));
    stdin.write('o');
    stdin.write('佐藤x\u007f');
    await vi.waitFor(() => expect(session.getState().overlay).toMatchObject({ area: { text: '佐藤' } }));
    stdin.write('\u001b');
    await vi.waitFor(() => expect(session.getState().overlay).toBeUndefined());
    stdin.write('\t');
    await vi.waitFor(() => expect(session.getState().overlay).toMatchObject({ kind: 'guide' }));
  });

  test('a paste into a note stays one paste', async () => {
    const { stdin, session } = stage(openState(walkOn('ARC-001')));
    stdin.write('n');
    stdin.write('\u001b[200~一\r二\u001b[201~');
    await vi.waitFor(() => expect(session.getState().overlay).toMatchObject({ area: { text: '一\n二' } }));
  });

  test('Ctrl+C is a key like any other', async () => {
    const { stdin, session } = stage(openState(walkOn('ARC-001')));
    stdin.write('\u0003');
    await vi.waitFor(() => expect(session.effects).toEqual([{ type: 'exit', code: 130 }]));
  });
});

describe('a menu', () => {
  test('shows its cursor where the state says', async () => {
    const { stdin, text } = stage(STATES.reason);
    const chosen = () =>
      text()
        .split('\n')
        .filter(line => line.includes('❯'))
        .map(line => line.trim());
    expect(chosen()).toEqual([`❯ 3 ${ja('reason.ARCHITECTURE_CONSTRAINTS')}`]);
    stdin.write('\u001b[A');
    await vi.waitFor(() => expect(chosen()).toEqual([`❯ 2 ${ja('reason.BUSINESS_PRIORITIES')}`]));
  });

  test('several arrows in one write move it that far', async () => {
    const { stdin, text } = stage(openState(walkOn('ARC-001')));
    stdin.write('\u001b[B\u001b[B\u001b[B');
    await vi.waitFor(() => expect(text()).toMatch(/❯ +3 不適合/));
  });

  test('has none where no row is chosen', () => {
    expect(stage(openState(walkOn('ARC-001'))).text()).not.toContain('❯');
  });
});

describe('every place', () => {
  test.each(Object.entries(STATES))(
    '%s is drawn in 24 lines of 80 cells, in 15 of 40 and in 5 of 20',
    (_name, state) => {
      for (const [columns, rows] of [
        [80, 24],
        [40, 15],
        [20, 5],
      ] as const) {
        const lines = stage(state, { columns, rows }).text().split('\n');
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
      }
    },
  );
});

describe('the report', () => {
  test('is made in the background and then shown', async () => {
    let finish: (lines: string[]) => void = () => undefined;
    const preview = createPreview(
      () =>
        new Promise(resolve => {
          finish = resolve;
        }),
    );
    const { text } = stage(openState({ name: 'report', which: 'gap', lang: 'ja', scroll: 0 }), undefined, preview);
    expect(text()).toContain(ja('preview.loading'));
    finish(['# ギャップレポート', '本文']);
    await vi.waitFor(() => expect(text()).toContain('本文'));
    expect(text()).not.toContain(ja('preview.loading'));
  });

  test('scrolled past its end stops there', async () => {
    const preview = createPreview(async () => Array.from({ length: 50 }, (_, at) => `行 ${at + 1}`));
    const { stdin, text, session } = stage(
      openState({ name: 'report', which: 'gap', lang: 'ja', scroll: 0 }),
      undefined,
      preview,
    );
    await vi.waitFor(() => expect(text()).toContain('行 1'));
    stdin.write('\u001b[F');
    await vi.waitFor(() => expect(text()).toContain('行 50'));
    const end = session.getState().screen;
    stdin.write('\u001b[A');
    await vi.waitFor(() => expect(session.getState().screen).not.toEqual(end));
    expect(end).toMatchObject({ name: 'report', scroll: 31 });
  });

  test('End and Up in one write lead to the last line but one', async () => {
    const preview = createPreview(async () => Array.from({ length: 50 }, (_, at) => `行 ${at + 1}`));
    const { stdin, text, session } = stage(
      openState({ name: 'report', which: 'gap', lang: 'ja', scroll: 0 }),
      undefined,
      preview,
    );
    await vi.waitFor(() => expect(text()).toContain('行 1'));
    stdin.write('\u001b[F\u001b[A');
    await vi.waitFor(() => expect(session.getState().screen).toMatchObject({ scroll: 30 }), { timeout: 300 });
  });
});
