import { render } from 'ink';
import { createElement } from 'react';
import type { Edit } from '../assessment/edit.ts';
import type { WorkshopPlan } from '../assessment/workshop.ts';
import { type Lang, translator } from '../i18n/index.ts';
import { beforeEnding } from '../picture/ending.ts';
import type { Picture } from '../picture/picture.ts';
import type { Effect } from '../session/action.ts';
import { meetingOf } from '../session/meeting.ts';
import type { Message, Open, ReportKind, State } from '../session/state.ts';
import { findTyped } from '../workspace/typed-path.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { App } from './app.tsx';
import { createEngine, type Engine } from './engine.ts';
import { firstState, keepFirstFrame } from './first-frame.ts';
import { editExternally, pauseProcess } from './handover.ts';
import { createPreview } from './preview.ts';
import { ambiguousIsWide } from './probe.ts';
import { createRunner, type Runner, type RunnerWorld } from './runner.ts';
import { messageText } from './screens/chrome.ts';
import { onSignals } from './signals.ts';

/** A terminal to draw on and read from. */
export type Tty = {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
};

/** What the screens are started with. `report` and `writeReport` make a report in memory and as a file. */
export type StartOptions = Tty & {
  workspace: Workspace;
  lang: Lang;
  sideBySide: boolean;
  /** Draw in ASCII; undefined asks the terminal. */
  ascii: boolean | undefined;
  today: string;
  now: () => Date;
  env: Record<string, string | undefined>;
  /** The assessment to open; Home without it. */
  open?: string | undefined;
  /** The report to show of the assessment that is opened. */
  preview?: ReportKind | undefined;
  /** A meeting to prepare on the assessment that is opened. */
  workshop?: Partial<WorkshopPlan> | undefined;
  /** The version to start an assessment with. */
  questionnaire?: { id: string; version: string } | undefined;
  demo?: boolean | undefined;
  prefer: RunnerWorld['prefer'];
  report: (open: Open, which: ReportKind, lang: Lang | 'both') => Promise<string>;
  writeReport: (open: Open, which: ReportKind, lang: Lang | 'both') => Promise<string>;
  explain: (error: unknown, lang: Lang) => Message;
  interrupted?: AbortSignal | undefined;
  /** What is on the terminal already, and what it is to show at the next start. */
  picture?: Picture | undefined;
};

/** Runs the screens until a person leaves; gives the exit code. What is wrong before the first frame is thrown. */
export async function startScreens(options: StartOptions): Promise<number> {
  const { workspace, stdin, stdout, stderr, env, now } = options;
  await workspace.store.sweep();
  const initial = await firstState(options);
  // Until the screens listen, a signal that ends the program would leave the terminal raw.
  const release = stdin.isTTY ? beforeEnding(() => stdin.setRawMode(false)) : undefined;
  const ascii = options.ascii ?? (await ambiguousIsWide(stdin, stdout, options.picture?.isShown));
  const color = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const later: Effect[] = [];
  let perform = (effect: Effect): void => void later.push(effect);
  const engine = createEngine({ ...initial.state, ascii }, effect => perform(effect), now, initial.effects);
  const runner = createRunner({
    workspace,
    getState: engine.getState,
    dispatch: engine.dispatch,
    now,
    prefer: options.prefer,
    writeReport: (state, which, lang) => options.writeReport(openIn(state), which, lang),
    edit: text => editExternally(text, env),
    locate: typed => findTyped(typed, { cwd: process.cwd(), ...(env['HOME'] && { home: env['HOME'] }) }),
    pause: pauseProcess,
    explain: options.explain,
    leaving: () => keepFirstFrame(options, engine.getState(), color),
  });
  perform = runner.perform;
  for (const effect of [...initial.effects, ...later]) runner.perform(effect);
  const preview = createPreview(async state => {
    const { screen, size } = state;
    if (screen.name !== 'report') return [];
    const markdown = await options.report(openIn(state), screen.which, screen.lang);
    const { renderMarkdown } = await import('./parts/markdown.ts');
    return renderMarkdown(markdown, { width: size.columns, color, ascii });
  });
  const { interrupted } = options;
  const stop = onSignals({ interrupted, stdin, stdout, flush: runner.flush, end: engine.leave });
  release?.();
  options.picture?.takeOver();
  await engine.opened();
  const app = createElement(App, { engine, preview, color, attach: runner.attach });
  const instance = render(app, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
  });
  return untilLeft(options, { engine, runner, stop, ended: () => instance.waitUntilExit() });
}

type Life = { engine: Engine; runner: Runner; stop: () => void; ended: () => Promise<unknown> };

/** Waits until the person leaves and everything is written; gives the exit code. */
async function untilLeft(options: StartOptions, { engine, runner, stop, ended }: Life): Promise<number> {
  const { stderr, now } = options;
  const clock = everySecond(engine, runner, now);
  try {
    const code = await ended();
    tellUnsaved(await runner.flush(), engine.getState(), stderr);
    return typeof code === 'number' ? code : 0;
  } finally {
    clearInterval(clock);
    stop();
  }
}

/** What happens while nobody presses a key: other programs write, and a meeting takes time. */
function everySecond(engine: Engine, runner: Runner, now: () => Date): NodeJS.Timeout {
  return setInterval(() => {
    void runner.refresh();
    if (meetingOf(engine.getState())?.countedAt) engine.dispatch({ type: 'tick', at: now().toISOString() });
  }, 1000);
}

/** Names what could not be written, in the terminal that a person sees after the screens. */
function tellUnsaved(edits: Edit[], state: State, stderr: NodeJS.WriteStream): void {
  const items = [...new Set(edits.flatMap(edit => ('item' in edit && edit.type !== 'position' ? [edit.item] : [])))];
  if (items.length === 0) return;
  const t = translator(state.lang);
  const reason = state.saving.state === 'failed' ? messageText(state.saving.message, t) : '';
  stderr.write(`${t('exit.unsaved', { items: items.join(t('list.separator')), reason })}\n`);
}

function openIn(state: State): Open {
  if (!state.open) throw new Error('no assessment is open');
  return state.open;
}
