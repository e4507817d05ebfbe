import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { createRunner } from '../../src/runtime/effects.ts';
import { createEngine } from '../../src/runtime/engine.ts';
import type { State } from '../../src/session/core/state.ts';
import { createTextArea } from '../../src/session/text/text-area.ts';
import { createStore } from '../../src/store/assessments.ts';
import { newAssessment } from '../../src/workspace/new-assessment.ts';
import { createWorkspace } from '../../src/workspace/workspace.ts';
import { handClock, temporaryFolder } from '../store/support/temporary-home.ts';
import { NONE_SHIPPED, ownVersions } from '../support/own-versions.ts';
import { openState, TODAY, walkOn } from '../support/session.ts';

const LISTS = ownVersions(4, 12);
const [v1] = LISTS as [Questionnaire];
/** What the way from v1 to v3 takes away, and what stays the same in both. */
const gone = LISTS[2]?.changes?.changes.find(one => one.kind === 'removed')?.old?.[0] ?? '';
const kept = (LISTS[1]?.changes?.same ?? []).find(id => LISTS[2]?.changes?.same.includes(id)) ?? '';

/** Screens on v1 of an own list, on a real store that another program may write to. */
async function screens(item: string, overlay?: State['overlay']) {
  const home = join(await temporaryFolder(), 'home');
  const { clock, forward } = handClock();
  const open = () =>
    createWorkspace({ store: createStore({ home, clock }), shipped: NONE_SHIPPED, now: clock, today: () => TODAY });
  const workspace = open();
  for (const list of LISTS) await workspace.store.saveQuestionnaire(list);
  const draft = { name: 'Own', gates: {}, participants: [], lang: 'en' as const };
  const made = newAssessment(draft, v1, 'own', '2026-11-01T00:00:00.000Z');
  const assessment = await workspace.store.create(
    applyEdit(made, { type: 'answer', item: gone, set: { note: 'early' }, at: '2026-11-02T00:00:00.000Z' }),
  );
  const state = {
    ...openState(walkOn(item), { open: { questionnaire: v1, assessment } }),
    ...(overlay && { overlay }),
  };
  const engine = createEngine(
    state,
    effect => runner.perform(effect),
    () => clock(),
  );
  const runner = createRunner({
    workspace,
    getState: engine.getState,
    dispatch: engine.dispatch,
    now: clock,
    prefer: async () => undefined,
    writeReport: async () => '',
    edit: async () => undefined,
    pause: async () => undefined,
    explain: error => ({ key: String(error) }),
  });
  const elsewhere = async (to: string): Promise<void> => {
    forward(60_000);
    await open().upgrade('own', to);
  };
  return { engine, runner, elsewhere, other: open(), seen: assessment };
}

const note = (item: string, text: string): Edit => ({
  type: 'answer',
  item,
  set: { note: text },
  at: '2026-11-22T10:00:00.000Z',
});

test('screens whose assessment another program has upgraded go on with the new list, and say so', async () => {
  const { engine, runner, elsewhere } = await screens(kept);
  await elsewhere('v3');
  await runner.refresh();
  const { open, notice, screen } = engine.getState();
  expect([open?.questionnaire.version, open?.assessment.questionnaire.version]).toEqual(['v3', 'v3']);
  expect(notice).toMatchObject({ key: 'history.elsewhere', values: { from: 'v1', version: 'v3', n: 1 } });
  expect(screen).toMatchObject({ name: 'walk', item: kept });
  await runner.flush();
});

test('and with the older one where the change was taken back', async () => {
  const { engine, runner, elsewhere, other } = await screens(kept);
  await elsewhere('v3');
  await runner.refresh();
  await other.undoUpgrade('own');
  await runner.refresh();
  expect(engine.getState().open?.questionnaire.version).toBe('v1');
  expect(engine.getState().notice).toMatchObject({ key: 'history.elsewhere', values: { from: 'v3', version: 'v1' } });
  await runner.flush();
});

test('an answer to an item that is gone meanwhile is in the archive, and told', async () => {
  const { engine, runner, elsewhere, other, seen } = await screens(gone);
  await elsewhere('v3');
  runner.perform({ type: 'save', id: 'own', base: seen, edits: [note(gone, 'late words'), note(kept, 'stays')] });
  expect(await runner.flush()).toEqual([]);
  await runner.refresh();
  const { open, notice } = engine.getState();
  expect(open?.questionnaire.version).toBe('v3');
  expect(notice).toMatchObject({ key: 'history.elsewhere' });
  const saved = (await other.open('own')).assessment;
  expect(JSON.stringify(saved.retired)).toContain('late words');
  expect(saved.answers[kept]?.note).toBe('stays');
  expect(saved.answers).not.toHaveProperty(gone);
  // Taken back, it is where it was written.
  expect((await other.undoUpgrade('own')).answers[gone]?.note).toContain('late words');
  await runner.flush();
});

test('nothing is taken from under somebody who is typing', async () => {
  const area = createTextArea('half a sentence', { multiline: true });
  const { engine, runner, elsewhere } = await screens(kept, {
    kind: 'field',
    target: { type: 'note', item: kept },
    area,
  });
  await elsewhere('v3');
  await runner.refresh();
  expect(engine.getState().overlay).toMatchObject({ kind: 'field', area });
  expect(engine.getState().open?.questionnaire.version).toBe('v1');
  engine.dispatch({ type: 'command', command: 'save-field', at: '2026-11-22T10:00:00.000Z' });
  await runner.flush();
  await runner.refresh();
  const { open } = engine.getState();
  expect([open?.questionnaire.version, open?.assessment.answers[kept]?.note]).toEqual(['v3', 'half a sentence']);
  await runner.flush();
});
