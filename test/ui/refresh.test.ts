import { expect, test } from 'vitest';
import type { Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Change } from '../../src/assessment/merging/rebase.ts';
import { createRefresh } from '../../src/runtime/refresh.ts';
import type { Action } from '../../src/session/core/action.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { homeState, NOW, openState, sampleAssessment, walkOn } from '../support/session.ts';

const EDIT: Edit = { type: 'answer', item: 'ARC-001', set: { note: 'mine' }, at: NOW };

/** A file whose stamp and content the test changes; `dispatched` is what the screens hear. */
function looking({ isOpen = true } = {}) {
  const disk: { stamp: string | undefined; content: Assessment | undefined; onRead?: (() => void) | undefined } = {
    stamp: '1',
    content: sampleAssessment(),
  };
  const dispatched: Action[] = [];
  const pending: Change[] = [];
  const store = {
    stamp: async () => disk.stamp,
    read: async () => {
      disk.onRead?.();
      if (!disk.content) throw new Error('damaged');
      return disk.content;
    },
  };
  const state = isOpen ? openState(walkOn('ARC-001')) : homeState();
  const refresh = createRefresh(
    {
      workspace: { store } as unknown as Workspace,
      getState: () => state,
      dispatch: action => void dispatched.push(action),
    },
    { pending: () => pending },
  );
  return { disk, dispatched, pending, refresh, shown: state.open?.assessment };
}

test('what another program wrote is taken over, once', async () => {
  const { disk, dispatched, refresh } = looking();
  await refresh();
  await refresh();
  expect(dispatched).toHaveLength(1);
  disk.stamp = '2';
  disk.content = sampleAssessment({ answers: { 'ARC-001': { status: 'met' } } });
  await refresh();
  expect(dispatched.at(-1)).toEqual({ type: 'saved', assessment: disk.content, pending: [] });
});

test('a file that says what is on the screen is not drawn again', async () => {
  const { disk, dispatched, refresh, shown } = looking();
  disk.content = shown;
  await refresh();
  expect(dispatched).toEqual([]);
  disk.stamp = '2';
  await refresh();
  expect(dispatched).toEqual([]);
});

test('what was read while the file was being written again is left for the next look', async () => {
  const { disk, dispatched, refresh } = looking();
  disk.onRead = () => {
    disk.stamp = '2';
    disk.onRead = undefined;
  };
  await refresh();
  expect(dispatched).toEqual([]);
  await refresh();
  expect(dispatched).toHaveLength(1);
});

test.each([
  ['own edits are on their way', { pending: true }],
  ['nothing is open', { isOpen: false }],
  ['the file is gone', { stamp: undefined }],
  ['the file cannot be read', { content: undefined }],
  ['the file is on another version', { version: '2099' }],
])('nothing is taken over where %s', async (_, how: Record<string, unknown>) => {
  const { disk, dispatched, pending, refresh } = looking({ isOpen: how['isOpen'] !== false });
  if (how['pending']) pending.push({ base: sampleAssessment(), edits: [EDIT] });
  if ('stamp' in how) disk.stamp = undefined;
  if ('content' in how) disk.content = undefined;
  if ('version' in how) {
    const { questionnaire } = sampleAssessment();
    disk.content = sampleAssessment({ questionnaire: { ...questionnaire, version: '2099' } });
  }
  await refresh();
  expect(dispatched).toEqual([]);
});
