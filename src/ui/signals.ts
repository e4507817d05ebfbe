import { writeSync } from 'node:fs';

type Ending = {
  interrupted: AbortSignal | undefined;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** Writes what is waiting. */
  flush: () => Promise<unknown>;
  /** Leaves the screens with this exit code, everything written. */
  end: (code: number) => void;
};

const CODES = { SIGTERM: 143, SIGQUIT: 131, SIGHUP: 129 } as const;

/**
 * Ends the screens cleanly when the system asks for it or the terminal goes away. Gives back what is to be called when they
 * have ended and everything is written: it stops listening, and ends the program if there is no terminal to go back to.
 */
export function onSignals({ interrupted, stdin, stdout, flush, end }: Ending): () => void {
  const handlers = Object.entries(CODES).map(([signal, code]) => {
    const handler = (): void => {
      end(code);
      // A terminal that hung up may take no more drawing; the answers are written, so go even if that hangs.
      if (signal === 'SIGHUP') leaveSoon(flush);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  const onInterrupt = (): void => end(130);
  interrupted?.addEventListener('abort', onInterrupt, { once: true });
  if (interrupted?.aborted) onInterrupt();
  const gone = (): void => leaveSoon(flush);
  stdout.on('error', gone);
  // A parent may keep SIGHUP from this program; then the end of the input is all there is to notice.
  for (const event of ENDS) stdin.on(event, gone);
  return () => {
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
    interrupted?.removeEventListener('abort', onInterrupt);
    stdout.removeListener('error', gone);
    for (const event of ENDS) stdin.removeListener(event, gone);
    leaveIfGone(stdout);
  };
}

const ENDS = ['end', 'close', 'error'] as const;

/** How long leaving in an orderly way may take once the terminal is gone, in milliseconds. */
const LEAVE_MS = 200;

function leaveSoon(flush: Ending['flush']): void {
  void flush().finally(() => setTimeout(dieOfHangup, LEAVE_MS).unref());
}

/** Ends the program if the terminal is gone; everything has to be written by then. */
function leaveIfGone(stdout: NodeJS.WriteStream & { fd?: number }): void {
  try {
    // Writing nothing fails where there is nobody to write to.
    if (stdout.fd !== undefined) writeSync(stdout.fd, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') dieOfHangup();
  }
}

/**
 * Not by `process.exit`: that puts the terminal back as it was, and where there is none any more Node 20 aborts over it. A
 * signal without a handler ends the program as it is, with the code of a terminal that hung up.
 */
function dieOfHangup(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}
