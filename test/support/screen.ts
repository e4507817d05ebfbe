import xterm from '@xterm/headless';
import { cellWidths } from './cell-widths.ts';

/** One complete picture: the lines without trailing blanks, and what the terminal was told. */
export type Frame = {
  lines: string[];
  text: string;
  alternate: boolean;
  cursor: { x: number; y: number; visible: boolean };
};

/** A terminal without a window. `frames` hears of every complete frame, `reply` gets what the terminal answers. */
export type Screen = {
  write: (data: string) => Promise<void>;
  frame: () => Frame;
  /** What no program may do: lines wider than the terminal, frames higher than it, titles or clipboards set from outside. */
  problems: string[];
  /** From here until `settled`, frames may still be made for the old size. */
  resize: (columns: number, rows: number) => void;
  settled: () => void;
  size: () => { columns: number; rows: number };
  bracketedPaste: () => boolean;
};

type Options = {
  columns: number;
  rows: number;
  /** Characters of ambiguous width take two cells. */
  wide?: boolean | undefined;
  /** Another program draws here, which may do what ours may not. */
  foreign?: boolean | undefined;
  reply: (data: string) => void;
  onFrame: (frame: Frame) => void;
};

/** Draws what a program writes, and checks each frame at the moment it is complete. */
export function createScreen({ columns, rows, wide = false, foreign = false, reply, onFrame }: Options): Screen {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
  const widths = wide ? cellWidths.wide : cellWidths.usual;
  terminal.unicode.register(widths);
  terminal.unicode.activeVersion = widths.version;
  const problems: string[] = [];
  let settling = false;
  const report = (problem: string): void => {
    if (!settling && !foreign && !problems.includes(problem)) problems.push(problem);
  };
  let cursorVisible = true;
  let drawing = false;
  let last = picture(terminal, cursorVisible);
  const complete = (): void => {
    last = picture(terminal, cursorVisible);
    for (const problem of wideLines(terminal)) report(problem);
    onFrame(last);
  };
  terminal.onData(reply);
  // Ink draws its first frame from where the cursor happened to be; only later ones start at the top.
  terminal.onScroll(() => {
    const drawn = last.alternate && last.text.trim() !== '';
    if (drawn && terminal.buffer.active.type === 'alternate')
      report(`the screen scrolled: a frame was higher than ${terminal.rows} lines`);
  });
  const onMode = (final: 'h' | 'l', hear: (mode: number) => void): void => {
    terminal.parser.registerCsiHandler({ prefix: '?', final }, params => {
      for (const mode of params) if (typeof mode === 'number') hear(mode);
      return false;
    });
  };
  onMode('h', mode => {
    if (mode === 25) cursorVisible = true;
    if (mode === 2026) drawing = true;
  });
  onMode('l', mode => {
    if (mode === 25) cursorVisible = false;
    if (mode !== 2026) return;
    drawing = false;
    complete();
  });
  terminal.parser.registerOscHandler(52, () => {
    report('the clipboard was written');
    return false;
  });
  return {
    write: data =>
      new Promise(done => {
        terminal.write(data, () => {
          if (!drawing) complete();
          done();
        });
      }),
    frame: () => last,
    problems,
    resize: (toColumns, toRows) => {
      settling = true;
      terminal.resize(toColumns, toRows);
    },
    settled: () => {
      settling = false;
      complete();
    },
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    bracketedPaste: () => terminal.modes.bracketedPasteMode,
  };
}

function picture(terminal: xterm.Terminal, visible: boolean): Frame {
  const buffer = terminal.buffer.active;
  const lines = Array.from(
    { length: terminal.rows },
    (_, y) => buffer.getLine(buffer.baseY + y)?.translateToString(true, 0, terminal.cols) ?? '',
  );
  const cursor = { x: buffer.cursorX, y: buffer.cursorY, visible };
  return { lines, text: lines.join('\n'), alternate: buffer.type === 'alternate', cursor };
}

/** Lines that ran over the right edge. Outside of the full screen, long output may. */
function wideLines(terminal: xterm.Terminal): string[] {
  const buffer = terminal.buffer.active;
  if (buffer.type !== 'alternate') return [];
  return Array.from({ length: terminal.rows }, (_, y) => y).flatMap(y =>
    buffer.getLine(y)?.isWrapped
      ? [`line ${y} is wider than ${terminal.cols} cells: ${buffer.getLine(y - 1)?.translateToString(true)}`]
      : [],
  );
}
