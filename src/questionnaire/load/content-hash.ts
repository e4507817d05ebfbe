import { createHash } from 'node:crypto';
import type { QuestionnaireFile } from '../schema/schema.ts';

/**
 * SHA-256 over what a version requires: ids, order, titles, questions, sub-questions, values, units, gates,
 * polarity and risk.
 * Guide texts are left out, so that a better explanation does not make an answers file stale (ADR 0002).
 */
export function contentHash(questionnaire: QuestionnaireFile): string {
  return createHash('sha256')
    .update(canonical(requirements(questionnaire)))
    .digest('hex');
}

/** What a version requires, the part that the hash is made of. */
export function requirements(questionnaire: QuestionnaireFile) {
  return {
    id: questionnaire.id,
    version: questionnaire.version,
    gates: questionnaire.gates?.map(gate => gate.id),
    units: questionnaire.units,
    sections: questionnaire.sections.map(section => ({
      id: section.id,
      items: section.items.map(({ id, title, ask, checks, values, perUnit, gate, officialAnswer, risk }) => ({
        id,
        title,
        ask,
        checks,
        values,
        perUnit,
        gate,
        officialAnswer,
        risk,
      })),
    })),
  };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
