import { sanitise } from '../../text/sanitise.ts';
import type { Output } from './world.ts';

/** Writes and waits until the stream took it; a reader that went away shows as an EPIPE error. */
export function write(stream: Output, text: string | Uint8Array): Promise<undefined> {
  if (stream.destroyed) return Promise.reject(Object.assign(new Error('closed'), { code: 'EPIPE' }));
  return new Promise((resolve, reject) => {
    stream.write(text, error => (error ? reject(error) : resolve(undefined)));
  });
}

/** Whether `error` says that nobody reads the output any more, as after `tenken list | head -1`. */
export function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

/** For input that is no person: what comes in is still done when nobody reads the output any more. Throws the rest. */
export function unlessClosed(error: unknown): undefined {
  if (!isClosedPipe(error)) throw error;
}

/** Keeps an error on a stream from ending the process: `write` already hands it to whoever wrote. */
export function watch(stream: Output): void {
  stream.on('error', () => undefined);
}

/** A line for people: nothing in it can steer a terminal. */
export function line(stream: Output, text: string): Promise<undefined> {
  return write(stream, `${sanitise(text)}\n`);
}

/** Characters that terminals may act on or that readers do not see; JSON has another way to write them. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** JSON as text: the same data for a program, harmless on a terminal. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    UNSEEN,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text on one line, for names and titles in lists. */
export function oneLine(text: string): string {
  return sanitise(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** A text of several lines with its later lines set in, so that it cannot pass for lines of ours. */
export function setIn(text: string, indent: string): string {
  return sanitise(text).trimEnd().replace(/\n/g, `\n${indent}`);
}
