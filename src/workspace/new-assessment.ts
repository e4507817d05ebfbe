import { type Assessment, SCHEMA_VERSION } from '../assessment/assessment.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import type { Store } from '../store/assessments.ts';
import { isStoreError } from '../store/errors.ts';

/** What a person says when starting an assessment. */
export type NewAssessment = Pick<Assessment, 'name' | 'gates' | 'participants' | 'lang' | 'reviewDate' | 'units'>;

/** An assessment without answers. `now` is an ISO instant in UTC. */
export function newAssessment(draft: NewAssessment, questionnaire: Questionnaire, id: string, now: string): Assessment {
  const { id: questionnaireId, version, contentHash } = questionnaire;
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    name: draft.name,
    questionnaire: { id: questionnaireId, version, contentHash },
    createdAt: now,
    updatedAt: now,
    ...(draft.lang && { lang: draft.lang }),
    ...(draft.reviewDate && { reviewDate: draft.reviewDate }),
    gates: draft.gates,
    participants: draft.participants,
    ...(draft.units && { units: draft.units }),
    answers: {},
  };
}

/** The part of a name that can be typed anywhere; the questionnaire's id where the name has none (Japanese). */
export function idBase(name: string, questionnaireId: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  // Windows takes these for devices, whatever follows the dot.
  return DEVICE.test(plain) ? `${plain}-1` : plain || questionnaireId;
}

const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

/** How often another program may take the id that was free a moment ago. */
const TRIES = 100;

/** Creates what `make` gives for the first free id that begins with `base`. Throws as `Store.create`. */
export async function createFree(
  store: Pick<Store, 'create' | 'freeId'>,
  base: string,
  make: (id: string) => Assessment,
): Promise<Assessment> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.create(make(await store.freeId(base)));
    } catch (error) {
      if (!isStoreError(error, 'exists') || tries === TRIES) throw error;
    }
  }
}
