import { Text } from 'ink';
import { cleanup, render } from 'ink-testing-library';
import type { ReactElement } from 'react';
import { onTestFinished } from 'vitest';
import type { State } from '../../src/session/core/state.ts';
import { App } from '../../src/ui/app.tsx';
import { createPreview, type Preview } from '../../src/ui/preview.ts';
import { type Session, startSession } from '../support/session.ts';

type Size = { columns: number; rows: number };
type Screen = ReturnType<typeof render>;

/**
 * Draws on a terminal of a given size. The streams of ink-testing-library have a fixed width and no height, without
 * which Ink starts two processes for every render; so they get both.
 */
export function draw(element: ReactElement, { columns, rows }: Size): Screen {
  const { stdout } = render(<Text> </Text>);
  const stream = Object.getPrototypeOf(stdout) as object;
  Object.defineProperty(stream, 'columns', { get: () => columns, configurable: true });
  Object.defineProperty(stream, 'rows', { get: () => rows, configurable: true });
  onTestFinished(cleanup);
  return render(element);
}

/** The whole app on a session whose effects are only written down; `text` is without looks. */
export function stage(
  state: State,
  size: Size = { columns: 80, rows: 24 },
  preview: Preview = createPreview(async () => []),
): Screen & { session: Session; text: () => string } {
  const session = startSession({ ...state, size });
  const screen = draw(<App engine={session} preview={preview} colours={0} attach={() => undefined} />, size);
  return { ...screen, session, text: () => (screen.lastFrame() ?? '').replace(/\u001b\[[\d;]*m/g, '') };
}
