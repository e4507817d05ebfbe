import { createElement } from 'react';
import type { Edit } from '../assessment/answers/edit.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { type Lang, translator } from '../i18n/index.ts';
import { messageText } from '../i18n/message.ts';
import { beforeEnding } from '../picture/ending.ts';
import { dayFrom } from '../picture/situation.ts';
import { createEditor, type Editor } from '../runtime/editor/editor.ts';
import { recoverLoans } from '../runtime/editor/recover.ts';
import { createRunner, type Runner } from '../runtime/effects.ts';
import { createEngine, type Engine } from '../runtime/engine.ts';
import { pauseProcess } from '../runtime/handover.ts';
import { onSignals } from '../runtime/signals.ts';
import { onResize } from '../runtime/window-size.ts';
import type { RunnerWorld } from '../runtime/world.ts';
import type { Edited } from '../session/core/action.ts';
import type { Message, ReportKind, State } from '../session/core/state.ts';
import { opened } from '../session/core/step.ts';
import { meetingOf } from '../session/meeting.ts';
import { countAmbiguousAs } from '../text/graphemes.ts';
import { findTyped } from '../workspace/typed-path.ts';
import { App } from './app.tsx';
import { lastScroll } from './compose.ts';
import { firstState, keepFirstFrame, type ScreensBeginning } from './first-frame.ts';
import { createPreview, type Preview } from './preview.ts';
import { ambiguousIsWide } from './probe.ts';
import { type Screens, showScreens } from './show-screens.ts';
import { type Colours, coloursOf } from './theme.ts';

/** A terminal to draw on and read from. */
export type Tty = {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
};

/** What the screens are started with. `report` and `writeReport` make a report in memory and as a file. */
export type StartOptions = Tty &
  ScreensBeginning & {
    /** Draw in ASCII; undefined asks the terminal. */
    ascii: boolean | undefined;
    /** The data directory; undefined where nothing is to be kept for the next start. */
    home: string | undefined;
    now: () => Date;
    env: Record<string, string | undefined>;
    prefer: RunnerWorld['prefer'];
    report: (open: OpenAssessment, which: ReportKind, lang: Lang | 'both') => Promise<string>;
    writeReport: (open: OpenAssessment, which: ReportKind, lang: Lang | 'both') => Promise<string>;
    /** Where an assessment holds tokens of services that the program's own patterns do not know. */
    tokens?: (assessment: Assessment) => Promise<string[]>;
    explain: (error: unknown, lang: Lang) => Message;
    interrupted?: AbortSignal | undefined;
  };

/** Runs the screens until a person leaves; gives the exit code. What is wrong before the first frame is thrown. */
export async function startScreens(options: StartOptions): Promise<number> {
  const { workspace, stdin, stdout, env, home, now, interrupted } = options;
  await workspace.store.sweep();
  const recovered = home === undefined ? undefined : await recoverLoans(home, workspace, now().toISOString());
  const initial = await firstState(options);
  // Until the screens listen, a signal that ends the program would leave the terminal raw.
  const release = stdin.isTTY ? beforeEnding(() => stdin.setRawMode(false)) : undefined;
  const wide = await ambiguousIsWide(stdin, stdout, options.picture?.isShown);
  countAmbiguousAs(wide ? 2 : 1);
  const ascii = options.ascii ?? wide;
  const colours = coloursOf(env);
  const editor = createEditor(env, home, stdin);
  const preview = previewOf(options, { colours, ascii });
  let screens: Screens | undefined;
  const engine = createEngine(
    { ...initial.state, ascii },
    effect => runner.perform(effect),
    now,
    initial.effects,
    at => dayFrom(at, 0),
    state => lastScroll(state, colours, preview.lines(state)),
  );
  const runner: Runner = createRunner({
    workspace,
    getState: engine.getState,
    dispatch: engine.dispatch,
    now,
    prefer: options.prefer,
    writeReport: (state, which, lang) => options.writeReport(opened(state), which, lang),
    ...(options.tokens && { tokens: options.tokens }),
    edit: editor.edit,
    locate: typed => findTyped(typed, { cwd: process.cwd(), ...(env['HOME'] && { home: env['HOME'] }) }),
    pause: pauseProcess,
    redraw: () => screens?.redraw(),
    explain: options.explain,
    leaving: () => keepFirstFrame(options, engine.getState(), colours),
  });
  for (const effect of initial.effects) runner.perform(effect);
  const life = { engine, runner, editor };
  const flush = (): Promise<Edit[]> => flushed(life);
  const stop = onSignals({ interrupted, stdin, stdout, flush, end: code => leave(life, now, code) });
  release?.();
  options.picture?.takeOver();
  await engine.opened();
  if (recovered) engine.dispatch({ type: 'told', message: recovered, tone: recovered.tone });
  const app = createElement(App, { engine, preview, colours, attach: runner.attach });
  const stopResize = onResize(stdout, size => engine.dispatch({ type: 'resized', size }));
  screens = showScreens({ ...options, wholeLines: wide }, app);
  return untilLeft(options, { ...life, screens, stop: [stopResize, stop] });
}

type Life = { engine: Engine; runner: Runner; editor: Editor };

/** The report on the screen, drawn as the screens are. */
function previewOf(options: StartOptions, look: { colours: Colours; ascii: boolean }): Preview {
  return createPreview(async state => {
    const { screen, size } = state;
    if (screen.name !== 'report') return [];
    const markdown = await options.report(opened(state), screen.which, screen.lang);
    const { renderMarkdown } = await import('./parts/markdown.ts');
    return renderMarkdown(markdown, { width: size.columns, ...look });
  });
}

/** Leaves with what is being typed; where an editor has it, with what that has saved so far, and with what it rescues. */
async function leave({ engine, editor }: Life, now: () => Date, code: number): Promise<void> {
  const take = (text: Edited | undefined, later?: true): void => {
    if (text) engine.dispatch({ type: 'edited', ...text, at: now().toISOString(), ...(later && { later }) });
  };
  take(editor.saved());
  const stopping = editor.stop();
  if (stopping) take(await stopping, true);
  engine.leave(code);
}

/** Waits until everything that can be written is written; gives what is still unsaved. */
async function flushed({ runner, editor }: Life): Promise<Edit[]> {
  const unsaved = await runner.flush();
  if (unsaved.length === 0) editor.clear();
  return unsaved;
}

/** Waits until the person leaves and everything is written; gives the exit code. */
async function untilLeft(
  { stderr, now }: StartOptions,
  life: Life & { stop: (() => void)[]; screens: Screens },
): Promise<number> {
  const clock = everySecond(life, now);
  try {
    const code = await life.screens.ended();
    tellUnsaved(await flushed(life), life.engine.getState(), stderr);
    return typeof code === 'number' ? code : 0;
  } finally {
    clearInterval(clock);
    life.screens.close();
    for (const stop of life.stop) stop();
  }
}

/** What happens while nobody presses a key: other programs write, editors too, a meeting takes time, and a day ends. */
function everySecond({ engine, runner, editor }: Life, now: () => Date): NodeJS.Timeout {
  return setInterval(() => {
    void runner.refresh();
    engine.newDay();
    const at = now().toISOString();
    for (const text of editor.returned()) engine.dispatch({ type: 'edited', ...text, at, later: true });
    if (meetingOf(engine.getState())?.countedAt) engine.dispatch({ type: 'tick', at });
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
