import { renderToString } from 'ink';
import { createElement } from 'react';
import { translator } from '../i18n/index.ts';
import type { Effect } from '../session/core/action.ts';
import type { State } from '../session/core/state.ts';
import { update } from '../session/core/update.ts';
import { startFrom } from '../session/home.ts';
import { compose, type Frame } from './compose.ts';
import { FrameView } from './parts/frame.tsx';
import type { StartOptions } from './start.ts';
import { type Colours, makeTheme, type Theme } from './theme.ts';

/** The state in which the screens begin, and what they ask for at once. */
export async function firstState(options: StartOptions): Promise<{ state: State; effects: Effect[] }> {
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
    size: { columns: stdout.columns || 80, rows: stdout.rows || 24 },
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
