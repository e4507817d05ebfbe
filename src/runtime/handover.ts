/**
 * Stops the process as Ctrl+Z does elsewhere; returns when it is continued. Where no shell could continue it (the process
 * group is orphaned, as under `ssh -t` and `tmux new`) the system drops the signal, and nothing ever says so: the call
 * returns after the stop or the refusal, so the next turn of the event loop is the right moment in both.
 */
export function pauseProcess(): Promise<void> {
  return new Promise(resolve => {
    process.kill(0, 'SIGTSTP');
    setImmediate(resolve);
  });
}
