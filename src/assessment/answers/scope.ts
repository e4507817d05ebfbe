import type { Gate, Item, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Assessment } from '../assessment.ts';

/** The scope question that switches an item off, if one does. */
export function offGate(item: Item, { gates }: Pick<Assessment, 'gates'>): Gate['id'] | undefined {
  return item.gate !== undefined && gates[item.gate] === 'no' ? item.gate : undefined;
}

/** What a scope question would switch off, in the order of the list. */
export function itemsOfGate(questionnaire: Questionnaire, gate: Gate['id']): string[] {
  return questionnaire.sections.flatMap(section =>
    section.items.filter(item => item.gate === gate).map(item => item.id),
  );
}
