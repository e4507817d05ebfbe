import { type T, translator } from '../i18n/index.ts';
import { latest } from '../session/core/latest.ts';
import type { Overlay, Screen, State } from '../session/core/state.ts';
import { type Chrome, chrome } from './chrome.ts';
import { OVERLAY_VIEWS } from './overlays/index.ts';
import type { Row } from './parts/row.ts';
import { SCREEN_VIEWS } from './screens/index.ts';
import { smallRows } from './small.ts';
import { type Colours, makeTheme, type Theme } from './theme.ts';
import type { Body, Canvas, OverlayView, ScreenView } from './view.ts';

/** A whole frame; `cursor` is in cells from the top left of the terminal. */
export type Frame = { chrome: Chrome; body: Body; height: number; cursor?: { x: number; y: number } };

/**
 * Below this the screens give way to the small walk.
 *
 * @internal Exported for its tests.
 */
export const SMALLEST = { columns: 40, rows: 15 };

/**
 * What a state looks like. `report` are the lines of the report preview, undefined while they are being made.
 *
 * @internal Exported for its tests.
 */
export function compose(state: State, t: T, theme: Theme, report: string[] | undefined): Frame {
  const { columns: width, rows } = state.size;
  if (width < SMALLEST.columns || rows < SMALLEST.rows) {
    const small: Row[] = smallRows({ t, theme, width, height: rows, state });
    return { chrome: { header: [], footer: [] }, body: { blocks: [{ rows: small }] }, height: rows };
  }
  const around = chrome(state, t, theme);
  const height = rows - around.header.length - around.footer.length;
  const body = bodyOf({ t, theme, width, height, state, report });
  const cursor = body.cursor && { x: body.cursor.x, y: body.cursor.y + around.header.length };
  return { chrome: around, body, height, ...(cursor && { cursor }) };
}

/** The frame of a state in its own language. The last one is kept: a key asks where the text ends that is on the screen. */
export const frameOf = latest((state: State, colours: Colours, report: string[] | undefined): Frame => {
  const theme = makeTheme({ colours, ascii: state.ascii });
  return compose(state, translator(state.lang), theme, report);
});

/** The last position of what is being read; undefined where nothing is, or while it is being made. */
export function lastScroll(state: State, colours: Colours, report: string[] | undefined): number | undefined {
  return 'scroll' in (state.overlay ?? state.screen) ? frameOf(state, colours, report).body.lastScroll : undefined;
}

// A view is only ever given the place that it was found by.
function bodyOf(canvas: Canvas): Body {
  const { overlay, screen } = canvas.state;
  return overlay
    ? (OVERLAY_VIEWS[overlay.kind] as OverlayView<Overlay['kind']>)(canvas, overlay)
    : (SCREEN_VIEWS[screen.name] as ScreenView<Screen['name']>)(canvas, screen);
}
