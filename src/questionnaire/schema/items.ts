import type { Item, QuestionnaireFile, ValueField } from './schema.ts';

type Sections = Pick<QuestionnaireFile, 'sections'>;

/** Every item in the order of the list. */
export function allItems({ sections }: Sections): Item[] {
  return sections.flatMap(section => section.items);
}

/** Items by id; a questionnaire never changes once it is read. */
const BY_ID = new WeakMap<Sections['sections'], ReadonlyMap<string, Item>>();

/** An item by its id. */
export function findItem(questionnaire: Sections | undefined, id: string | undefined): Item | undefined {
  if (!questionnaire || id === undefined) return undefined;
  const known = BY_ID.get(questionnaire.sections) ?? new Map(allItems(questionnaire).map(item => [item.id, item]));
  BY_ID.set(questionnaire.sections, known);
  return known.get(id);
}

/** A value that an item asks for, in common or per unit, or that is asked once of a unit (no `item`). */
export function findField(
  questionnaire: Pick<QuestionnaireFile, 'sections' | 'units'> | undefined,
  item: string | undefined,
  id: string | undefined,
): ValueField | undefined {
  const asked = findItem(questionnaire, item);
  const fields = asked ? [...(asked.values ?? []), ...(asked.perUnit?.values ?? [])] : questionnaire?.units?.values;
  return fields?.find(field => field.id === id);
}
