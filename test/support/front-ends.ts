import type { Assessment } from '../../src/assessment/assessment.ts';
import { type Change, rebased } from '../../src/assessment/merging/rebase.ts';
import type { OpenAssessment } from '../../src/assessment/open-assessment.ts';
import type { Context } from '../../src/cli/kernel/context.ts';
import { createTalk, type Talk } from '../../src/frontends/lines/talk.ts';
import { obey } from '../../src/frontends/lines/walk.ts';
import { translator } from '../../src/i18n/index.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { createRunner } from '../../src/runtime/effects.ts';
import { createEngine } from '../../src/runtime/engine.ts';
import { stateAtStart } from '../../src/runtime/first-state.ts';
import type { RunnerWorld } from '../../src/runtime/world.ts';
import type { State } from '../../src/session/core/state.ts';
import type { TextArea } from '../../src/session/text/text-area.ts';
import { asEvents, NOW, sampleQuestionnaire, TODAY, unitQuestionnaire } from './session.ts';

/** All that is asked anywhere: plain items, sub-questions, values, scope questions and items asked per customer. */
export function wholeQuestionnaire(): Questionnaire {
  const units = unitQuestionnaire();
  return { ...units, sections: [...sampleQuestionnaire().sections, ...units.sections] };
}

/** A front end on a disk of its own. */
type End = { state: () => State; saved: () => Assessment };
/** Lines are typed; what the program asks meanwhile takes the lines after the first. */
export type LinesEnd = End & { type: (...lines: string[]) => Promise<string>; close: () => Promise<void> };
/** Keys are pressed; `write` types over what stands in the field that is open. */
export type KeysEnd = End & {
  keys: (...keys: string[]) => Promise<void>;
  write: (text: string) => void;
  settle: () => Promise<void>;
};

function memoryDisk({ questionnaire, assessment }: OpenAssessment) {
  let held = assessment;
  const workspace = {
    catalogue: async () => [],
    versions: async () => [questionnaire],
    newest: async () => undefined,
    list: async () => [],
    open: async () => ({ questionnaire, assessment: held }),
    save: async (_id: string, ...changes: Change[]) => {
      held = rebased(held, ...changes);
      return held;
    },
    store: { stamp: async () => undefined },
  } as unknown as RunnerWorld['workspace'];
  return { workspace, saved: () => held };
}

/** The walk line by line on an assessment. */
export async function linesEnd(opened: OpenAssessment): Promise<LinesEnd> {
  const { workspace, saved } = memoryDisk(opened);
  const waiting: string[] = [];
  const heard: string[] = [];
  const say = async (text: string): Promise<undefined> => void heard.push(text);
  const context = {
    world: { now: () => new Date(NOW), version: '9.9.9' },
    lang: 'en',
    t: translator('en'),
    // Nothing can be written there, so no preference is.
    home: '/dev/null',
    globals: {},
    today: TODAY,
    say,
    warn: say,
    workspace: async () => workspace,
  } as unknown as Context;
  const lines = { ask: async () => waiting.shift(), begins: async () => true, close: () => undefined };
  const talk: Talk = await createTalk(context, lines, { open: opened.assessment.id });
  return {
    state: talk.state,
    saved,
    close: talk.close,
    type: async (first, ...rest) => {
      heard.length = 0;
      waiting.splice(0, waiting.length, ...rest);
      await obey(talk, first ?? '');
      return heard.join('\n');
    },
  };
}

/** The screens on an assessment, without a terminal. */
export async function keysEnd(opened: OpenAssessment): Promise<KeysEnd> {
  const { workspace, saved } = memoryDisk(opened);
  const size = { columns: 80, rows: 24 };
  const wish = { workspace, lang: 'en', sideBySide: false, today: TODAY, size, open: opened.assessment.id } as const;
  const first = await stateAtStart(wish);
  const now = (): Date => new Date(NOW);
  const engine = createEngine(first.state, effect => runner.perform(effect), now, first.effects);
  const runner = createRunner({
    workspace,
    now,
    getState: engine.getState,
    dispatch: engine.dispatch,
    prefer: async () => true,
    explain: (error: unknown) => ({ key: String(error) }),
  } as unknown as RunnerWorld);
  for (const effect of first.effects) runner.perform(effect);
  await engine.opened();
  const press = (...keys: string[]): void => {
    for (const event of asEvents(keys)) engine.press([event]);
  };
  return {
    state: engine.getState,
    saved,
    keys: async (...keys) => press(...keys),
    write: text => {
      press('ctrl+home');
      while (areaOf(engine.getState())?.text) press('ctrl+k');
      if (text !== '') engine.paste(text);
    },
    settle: async () => void (await runner.flush()),
  };
}

function areaOf({ overlay }: State): TextArea | undefined {
  return overlay && 'area' in overlay ? overlay.area : undefined;
}
