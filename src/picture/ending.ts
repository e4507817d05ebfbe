/** Signals that end a program at once where nobody listens. */
const SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Undoes something before one of them ends the program as it would have; gives back how to stop listening. */
export function beforeEnding(undo: () => void, of: NodeJS.Process = process): () => void {
  const ended = (signal: NodeJS.Signals): void => {
    undo();
    release();
    of.kill(of.pid, signal);
  };
  const release = (): void => {
    for (const signal of SIGNALS) of.removeListener(signal, ended);
  };
  for (const signal of SIGNALS) of.on(signal, ended);
  return release;
}
