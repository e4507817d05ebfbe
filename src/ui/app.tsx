import { useApp, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import { translator } from '../i18n/index.ts';
import type { Terminal } from '../runtime/effects.ts';
import type { Engine } from '../runtime/engine.ts';
import { keyEvents } from '../runtime/key-names.ts';
import { compose } from './compose.ts';
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
  const { columns, rows } = useWindowSize();
  useInput((input, key) => engine.press(keyEvents(input, key)));
  usePaste(engine.paste);
  useEffect(() => attach({ exit, suspend: suspendTerminal }), [attach, exit, suspendTerminal]);
  useEffect(() => engine.dispatch({ type: 'resized', size: { columns, rows } }), [engine, columns, rows]);
  const theme = useMemo(() => makeTheme({ colours, ascii: state.ascii }), [colours, state.ascii]);
  const sized = { ...state, size: { columns, rows } };
  const frame = compose(sized, translator(state.lang), theme, lines);
  setCursorPosition(frame.cursor);
  const { lastScroll } = frame.body;
  useEffect(() => {
    if (lastScroll !== undefined) engine.dispatch({ type: 'scrollable', last: lastScroll });
  }, [engine, lastScroll]);
  return <FrameView frame={frame} theme={theme} />;
}
