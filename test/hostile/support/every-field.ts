import type * as z from 'zod';

type Schema = z.core.$ZodType;
/** The part of a schema that the walk looks at. */
type Def = {
  type: string;
  format?: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  keyType?: Schema;
  valueType?: Schema;
  innerType?: Schema;
  entries?: Record<string, string>;
  values?: unknown[];
};

/** What stands at a place in the data: `keys` of a record, the `text` of a string; both know the way there. */
export type Filling = {
  keys: (way: string) => string[] | undefined;
  text: (way: string) => string;
};

/** A value of this schema with every optional field in it, and the text that somebody wants in every string. */
export function everyField(schema: Schema, filling: Filling, way = ''): unknown {
  const def = schema._zod.def as unknown as Def;
  const inside = (inner: Schema | undefined, name: string): unknown =>
    inner && everyField(inner, filling, way === '' ? name : `${way}.${name}`);
  switch (def.type) {
    case 'string':
      return def.format === 'date'
        ? '2026-11-20'
        : def.format === 'datetime'
          ? '2026-11-20T01:00:00.000Z'
          : filling.text(way);
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([name, inner]) => [name, inside(inner, name)]));
    case 'array':
      return [inside(def.element, '*')];
    case 'record':
      return Object.fromEntries(
        (filling.keys(way) ?? [filling.text(`${way}.key`)]).map(key => [key, inside(def.valueType, '*')]),
      );
    case 'optional':
      return def.innerType && everyField(def.innerType, filling, way);
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'unknown':
      return filling.text(way);
    default:
      throw new Error(`${way} is of the unknown kind ${def.type}`);
  }
}
