import { writeSync } from 'node:fs';

type Ending = {
  interrupted: AbortSignal | undefined;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** Writes what is waiting. */
  flush: () => Promise<unknown>;
  /**
   * Leaves the screens with this exit code, everything written. What is being typed is on its way to the disk when this
   * is fulfilled.
   */
  end: (code: number) => Promise<void>;
};

const CODES = { SIGTERM: 143, SIGQUIT: 131, SIGHUP: 129 } as const;

/**
 * Ends the screens cleanly when the system asks for it or the terminal goes away. Gives back what is to be called when they
 * have ended and everything is written: it stops listening, and ends the program if there is no terminal to go back to.
 */
export function onSignals({ interrupted, stdin, stdout, flush, end }: Ending): () => void {
  let isLeaving = false;
  /** Of a terminal that goes away several things tell at once: the signal, the end of the input, writes that fail. */
  const hangUp = (): void => {
    if (isLeaving) return;
    isLeaving = true;
    void end(CODES.SIGHUP).then(() => leaveSoon(flush, stdout));
  };
  const handlers = (['SIGTERM', 'SIGQUIT', 'SIGHUP'] as const).map(signal => {
    const handler = signal === 'SIGHUP' ? hangUp : (): void => void end(CODES[signal]);
    process.on(signal, handler);
    return { signal, handler };
  });
  const onInterrupt = (): void => void end(130);
  interrupted?.addEventListener('abort', onInterrupt, { once: true });
  if (interrupted?.aborted) onInterrupt();
  stdout.on('error', hangUp);
  // A parent may keep SIGHUP from this program; then the end of the input is all there is to notice.
  for (const event of ENDS) stdin.on(event, hangUp);
  return () => {
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
    interrupted?.removeEventListener('abort', onInterrupt);
    stdout.removeListener('error', hangUp);
    for (const event of ENDS) stdin.removeListener(event, hangUp);
    if (isGone(stdout)) dieOfHangup();
  };
}

const ENDS = ['end', 'close', 'error'] as const;

/** How long writing may take once the terminal is gone, in milliseconds: on a busy machine or disk it takes its time. */
const WRITE_MS = 10_000;
/** How long leaving in an orderly way may take after that, in milliseconds. */
const LEAVE_MS = 200;

/**
 * A terminal that hung up may take no more drawing, so the program goes once everything is written, even if that hangs. One
 * that is still there gets the time to be put back as it was.
 */
async function leaveSoon(flush: Ending['flush'], stdout: Ending['stdout']): Promise<void> {
  await Promise.race([flush().catch(() => undefined), after(WRITE_MS)]);
  await after(LEAVE_MS);
  if (!isGone(stdout)) await after(WRITE_MS);
  dieOfHangup();
}

/** Waits without keeping the program from ending meanwhile. */
function after(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms).unref());
}

/** Whether nobody is left to write to: then even writing nothing fails. */
function isGone(stdout: NodeJS.WriteStream & { fd?: number }): boolean {
  try {
    if (stdout.fd !== undefined) writeSync(stdout.fd, '');
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EIO';
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
