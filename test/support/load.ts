import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { onTestFinished } from 'vitest';

/** Keeps every processor of the machine busy until the test ends. */
export function keepBusy(): void {
  const loops = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  onTestFinished(() => {
    for (const loop of loops) loop.kill('SIGKILL');
  });
}
