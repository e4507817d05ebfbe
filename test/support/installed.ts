import { spawnSync } from 'node:child_process';

/** Whether a program is installed; where it is not, says which tests do without it. */
export function hasProgram(name: string): boolean {
  const found = spawnSync('sh', ['-c', `command -v "${name}"`]).status === 0;
  if (!found) console.info(`${name} is not installed: what is tried with it is left out`);
  return found;
}
