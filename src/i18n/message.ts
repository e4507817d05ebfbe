import { isKey, type T, type Values } from './index.ts';

/** The text of a message; a value that starts with `@` is itself a key, and what is no key is text as it is. */
export function messageText(message: { key: string; values?: Values }, t: T): string {
  const values = Object.fromEntries(
    Object.entries(message.values ?? {}).map(([name, value]) => {
      const key = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : undefined;
      return [name, key !== undefined && isKey(key) ? t(key) : value];
    }),
  );
  return isKey(message.key) ? t(message.key, values) : message.key;
}
