type Ending = {
  interrupted: AbortSignal | undefined;
  stdout: NodeJS.WriteStream;
  /** Writes what is waiting; true if something could not be written. */
  flush: () => Promise<boolean>;
  /** Leaves the screens with this exit code, everything written. */
  end: (code: number) => void;
};

const CODES = { SIGTERM: 143, SIGQUIT: 131, SIGHUP: 129 } as const;

/** Ends the screens cleanly when the system asks for it or the terminal goes away; gives back how to stop listening. */
export function onSignals({ interrupted, stdout, flush, end }: Ending): () => void {
  const handlers = Object.entries(CODES).map(([signal, code]) => {
    const handler = (): void => {
      // A terminal that hung up cannot be drawn on any more: write the answers and go.
      if (signal === 'SIGHUP') void flush().finally(() => process.exit(code));
      else end(code);
    };
    process.once(signal, handler);
    return { signal, handler };
  });
  const onInterrupt = (): void => end(130);
  interrupted?.addEventListener('abort', onInterrupt, { once: true });
  const gone = (): void => void flush().finally(() => process.exit(CODES.SIGHUP));
  stdout.on('error', gone);
  return () => {
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
    interrupted?.removeEventListener('abort', onInterrupt);
    stdout.removeListener('error', gone);
  };
}
