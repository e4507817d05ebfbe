import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { createRunner, type RunnerWorld } from '../../src/runtime/effects.ts';
import { onSignals } from '../../src/runtime/signals.ts';

const streams = { stdin: process.stdin, stdout: { on: () => undefined, removeListener: () => undefined } };

/** A runner that has nothing to write. */
function idleRunner() {
  return createRunner({ workspace: {}, dispatch: () => undefined } as unknown as RunnerWorld);
}

test('who leaves before the screens are there leaves as soon as they are', async () => {
  const runner = idleRunner();
  const exits: number[] = [];
  runner.perform({ type: 'exit', code: 143 });
  await runner.flush();
  await new Promise(done => setTimeout(done, 5));
  runner.attach({ exit: code => exits.push(code), suspend: async () => undefined });
  expect(exits).toEqual([143]);
});

test('an interrupt that came before anybody listened is heard', () => {
  const interrupt = new AbortController();
  interrupt.abort();
  const codes: number[] = [];
  const options = {
    ...streams,
    interrupted: interrupt.signal,
    flush: async () => [],
    end: async (code: number) => void codes.push(code),
  };
  const stop = onSignals(options as unknown as Parameters<typeof onSignals>[0]);
  onTestFinished(stop);
  expect(codes).toEqual([130]);
});

test('the end of the input saves what is being typed, as the signal does, and only once', async () => {
  const stdin = new EventEmitter();
  const codes: number[] = [];
  const order: string[] = [];
  const never = new Promise<void>(() => undefined);
  const stop = onSignals({
    ...streams,
    stdin,
    interrupted: undefined,
    flush: async () => void order.push('flush'),
    end: (code: number) => {
      codes.push(code);
      return never;
    },
  } as unknown as Parameters<typeof onSignals>[0]);
  onTestFinished(stop);
  for (const event of ['end', 'close', 'error']) stdin.emit(event);
  await new Promise(done => setImmediate(done));
  expect([codes, order]).toEqual([[129], []]);
});
