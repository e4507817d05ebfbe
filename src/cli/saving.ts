import type { Edit } from '../assessment/answers/edit.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { newlyDiffering } from '../assessment/merging/tell.ts';
import type { Context } from './kernel/context.ts';
import { differingLine } from './views/copies.ts';

/**
 * Writes edits that were made on `base`; gives what is in the file now. Where another program has written the same field
 * since, both values are kept, and that is told on standard error. Throws StoreError.
 */
export async function saveEdits(context: Context, base: Assessment, edits: Edit[]): Promise<Assessment> {
  const saved = await (await context.workspace()).save(base.id, { base, edits });
  const fresh = newlyDiffering(base, saved);
  if (fresh.length > 0) await context.warn(context.t('cli.save.differs'));
  for (const one of fresh) await context.warn(`! ${differingLine(one, context)}`);
  return saved;
}
