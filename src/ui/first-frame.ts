import { renderToString } from 'ink';
import { createElement } from 'react';
import { translator } from '../i18n/index.ts';
import { stateAtStart } from '../runtime/first-state.ts';
import type { State } from '../session/core/state.ts';
import { update } from '../session/core/update.ts';
import { compose, type Frame } from './compose.ts';
import { FrameView } from './parts/frame.tsx';
import type { StartOptions } from './start.ts';
import { type Colours, makeTheme, type Theme } from './theme.ts';

/** The state in which the screens begin, and what they ask for at once. */
export function firstState(options: StartOptions): ReturnType<typeof stateAtStart> {
  const { columns, rows } = options.stdout;
  return stateAtStart({ ...options, size: { columns: columns || 80, rows: rows || 24 } });
}

/**
 * Keeps the frame that the next start will show first. Not after a change of what the next start chooses by itself, and
 * never at the price of an error: it only saves a moment.
 */
export async function keepFirstFrame(options: StartOptions, last: State, colours: Colours): Promise<void> {
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
      const frame = frameOf({ ...shown, saving: { state: 'saved' } }, theme);
      const rows = JSON.stringify(frame);
      const text = drawn.get(rows) ?? renderToString(createElement(FrameView, { frame, theme }), { columns });
      drawn.set(rows, text);
      return text;
    });
  } catch {
    // An assessment that was removed meanwhile, or a disk that fails: the next start draws for itself.
  }
}

function frameOf(state: State, theme: Theme): Frame {
  return compose(state, translator(state.lang), theme, undefined);
}
