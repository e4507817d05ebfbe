import type { Item, QuestionnaireFile } from './schema.ts';

type Sections = Pick<QuestionnaireFile, 'sections'>;

/** Every item in the order of the list. */
export function allItems({ sections }: Sections): Item[] {
  return sections.flatMap(section => section.items);
}

/** An item by its id. */
export function findItem(questionnaire: Sections | undefined, id: string | undefined): Item | undefined {
  return questionnaire && allItems(questionnaire).find(item => item.id === id);
}
