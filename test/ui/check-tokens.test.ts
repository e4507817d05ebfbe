import { expect, test } from 'vitest';
import { placesWithTokens } from '../../src/cli/reports/secret-scan.ts';
import { update } from '../../src/session/core/update.ts';
import { openState, sampleAssessment } from '../support/session.ts';
import { frameOf, linesOf } from './frames.ts';

/** Built from parts, so that scanners of this repository do not stumble; our own patterns do not know this one. */
const TOKEN = `vcp_${'a1B2c3D4'.repeat(7)}`;
const held = sampleAssessment({
  answers: { 'ARC-001': { status: 'partly', note: `pushed with ${TOKEN}` } },
  parking: [{ id: 'p1', text: `ask about ${TOKEN}`, at: '2026-11-22T08:00:00.000Z' }],
});
const walking = openState(
  { name: 'walk', item: 'ARC-001', row: undefined },
  { open: { ...openState().open, assessment: held } as never },
);
const press = (state: typeof walking, command: 'check' | 'down' | 'back') =>
  update(state, { type: 'command', command, at: '2026-11-22T09:00:00.000Z' });

test('opening the check asks for tokens once, and again when answers have changed', () => {
  const opened = press(walking, 'check');
  expect(opened.effects).toContainEqual({ type: 'tokens' });
  expect(press(opened.state, 'down').effects).toEqual([]);
  const changed = { ...held, answers: { ...held.answers, 'ARC-001': { status: 'met' as const } } };
  expect(update(opened.state, { type: 'saved', assessment: changed, pending: [] }).effects).toEqual([
    { type: 'tokens' },
  ]);
  expect(press(press(opened.state, 'back').state, 'check').effects).toContainEqual({ type: 'tokens' });
});

test('tokens that only the scanner finds are on the screen, those of another assessment are not', async () => {
  const opened = press(walking, 'check').state;
  const linesWith = (assessment: string, places: string[]): string => {
    const { state } = update(opened, { type: 'tokens', tokens: { assessment, places } });
    return linesOf(frameOf(state, { columns: 120, rows: 40, lang: 'en' })).join('\n');
  };
  const places = await placesWithTokens(held);
  expect(places).toContain('ARC-001');
  const before = linesWith(held.id, []);
  const after = linesWith(held.id, places);
  expect(before).not.toContain('credential');
  expect(after).toMatch(/ARC-001 .*seems to hold a credential/);
  expect(after).toContain('The field "Parking lot" seems to hold a credential');
  expect(linesWith('another', places)).toBe(before);
});
