/** How long to wait for a terminal that does not answer, in milliseconds. */
const PATIENCE_MS = 120;

/** A terminal that knows these shows nothing of what comes between them. */
const HOLD = '\u001b[?2026h';
const SHOW = '\u001b[?2026l';

/** What a terminal answers to "where is the cursor": `ESC [ row ; column R`. */
const ANSWER = /\u001b\[(\d+);(\d+)R/;

/**
 * Writes one mark of ambiguous width and asks where the cursor is: two cells further means that such marks would break
 * every line of the screens. Keys that come meanwhile are put back for the screens to read, and the terminal stays raw for
 * them. On a picture the mark stands hidden in the first cell, which is blank in every frame.
 */
export async function ambiguousIsWide(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  onPicture = false,
): Promise<boolean> {
  if (!stdin.isTTY || !stdout.isTTY) return false;
  stdin.setRawMode(true);
  let heard = '';
  const answer = await new Promise<RegExpExecArray | null>(resolve => {
    const finish = (): void => {
      clearTimeout(timer);
      stdin.removeListener('readable', listen);
      resolve(ANSWER.exec(heard));
    };
    const listen = (): void => {
      let chunk = stdin.read() as Buffer | string | null;
      while (chunk !== null) {
        heard += chunk.toString();
        chunk = stdin.read() as Buffer | string | null;
      }
      if (ANSWER.test(heard)) finish();
    };
    const timer = setTimeout(finish, PATIENCE_MS);
    stdin.on('readable', listen);
    stdout.write(onPicture ? `${HOLD}\r\u001b[8m\u2500\u001b[28m\u001b[6n` : '\r\u2500\u001b[6n');
  });
  stdout.write(onPicture ? `\r ${SHOW}` : '\r\u001b[K');
  const keys = heard.replace(ANSWER, '');
  if (keys !== '') stdin.unshift(Buffer.from(keys));
  return answer !== null && Number(answer[2]) > 2;
}
