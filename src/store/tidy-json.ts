/// <reference lib="es2024.string" />

/** JSON for a file: keys sorted at every level, 2 spaces, lone surrogates replaced; undefined for what is no JSON. */
export function tidyJson(value: unknown): string {
  return JSON.stringify(tidy(value), null, 2);
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key.toWellFormed(), tidy(inner)]);
  return Object.fromEntries(sortedByKey(entries));
}

/** Entries in the order of their keys, by UTF-16 units as every locale agrees on them. */
export function sortedByKey<T>(entries: [string, T][]): [string, T][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
