/** The next number of the form `e7`, after the highest that a list has given out; `e1` in a list without any. */
export function nextId(prefix: string, all: readonly { id?: unknown }[]): string {
  const numbers = all.map(({ id }) => {
    const digits = typeof id === 'string' && id.startsWith(prefix) ? id.slice(prefix.length) : '';
    return /^\d+$/.test(digits) ? Number(digits) : 0;
  });
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
