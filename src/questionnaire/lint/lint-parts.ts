import type { Check, Item, Units, ValueField } from '../schema/schema.ts';
import type { Problem } from './problem.ts';

/** A rule that is broken, and where inside the item or the version. */
export type Broken = { at: PropertyKey[]; rule: string; values: Problem['values'] };

/**
 * Rules inside one item: ids of sub-questions and values are unique, fields have what their kind needs, and an item
 * that is asked per unit belongs to a version with enough units.
 */
export function lintParts(item: Item, units: Units | undefined, gates: ReadonlySet<string>): Broken[] {
  const { perUnit } = item;
  const found: Broken[] = [];
  const fields = [...(item.values ?? []), ...(perUnit?.values ?? [])];
  const checks = [item.checks, perUnit?.checks].flatMap(check => (check ? leaves(check) : []));
  const names = [...checks, ...fields].map(one => one.id);
  const twice = names.find((id, index) => names.indexOf(id) !== index);
  if (twice) found.push({ at: [item.checks ? 'checks' : 'perUnit'], rule: 'duplicate-part', values: { part: twice } });
  if (perUnit && !units) found.push({ at: ['perUnit'], rule: 'units-missing', values: {} });
  if (perUnit && units && perUnit.need !== 'all' && perUnit.need > units.count)
    found.push({ at: ['perUnit', 'need'], rule: 'units-too-few', values: { count: units.count } });
  const gate = perUnit?.organizationGate;
  if (gate && !gates.has(gate))
    found.push({ at: ['perUnit', 'organizationGate'], rule: 'unknown-gate', values: { gate } });
  const others = units?.values ?? [];
  return [
    ...found,
    ...lintValues(item.values, others, ['values']),
    ...lintValues(perUnit?.values, [...(item.values ?? []), ...others], ['perUnit', 'values']),
  ];
}

/** Rules of fields: a choice has options and nothing else has, a date is compared with a date that is asked for. */
export function lintValues(fields: ValueField[] = [], others: ValueField[] = [], at: PropertyKey[] = []): Broken[] {
  const dates = new Set([...fields, ...others].filter(one => one.kind === 'date').map(one => one.id));
  return fields.flatMap((field, index): Broken[] => {
    const say = (key: keyof ValueField, rule: string, values: Broken['values'] = {}): Broken => ({
      at: [...at, index, ...(field[key] === undefined ? [] : [key])],
      rule,
      values: { field: field.id, ...values },
    });
    const choice = field.kind === 'choice' || field.kind === 'choices';
    const wrong = (['notBefore', 'notAfter'] as const).filter(
      key => field[key] !== undefined && !dates.has(field[key]),
    );
    return [
      ...(choice === (field.options !== undefined)
        ? []
        : [say('options', choice ? 'options-missing' : 'options-unused')]),
      ...wrong.map(key => say(key, 'unknown-date', { date: field[key] ?? '' })),
    ];
  });
}

function leaves(check: Check): { id: string }[] {
  if ('all' in check) return check.all.flatMap(leaves);
  if ('any' in check) return check.any.flatMap(leaves);
  return [check];
}
