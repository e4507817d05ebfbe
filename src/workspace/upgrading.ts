import type { Assessment } from '../assessment/assessment.ts';
import { upgradedAlong } from '../assessment/versions/upgrade.ts';
import { correctedItems } from '../questionnaire/load/correction.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import { WorkspaceError } from './errors.ts';

/** One version after the other; each step is kept, so that each can be taken back. Throws WorkspaceError. */
export function upgradeAlong(assessment: Assessment, versions: Questionnaire[], to: string, at: string): Assessment {
  const after = upgradedAlong(assessment, versions, to, at);
  if (after) return after;
  const { version: from } = assessment.questionnaire;
  const wanted = versions.findLast(one => one.version === to);
  if (wanted && !wanted.changes && to !== from) throw new WorkspaceError('changes-missing', { from, to });
  throw new WorkspaceError('no-way', { from, to, versions: [...new Set(versions.map(one => one.version))].join(', ') });
}

/** The items that a corrected file words otherwise. Throws WorkspaceError `same-version` where it asks for something else. */
export function corrected(before: Questionnaire, after: Questionnaire): string[] {
  const items = correctedItems(before, after);
  if (!items) throw new WorkspaceError('same-version', { version: after.version });
  return items;
}
