import type { Gate, Questionnaire } from '../questionnaire/schema.ts';

/** What a scope question would switch off, in the order of the list. */
export function itemsOfGate(questionnaire: Questionnaire, gate: Gate['id']): string[] {
  return questionnaire.sections.flatMap(section =>
    section.items.filter(item => item.gate === gate).map(item => item.id),
  );
}
