/** The path of a field in `differs`: parts joined by dots; a dot or tilde within a part is written `~1`, `~0`. */
export function pathOf(...parts: string[]): string {
  return parts.map(part => part.replaceAll('~', '~0').replaceAll('.', '~1')).join('.');
}

/** The parts that a path was made of. */
export function partsOf(path: string): string[] {
  return path.split('.').map(part => part.replaceAll('~1', '.').replaceAll('~0', '~'));
}

/** A record without one field and everything below it; undefined when nothing is left. */
export function withoutPath<Value>(
  record: Record<string, Value> | undefined,
  path: string,
): Record<string, Value> | undefined {
  const left = Object.entries(record ?? {}).filter(([one]) => one !== path && !one.startsWith(`${path}.`));
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** The same text for the same value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
