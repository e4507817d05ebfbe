import type { T } from '../i18n/index.ts';
import type { State } from '../session/core/state.ts';
import type { Row } from './parts/row.ts';
import { type Chrome, chrome } from './screens/chrome.ts';
import { evidenceBody, evidenceFormBody, fieldBody } from './screens/field.ts';
import { historyBody, movedBody, reuseBody } from './screens/history.ts';
import { homeBody } from './screens/home.ts';
import { checkBody, mapBody } from './screens/lists.ts';
import {
  deleteBody,
  optionsBody,
  reasonBody,
  searchBody,
  settingsBody,
  troubleBody,
  undoBody,
} from './screens/overlays.ts';
import { planBody } from './screens/plan.ts';
import { guideBody, helpBody, problemsBody } from './screens/reading.ts';
import { reportBody } from './screens/report.ts';
import { smallRows } from './screens/small.ts';
import { gatesBody, startBody } from './screens/start.ts';
import { unitsBody } from './screens/units.ts';
import { versionsBody } from './screens/versions.ts';
import { walkBody } from './screens/walk.ts';
import { voteBody, workshopBody } from './screens/workshop.ts';
import type { Theme } from './theme.ts';
import type { Body, Canvas } from './view.ts';

/** A whole frame; `cursor` is in cells from the top left of the terminal. */
export type Frame = { chrome: Chrome; body: Body; height: number; cursor?: { x: number; y: number } };

/** Below this the screens give way to the small walk. */
export const SMALLEST = { columns: 40, rows: 15 };

/** What a state looks like. `report` are the lines of the report preview, undefined while they are being made. */
export function compose(state: State, t: T, theme: Theme, report: string[] | undefined): Frame {
  const { columns: width, rows } = state.size;
  if (width < SMALLEST.columns || rows < SMALLEST.rows) {
    const small: Row[] = smallRows({ t, theme, width, height: rows, state });
    return { chrome: { header: [], footer: [] }, body: { blocks: [{ rows: small }] }, height: rows };
  }
  const around = chrome(state, t, theme);
  const height = rows - around.header.length - around.footer.length;
  const body = bodyOf({ t, theme, width, height, state }, report);
  const cursor = body.cursor && { x: body.cursor.x, y: body.cursor.y + around.header.length };
  return { chrome: around, body, height, ...(cursor && { cursor }) };
}

function bodyOf(canvas: Canvas, report: string[] | undefined): Body {
  return canvas.state.overlay ? overlayBody(canvas, canvas.state.overlay) : screenBody(canvas, report);
}

function overlayBody(canvas: Canvas, overlay: NonNullable<State['overlay']>): Body {
  switch (overlay.kind) {
    case 'help':
      return helpBody(canvas, overlay);
    case 'problems':
      return problemsBody(canvas, overlay);
    case 'guide':
      return guideBody(canvas, overlay);
    case 'reason':
      return reasonBody(canvas, overlay);
    case 'options':
      return optionsBody(canvas, overlay);
    case 'field':
      return fieldBody(canvas, overlay);
    case 'vote':
      return voteBody(canvas, overlay);
    case 'search':
      return searchBody(canvas, overlay);
    case 'evidence':
      return evidenceBody(canvas, overlay);
    case 'evidence-form':
      return evidenceFormBody(canvas, overlay);
    case 'confirm-delete':
      return deleteBody(canvas, overlay);
    case 'confirm-undo':
      return undoBody(canvas);
    case 'trouble':
      return troubleBody(canvas, overlay);
  }
}

function screenBody(canvas: Canvas, report: string[] | undefined): Body {
  const { screen } = canvas.state;
  switch (screen.name) {
    case 'home':
      return homeBody(canvas, screen);
    case 'start':
      return startBody(canvas, screen);
    case 'walk':
      return walkBody(canvas, screen);
    case 'map':
      return mapBody(canvas, screen);
    case 'check':
      return checkBody(canvas, screen);
    case 'plan':
      return planBody(canvas, screen);
    case 'gates':
      return gatesBody(canvas, screen);
    case 'units':
      return unitsBody(canvas, screen);
    case 'report':
      return reportBody(canvas, screen, report);
    case 'workshop':
      return workshopBody(canvas, screen);
    case 'history':
      return historyBody(canvas, screen);
    case 'versions':
      return versionsBody(canvas, screen);
    case 'moved':
      return movedBody(canvas, screen);
    case 'reuse':
      return reuseBody(canvas, screen);
    case 'settings':
      return settingsBody(canvas, screen);
  }
}
