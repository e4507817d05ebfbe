import type { Assessment } from '../../assessment/assessment.ts';
import { differences, takenInto } from '../../assessment/merging/tell.ts';
import { mergeAll } from '../../workspace/copies.ts';
import type { Context, Run } from '../context.ts';
import { type Named, namedCopy, writeMerged } from '../copies.ts';
import { openAssessment } from '../lookup.ts';
import { oneLine } from '../output.ts';
import { UsageError } from '../usage-error.ts';
import { differencesJson, differingLine, takenLine } from '../views/copies.ts';

type Options = { base?: string; into?: string; output?: string; json?: boolean };

/** `tenken merge`: brings copies together, and says what was taken and what they disagree on. */
export const run: Run<Options> = async (context, words, options) => {
  const named: Named[] = [];
  for (const word of words) named.push(await namedCopy(context, word ?? ''));
  const base = options.base === undefined ? undefined : (await namedCopy(context, options.base)).assessment;
  const target = await targetOf(context, named, options);
  const [first, ...rest] = named.map(one => one.assessment);
  if (!first) throw new UsageError('missing-argument', { argument: 'OURS' });
  if (target === undefined) {
    if (options.output === undefined) throw new UsageError('output-needed');
    const after = mergeAll(first, rest, base);
    await writeMerged(context, after, options.output);
    return options.output === '-'
      ? undefined
      : tell(context, first, after, { path: options.output, json: options.json });
  }
  const others = named.filter(one => one.id !== target).map(one => one.assessment);
  const { store } = await context.workspace();
  let before = first;
  const after = await store.update(
    target,
    ours => {
      before = ours;
      return mergeAll(ours, others, base);
    },
    { backup: 'merge' },
  );
  return tell(context, before, after, { id: target, path: store.pathOf(target), json: options.json });
};

/** The assessment of this machine that is written; undefined where a file is. */
async function targetOf(context: Context, named: Named[], { into, output }: Options): Promise<string | undefined> {
  if (output !== undefined) return undefined;
  return into === undefined ? named[0]?.id : (await openAssessment(context, into)).assessment.id;
}

type Told = { id?: string; path: string; json?: boolean | undefined };

async function tell(context: Context, before: Assessment, after: Assessment, { id, path, json }: Told) {
  const { t, say, sayJson } = context;
  const taken = takenInto(before, after);
  const differing = differences(after);
  if (json) {
    return sayJson({
      id,
      path,
      taken: taken.map(one => ({ item: one.item, field: one.path, value: one.value })),
      differs: differencesJson(after),
    });
  }
  await say(t('cli.merge.done', { path: oneLine(path), taken: taken.length, differs: differing.length }));
  for (const one of taken) await say(`+ ${takenLine(one, context)}`);
  for (const one of differing) await say(`! ${differingLine(one, context)}`);
  return differing.length > 0 ? say(t('cli.merge.next')) : undefined;
}
