import { localDay } from '../../assessment/day.ts';
import { newlyDiffering } from '../../assessment/merging/tell.ts';
import type { Context } from '../../cli/kernel/context.ts';
import { failureOf, messageOf } from '../../cli/kernel/failure.ts';
import { tellDiffering } from '../../cli/saving.ts';
import { type T, translator } from '../../i18n/index.ts';
import { createRunner } from '../../runtime/effects.ts';
import { createEngine } from '../../runtime/engine.ts';
import { type Beginning, stateAtStart } from '../../runtime/first-state.ts';
import type { RunnerWorld } from '../../runtime/world.ts';
import type { Action, Command, Effect } from '../../session/core/action.ts';
import type { State } from '../../session/core/state.ts';
import { meetingOf } from '../../session/meeting.ts';
import { writePreference } from '../../store/preferences.ts';
import type { Lines } from './lines.ts';

/** A walk line by line: the engine of the screens, with lines in place of keys and frames. */
export type Talk = {
  context: Context;
  lines: Lines;
  state: () => State;
  /** The texts in the language of now. */
  t: T;
  /** Gives commands as keys do. */
  press: (...commands: Command[]) => void;
  /** Puts text where one types. */
  type: (text: string) => void;
  /**
   * Waits until everything is on disk, and takes over what others have written. Throws what could not be done; what is
   * not saved is kept and tried again with the next change.
   */
  settle: () => Promise<void>;
  /** Waits until what was being opened is there. Throws what kept it from opening. */
  opened: () => Promise<void>;
  /** The exit code of a save that failed and has not been made good. */
  failed: () => number | undefined;
  /** Ends the clock and waits for what is still under way. */
  close: () => Promise<void>;
};

/** What a line led to: the item is shown again, or not, the menu of the workshop comes, or the walk ends. */
export type Next = 'show' | 'stay' | 'menu' | 'quit';

/** What a letter does; `rest` is what follows it. */
export type Handler = (talk: Talk, rest: string) => Promise<Next>;

/** Begins a walk. Throws what keeps the assessment from opening. */
export async function createTalk(
  context: Context,
  lines: Lines,
  wish: Pick<Beginning, 'open' | 'questionnaire' | 'workshop' | 'demo'>,
): Promise<Talk> {
  const { world, lang, today } = context;
  const workspace = await context.workspace();
  const size = { columns: 80, rows: 24 };
  const first = await stateAtStart({ ...wish, workspace, lang, sideBySide: false, today, size });
  const troubles: Troubles = { under: [] };
  const engine = createEngine(first.state, effect => runner.perform(effect), world.now, first.effects, localDay);
  const runner = createRunner(worldOf(context, workspace, troubles, engine));
  for (const effect of first.effects) runner.perform(effect);
  const at = (): string => world.now().toISOString();
  const clock = everySecond(() => {
    engine.newDay();
    if (meetingOf(engine.getState())?.countedAt) engine.dispatch({ type: 'tick', at: at() });
  });
  const thrown = (): void => {
    const { failure } = troubles;
    delete troubles.failure;
    if (failure !== undefined) throw failure;
  };
  const talk: Talk = {
    context,
    lines,
    state: engine.getState,
    get t() {
      return translator(engine.getState().lang);
    },
    press: (...commands) => {
      for (const command of commands) engine.dispatch({ type: 'command', command, at: at() });
    },
    type: text => engine.dispatch({ type: 'text', text, at: at() }),
    settle: async () => {
      engine.newDay();
      const unsaved = await runner.flush();
      if (unsaved.length > 0) {
        troubles.exit = failureOf(troubles.unsaved, talk.t).exit;
        throw troubles.unsaved;
      }
      delete troubles.exit;
      await runner.refresh();
      await told(talk, troubles);
      thrown();
    },
    opened: async () => {
      await engine.opened();
      thrown();
    },
    failed: () => troubles.exit,
    close: async () => {
      clearInterval(clock);
      await runner.flush();
      await Promise.allSettled(troubles.under);
    },
  };
  await talk.opened().catch(async (error: unknown) => {
    await talk.close();
    throw error;
  });
  return talk;
}

/** What went wrong last: in general, and in saving; `under` is what nobody waits for. */
type Troubles = {
  last?: unknown;
  failure?: unknown;
  unsaved?: unknown;
  exit?: number;
  seen?: NonNullable<State['open']>['assessment'];
  under: Promise<unknown>[];
};

function worldOf(
  context: Context,
  workspace: RunnerWorld['workspace'],
  troubles: Troubles,
  engine: { getState: () => State; dispatch: (action: Action) => void },
): RunnerWorld {
  const never = (what: Effect['type']) => (): Promise<never> => Promise.reject(new Error(`no ${what} line by line`));
  return {
    workspace,
    getState: engine.getState,
    dispatch: action => {
      if (action.type === 'failed') troubles.failure = troubles.last;
      if (action.type === 'save-failed') troubles.unsaved = troubles.last;
      engine.dispatch(action);
    },
    now: context.world.now,
    prefer: (key, value) => {
      const written = writePreference(context.home, key, value as never);
      troubles.under.push(written);
      return written;
    },
    writeReport: never('write-report'),
    edit: never('editor'),
    pause: never('suspend'),
    explain: (error, lang) => {
      troubles.last = error;
      return messageOf(error, translator(lang));
    },
  };
}

/** Tells which fields hold two values since the last look, because they were written in two places at once. */
async function told({ context, state, t }: Talk, troubles: Troubles): Promise<void> {
  const now = state().open?.assessment;
  const fresh = now && troubles.seen?.id === now.id ? newlyDiffering(troubles.seen, now) : [];
  if (now) troubles.seen = now;
  await tellDiffering({ ...context, lang: state().lang, t }, fresh);
}

function everySecond(work: () => void): NodeJS.Timeout {
  return setInterval(work, 1000).unref();
}
