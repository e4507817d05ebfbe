import type { Assessment, LeftOut } from '../../assessment/assessment.ts';
import { copyFor } from '../../assessment/merging/share.ts';
import { type T, wordOf } from '../../i18n/index.ts';
import { writeCopy } from '../copies.ts';
import { keptText } from '../edits.ts';
import type { Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { openAssessment } from '../lookup.ts';

type Options = {
  for?: string;
  withoutNotes?: boolean;
  withoutEvidence?: boolean;
  blank?: boolean;
  allowSecrets?: boolean;
  output?: string;
  json?: boolean;
};

/** `tenken share`: writes a copy of an assessment for somebody else. */
export const run: Run<Options> = async (context, [name = ''], options) => {
  const { t, say, sayJson, world } = context;
  const { assessment } = await openAssessment(context, name);
  const author = options.for === undefined ? undefined : keptText(options.for);
  if (author === null) throw new UsageError('bad-name', { text: options.for ?? '' });
  const output = options.output ?? (world.stdout.isTTY || options.json ? undefined : '-');
  if (output === undefined) throw new UsageError('output-needed');
  const without: LeftOut[] = options.blank
    ? ['answers', 'evidence', 'notes']
    : [...(options.withoutEvidence ? ['evidence' as const] : []), ...(options.withoutNotes ? ['notes' as const] : [])];
  const copy = copyFor(assessment, { author, without });
  if (!options.allowSecrets) await refuseSecretsIn(copy, t);
  await writeCopy(context, copy, output);
  if (output === '-') return undefined;
  if (options.json)
    return sayJson({ id: assessment.id, path: output, author: copy.author, without: copy.without ?? [] });
  await say(t('cli.share.done', { path: oneLine(output), n: Object.keys(copy.answers).length }));
  return say(t('cli.share.next', { path: oneLine(output) }));
};

/** Credentials leave with a copy only if somebody says so, as with a report. */
async function refuseSecretsIn(copy: Assessment, t: T): Promise<void> {
  const { placesWithCredentials } = await import('../reports/secret-scan.ts');
  const places = await placesWithCredentials(copy);
  const items = places.map(place => wordOf(t, 'copy.field', place)).join(', ');
  if (places.length > 0) throw new UsageError('secret-in-copy', { items });
}
