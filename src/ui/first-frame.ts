import { renderToString } from 'ink';
import { createElement } from 'react';
import type { WorkshopPlan } from '../assessment/workshop/workshop.ts';
import type { Lang } from '../i18n/index.ts';
import type { Picture } from '../picture/picture.ts';
import { windowSize } from '../runtime/window-size.ts';
import type { Effect } from '../session/core/action.ts';
import type { ReportKind, State } from '../session/core/state.ts';
import { update } from '../session/core/update.ts';
import { startFrom } from '../session/screens/start.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { frameOf } from './compose.ts';
import { FrameView } from './parts/frame.tsx';
import { type Colours, makeTheme } from './theme.ts';

/** What decides where the screens begin, and on what. */
export type Beginning = {
  workspace: Workspace;
  stdout: NodeJS.WriteStream;
  lang: Lang;
  sideBySide: boolean;
  today: string;
  /** The assessment to open; Home without it. */
  open?: string | undefined;
  /** The report to show of the assessment that is opened. */
  preview?: ReportKind | undefined;
  /** A meeting to prepare on the assessment that is opened. */
  workshop?: Partial<WorkshopPlan> | undefined;
  /** The version to start an assessment with. */
  questionnaire?: { id: string; version: string } | undefined;
  demo?: boolean | undefined;
  /** What is on the terminal already, and what it is to show at the next start. */
  picture?: Picture | undefined;
};

/** The state in which the screens begin, and what they ask for at once. */
export async function firstState(options: Beginning): Promise<{ state: State; effects: Effect[] }> {
  const { workspace, lang, sideBySide, today, stdout } = options;
  const state: State = {
    lang,
    sideBySide,
    ascii: false,
    today,
    catalogue: await workspace.catalogue(),
    listed: options.open === undefined ? await workspace.list() : [],
    demo: options.demo ?? false,
    screen: { name: 'home', index: 0 },
    behind: [],
    saving: { state: 'saved' },
    size: windowSize(stdout),
  };
  if (options.open !== undefined)
    return {
      state,
      effects: [
        {
          type: 'open',
          id: options.open,
          ...(options.preview && { preview: options.preview }),
          ...(options.workshop && { workshop: options.workshop }),
        },
      ],
    };
  return options.questionnaire ? startFrom(state, options.questionnaire) : { state, effects: [] };
}

/**
 * Keeps the frame that the next start will show first. Not after a change of what the next start chooses by itself, and
 * never at the price of an error: it only saves a moment.
 */
export async function keepFirstFrame(options: Beginning, last: State, colours: Colours): Promise<void> {
  const { picture, workspace, open } = options;
  if (!picture || last.lang !== options.lang) return;
  try {
    const { state } = await firstState(options);
    const known = { ...state, ascii: last.ascii, sideBySide: last.sideBySide, size: last.size };
    const opened = open === undefined ? undefined : await workspace.open(open);
    const { columns } = last.size;
    const theme = makeTheme({ colours, ascii: last.ascii });
    // Most days look like the day before, and drawing takes longer than laying out.
    const drawn = new Map<string, string>();
    picture.keep(day => {
      const today = { ...known, today: day };
      const shown = opened ? update(today, { type: 'opened', open: opened }).state : today;
      const frame = frameOf({ ...shown, saving: { state: 'saved' } }, colours, undefined);
      const rows = JSON.stringify(frame);
      const text = drawn.get(rows) ?? renderToString(createElement(FrameView, { frame, theme }), { columns });
      drawn.set(rows, text);
      return text;
    });
  } catch {
    // An assessment that was removed meanwhile, or a disk that fails: the next start draws for itself.
  }
}
