import type { Questionnaire } from '../schema/schema.ts';
import { requirements } from './content-hash.ts';

/**
 * What was corrected between two files of one version: the items whose words differ, if nothing but words does. Undefined
 * where one asks for something else than the other: then it has to be a version of its own.
 */
export function correctedItems(before: Questionnaire, after: Questionnaire): string[] | undefined {
  if (before.id !== after.id || before.version !== after.version) return undefined;
  if (withoutWords(before) !== withoutWords(after)) return undefined;
  const old = new Map(itemsOf(before).map(item => [item.id, JSON.stringify(item)]));
  return itemsOf(after).flatMap(item => (old.get(item.id) === JSON.stringify(item) ? [] : [item.id]));
}

function itemsOf(questionnaire: Questionnaire) {
  return requirements(questionnaire).sections.flatMap(section => section.items);
}

/** What is required, with nothing in the place of each text. */
function withoutWords(questionnaire: Questionnaire): string {
  return JSON.stringify(requirements(questionnaire), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && 'ja' in value && 'en' in value ? 0 : value,
  );
}
