const ENTER = '\u001b[?1049h';
const LEAVE = '\u001b[?1049l';
const SHOW_CURSOR = '\u001b[?25h';
/** Home, then everything from there on erased. */
const CLEAN = '\u001b[H\u001b[J';
const SEQUENCES = /\u001b\[[?\d;]*[A-Za-z]/g;
const NEXT_LINES = /(?:\u001b\[E)+/g;
const TO_COLUMN = /\u001b\[(\d*)G/g;

/** What the screens write through; `redraw` is for Ink to forget what it drew, `restore` gives the stream back as it was. */
export type TerminalOutput = { redraw: (forget: () => void) => void; restore: () => void };

/** What is on the terminal before the first write, and whether a changed line is to be drawn from its start. */
export type OutputOptions = { onPicture?: boolean; wholeLines?: boolean };

/** A stream that Ink draws on; the edited Ink (`scripts/library-edits.mjs`) asks it for `wholeLines`. */
type Drawn = Pick<NodeJS.WriteStream, 'write'> & { wholeLines?: boolean };

/**
 * The same movements in sequences that all terminals know: mosh and the terminal of Emacs ignore `CSI E`, and the latter
 * counts the columns of `CSI G` from 0.
 *
 * @internal Exported for its tests.
 */
export function portable(text: string): string {
  return text
    .replace(NEXT_LINES, run => `\u001b[${run.length > 3 ? run.length / 3 : ''}B\r`)
    .replace(TO_COLUMN, (_, column: string) => (Number(column) > 1 ? `\r\u001b[${Number(column) - 1}C` : '\r'));
}

/**
 * Changes what Ink writes to a terminal from here on: movements that every terminal knows; a clean alternate screen, also
 * where it keeps the cursor of an earlier program or where there is none and the shell's lines would stay between ours; and a
 * hidden cursor that waits at the start of its line, because input methods draw there.
 */
export function adaptOutput(stdout: Drawn, { onPicture = false, wholeLines = false }: OutputOptions): TerminalOutput {
  const own = Object.hasOwn(stdout, 'write');
  const write = stdout.write;
  let isInside = onPicture;
  // What is on the screen is none of Ink's: its next frame replaces all of it, in one piece so that nothing blinks.
  let isForeign = onPicture;
  let isMuted = false;
  const enter = (): string => {
    if (isInside) return '';
    isInside = true;
    return `${ENTER}${CLEAN}`;
  };
  // Outside of the alternate screen the lines are the person's: another program may have the terminal.
  const leave = (): string => {
    if (!isInside) return '';
    isInside = false;
    return `${CLEAN}${LEAVE}`;
  };
  const adapted = (text: string): string => {
    const moved = portable(text).replaceAll(ENTER, enter).replaceAll(LEAVE, leave);
    if (!/\S/.test(moved.replace(SEQUENCES, ''))) return moved;
    const before = isForeign ? CLEAN : '';
    isForeign = false;
    return `${before}${moved}${moved.includes(SHOW_CURSOR) ? '' : '\r'}`;
  };
  stdout.write = ((chunk: string | Uint8Array, ...more: never[]) => {
    if (isMuted) return true;
    return write.call(stdout, typeof chunk === 'string' ? adapted(chunk) : chunk, ...more);
  }) as typeof write;
  if (wholeLines) stdout.wholeLines = true;
  return {
    redraw: forget => {
      isMuted = true;
      forget();
      isMuted = false;
      isForeign = true;
    },
    restore: () => {
      if (own) stdout.write = write;
      else Reflect.deleteProperty(stdout, 'write');
      Reflect.deleteProperty(stdout, 'wholeLines');
    },
  };
}
