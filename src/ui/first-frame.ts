import { renderToString } from 'ink';
import { createElement } from 'react';
import type { Picture } from '../picture/picture.ts';
import { type Beginning, stateAtStart } from '../runtime/first-state.ts';
import { windowSize } from '../runtime/window-size.ts';
import type { State } from '../session/core/state.ts';
import { update } from '../session/core/update.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { frameOf } from './compose.ts';
import { FrameView } from './parts/frame.tsx';
import { type Colours, makeTheme } from './theme.ts';

/** What decides where the screens begin, and on what. */
export type ScreensBeginning = Omit<Beginning, 'size'> & {
  workspace: Workspace;
  stdout: NodeJS.WriteStream;
  /** What is on the terminal already, and what it is to show at the next start. */
  picture?: Picture | undefined;
};

/** The state in which the screens begin, and what they ask for at once. */
export function firstState(options: ScreensBeginning): ReturnType<typeof stateAtStart> {
  return stateAtStart({ ...options, size: windowSize(options.stdout) });
}

/**
 * Keeps the frame that the next start will show first. Not after a change of what the next start chooses by itself, and
 * never at the price of an error: it only saves a moment.
 */
export async function keepFirstFrame(options: ScreensBeginning, last: State, colours: Colours): Promise<void> {
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
