import type { Rival } from '../assessment.ts';
import { canonical, pathOf } from './paths.ts';
import { LEAF, type Shape } from './shape.ts';

/**
 * A value of a field and who holds it, as far as copies say. `round` is how often the field was decided apart: a value of
 * a later round than the base's was given since, though the base holds the same.
 */
export type Said = { value: unknown; by: ReadonlySet<string>; round?: number };

/**
 * Every field by its path, with the values it was given, each by its canonical text: none is unset, one is what is
 * usual, several is what copies disagree on. A mark says only that something is there and has no other value.
 */
export type Fields = Map<string, Map<string, Said>>;

type Loose = Record<string, unknown>;
export type Noted = Loose & {
  differs?: Record<string, Rival[]> | undefined;
  by?: Record<string, string[]> | undefined;
  rounds?: Record<string, number> | undefined;
};

/** The value of a path that only says that something is there. */
export const MARK = true;

/** Adds a value of a field; who holds it is added to those who hold it already. */
export function addValue(fields: Fields, path: string, value: unknown, by: Iterable<string> = []): void {
  const values = fields.get(path) ?? new Map<string, Said>();
  const key = canonical(value);
  const known = values.get(key);
  values.set(key, { ...known, value, by: new Set([...(known?.by ?? []), ...by]) });
  fields.set(path, values);
}

/** All fields of a value, with what it says that copies disagree on. */
export function fieldsOf({ differs = {}, by = {}, rounds = {}, ...value }: Noted, shape: Shape): Fields {
  const fields: Fields = new Map();
  take(fields, [], value, shape);
  for (const [path, names] of Object.entries(by)) {
    const [only, ...more] = fields.get(path)?.values() ?? [];
    if (only && more.length === 0) addValue(fields, path, only.value, names);
  }
  for (const [path, rivals] of Object.entries(differs)) {
    for (const rival of rivals) addValue(fields, path, rival.value, rival.by);
  }
  for (const [path, round] of Object.entries(rounds)) {
    const values = fields.get(path);
    // Of a field that does not differ, a round says nothing.
    if (values && values.size > 1) for (const [key, said] of values) values.set(key, { ...said, round });
  }
  return fields;
}

function take(fields: Fields, parts: string[], value: unknown, shape: Shape): void {
  if (value === undefined) return;
  if (shape.kind === 'leaf') addValue(fields, pathOf(...parts), value);
  else if (shape.kind === 'object') takeObject(fields, parts, value as Loose, shape);
  else if (shape.kind === 'record') {
    for (const [key, inner] of Object.entries(value as Loose)) {
      if (shape.keep) addValue(fields, pathOf(...parts, key), MARK);
      take(fields, [...parts, key], inner, shape.of);
    }
  } else for (const one of value as Loose[]) takeOne(fields, parts, one, shape);
}

function takeObject(fields: Fields, parts: string[], value: Loose, shape: Extract<Shape, { kind: 'object' }>): void {
  const [main = '', why = ''] = shape.together ?? [];
  const { [main]: said, [why]: because, ...rest } = value;
  const inner = shape.together ? rest : value;
  if (shape.together && (said !== undefined || because !== undefined)) {
    const both = because === undefined ? said : { ...(said !== undefined && { [main]: said }), [why]: because };
    addValue(fields, pathOf(...parts, main), both);
  }
  for (const [key, one] of Object.entries(inner)) {
    const own = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    take(fields, [...parts, key], one, own ?? LEAF);
  }
}

export type ListShape = Exclude<Shape, { kind: 'leaf' | 'object' | 'record' }>;

function takeOne(fields: Fields, parts: string[], one: Loose, shape: ListShape): void {
  const numbered = shape.prefix !== undefined;
  const { id, ...unnumbered } = one;
  const content = numbered ? unnumbered : one;
  if (shape.kind === 'set') addValue(fields, pathOf(...parts, canonical(content)), MARK);
  else if (shape.kind === 'events') addValue(fields, pathOf(...parts, keyOf(content, shape.key)), content);
  else takeMember(fields, [...parts, keyOf(content, shape.key)], content, shape.key);
}

function takeMember(fields: Fields, parts: string[], content: Loose, key: string[]): void {
  addValue(fields, pathOf(...parts), MARK);
  for (const [name, value] of Object.entries(content)) {
    if (!key.includes(name) && value !== undefined) addValue(fields, pathOf(...parts, name), value);
  }
}

/** What tells an entry of a list from the others: all that it says, or its key. An `id` is only a number in the list. */
export function identityOf({ id, ...one }: Loose, shape: ListShape): string {
  return shape.kind === 'set' ? canonical(shape.prefix === undefined ? { id, ...one } : one) : keyOf(one, shape.key);
}

function keyOf(one: Loose, key: string[]): string {
  const [only = '', ...more] = key;
  return more.length === 0 ? String(one[only]) : JSON.stringify(key.map(name => one[name] ?? null));
}
