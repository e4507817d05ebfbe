import { MAX_ROUNDS, type Rival } from '../assessment.ts';
import type { Fields, Noted, Said } from './fields.ts';
import { partsOf, pathOf } from './paths.ts';
import { LEAF, type Shape } from './shape.ts';

type Loose = Record<string, unknown>;
/** Fields below one another: the values at a path, and what is under it. */
type Tree = { values: Said[]; path: string; below: Map<string, Tree> };
type Notes = { differs: Record<string, Rival[]>; by: Record<string, string[]>; rounds: Record<string, number> };
type Of<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** The value that has these fields, with what copies disagree on in `differs` and who said what in `by`. */
export function fromFields(fields: Fields, shape: Shape): Noted {
  const notes: Notes = { differs: {}, by: {}, rounds: {} };
  const value = made(treeOf(fields), shape, notes) as Loose | undefined;
  return {
    ...value,
    ...(Object.keys(notes.differs).length > 0 && { differs: notes.differs }),
    ...(Object.keys(notes.by).length > 0 && { by: notes.by }),
    ...(Object.keys(notes.rounds).length > 0 && { rounds: notes.rounds }),
  };
}

function treeOf(fields: Fields): Tree {
  const root: Tree = { values: [], path: '', below: new Map() };
  for (const [path, values] of fields) {
    if (values.size === 0) continue;
    const parts = partsOf(path);
    let at = root;
    for (const [index, part] of parts.entries()) {
      const next = at.below.get(part) ?? { values: [], path: pathOf(...parts.slice(0, index + 1)), below: new Map() };
      at.below.set(part, next);
      at = next;
    }
    at.values = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, said]) => said);
  }
  return root;
}

function made(tree: Tree, shape: Shape, notes: Notes): unknown {
  switch (shape.kind) {
    case 'leaf':
      return leaf(tree, notes, shape.required ? ([first]) => first?.value : undefined);
    case 'object':
      return object(tree, shape, notes);
    case 'record': {
      const entries = below(tree).map(([key, one]) => [key, made(one, shape.of, notes) ?? (shape.keep && {})] as const);
      return filled(entries);
    }
    default:
      return tree.below.size === 0 ? undefined : listOf(tree, shape, notes);
  }
}

/** The one value of a field; several are noted, and the field is what `choose` says, or not set. */
function leaf(tree: Tree, notes: Notes, choose?: (values: Said[]) => unknown): unknown {
  const { values, path } = tree;
  const [only] = values;
  if (values.length > 1) {
    notes.differs[path] = values.map(({ value, by }) => ({ value, ...(by.size > 0 && { by: [...by].sort() }) }));
    const round = Math.max(...values.map(one => one.round ?? 0));
    if (round > 0) notes.rounds[path] = Math.min(round, MAX_ROUNDS);
    return choose?.(values);
  }
  if (only && only.by.size > 0) notes.by[path] = [...only.by].sort();
  return only?.value;
}

function object(tree: Tree, { fields, together }: Of<'object'>, notes: Notes): Loose | undefined {
  const entries = below(tree).flatMap(([key, one]): (readonly [string, unknown])[] => {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const value = made(one, shape ?? LEAF, notes);
    if (together?.[0] !== key || typeof value !== 'object' || value === null) return [[key, value]];
    return Object.entries(value);
  });
  return filled(entries);
}

function filled(entries: (readonly [string, unknown])[]): Loose | undefined {
  const kept = entries.filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function listOf(tree: Tree, shape: Of<'members' | 'set' | 'events'>, notes: Notes): Loose[] {
  const all = below(tree).flatMap(([key, one]): Loose[] => {
    if (shape.kind === 'set') return [JSON.parse(key) as Loose];
    if (shape.kind === 'events') return [leaf(one, notes, values => fullestOf(values, shape.fullest)) as Loose];
    const rest = below(one).map(([name, inner]) => [name, leaf(inner, notes)] as const);
    return [{ ...keyFields(key, shape.key), ...filled(rest) }];
  });
  const order = shape.kind === 'set' ? shape.order : shape.key;
  const rank = (one: Loose): string => JSON.stringify(order.map(name => one[name] ?? ''));
  const sorted = all.map(one => [rank(one), one] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([, one], index) =>
    shape.prefix === undefined ? one : { id: `${shape.prefix}${index + 1}`, ...one },
  );
}

/** A meeting that one copy left earlier than another is the longer one until somebody decides. */
function fullestOf(values: Said[], field: string): unknown {
  const amount = ({ value }: Said): number => Number((value as Loose)[field] ?? 0);
  return values.reduce((best, one) => (amount(one) > amount(best) ? one : best)).value;
}

function keyFields(key: string, names: string[]): Loose {
  const values: unknown[] = names.length === 1 ? [key] : (JSON.parse(key) as unknown[]);
  return Object.fromEntries(names.flatMap((name, index) => (values[index] === null ? [] : [[name, values[index]]])));
}

/** What is under a tree, in a fixed order. */
function below({ below: inner }: Tree): [string, Tree][] {
  return [...inner].sort(([a], [b]) => (a < b ? -1 : 1));
}
