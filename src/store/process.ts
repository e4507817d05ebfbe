import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** What a lock needs to know of the process it runs in and of others on the same machine. Times in milliseconds. */
export type Host = {
  pid: number;
  /** Names the machine, and on Linux the pid namespace, within which a pid means anything. */
  machine: string;
  /** When this process started. */
  startedAt: number;
  /** Distinguishes processes that had the same pid; undefined where the platform does not tell. */
  startTime: (pid: number) => string | undefined;
  isAlive: (pid: number) => boolean;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** How long one and the same holder is waited for. */
  patienceMs: number;
  /** Tokens of own locks whose removal failed; they hold nobody. Added to by `withLock`. */
  abandoned: Set<string>;
};

/** The host this program runs on. */
export function thisHost(): Host {
  return {
    pid: process.pid,
    machine: machineName(),
    startedAt: performance.timeOrigin,
    startTime,
    isAlive,
    now: Date.now,
    wait: async ms => {
      await setTimeout(ms);
    },
    patienceMs: 5_000,
    abandoned: new Set(),
  };
}

function machineName(): string {
  return `${hostname()} ${pidNamespace()}`.trim();
}

let tag: string | undefined;

/** Four hexadecimal digits that tell the temporary files of this machine from those of others on a shared disk. */
export function machineTag(): string {
  tag ??= createHash('sha256').update(machineName()).digest('hex').slice(0, 4);
  return tag;
}

function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name of the program in brackets and may hold spaces and brackets itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
