import { useApp, useCursor, useInput, usePaste } from 'ink';
import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Engine } from '../runtime/engine.ts';
import { keyEvents } from '../runtime/key-names.ts';
import type { Terminal } from '../runtime/world.ts';
import { frameOf } from './compose.ts';
import { FrameView } from './parts/frame.tsx';
import type { Preview } from './preview.ts';
import { type Colours, makeTheme } from './theme.ts';

type Props = { engine: Engine; preview: Preview; colours: Colours; attach: (terminal: Terminal) => void };

/** The root: one place where keys come in, one place from which everything is drawn. */
export function App({ engine, preview, colours, attach }: Props): ReactElement {
  const state = useSyncExternalStore(engine.subscribe, engine.getState);
  const lines = useSyncExternalStore(preview.subscribe, () => preview.lines(engine.getState()));
  const { exit, suspendTerminal } = useApp();
  const { setCursorPosition } = useCursor();
  useInput((input, key) => engine.press(keyEvents(input, key)));
  usePaste(engine.paste);
  useEffect(() => attach({ exit, suspend: suspendTerminal }), [attach, exit, suspendTerminal]);
  const theme = useMemo(() => makeTheme({ colours, ascii: state.ascii }), [colours, state.ascii]);
  const frame = frameOf(state, colours, lines);
  setCursorPosition(frame.cursor);
  return <FrameView frame={frame} theme={theme} />;
}
