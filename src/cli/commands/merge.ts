import type { Assessment } from '../../assessment/assessment.ts';
import { differences, takenInto } from '../../assessment/merging/tell.ts';
import { unitsTold } from '../../assessment/merging/tell-units.ts';
import type { TakenAlong } from '../../assessment/versions/level.ts';
import { mergeAll } from '../../workspace/copies.ts';
import { type Named, namedCopy, writeMerged } from '../copies.ts';
import type { Context, Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { openAssessment } from '../lookup.ts';
import { differencesJson, differingLine, takenLine, unitLine } from '../views/copies.ts';
import { alongJson, sayAlong } from '../views/ledger.ts';

type Options = { base?: string; into?: string; output?: string; json?: boolean };

/** `tenken merge`: brings copies together, and says what was taken and what they disagree on. */
export const run: Run<Options> = async (context, words, options) => {
  const named: Named[] = [];
  for (const word of words) named.push(await namedCopy(context, word ?? ''));
  const base = options.base === undefined ? undefined : (await namedCopy(context, options.base)).assessment;
  const target = await targetOf(context, named, options);
  const [first, ...rest] = named.map(one => one.assessment);
  if (!first) throw new UsageError('missing-argument', { argument: 'OURS' });
  const { store, versions: versionsOf } = await context.workspace();
  const versions = await versionsOf(first.questionnaire.id);
  if (target === undefined) {
    if (options.output === undefined) throw new UsageError('output-needed');
    const { assessment: after, along } = mergeAll(first, rest, { base, versions });
    await writeMerged(context, after, options.output);
    return options.output === '-'
      ? undefined
      : tell(context, first, after, { path: options.output, json: options.json, along });
  }
  const others = named.filter(one => one.id !== target).map(one => one.assessment);
  let before = first;
  let along: TakenAlong[] = [];
  const after = await store.update(
    target,
    ours => {
      before = ours;
      const done = mergeAll(ours, others, { base, versions });
      along = done.along;
      return done.assessment;
    },
    { backup: 'merge' },
  );
  return tell(context, before, after, { id: target, path: store.pathOf(target), json: options.json, along });
};

/** The assessment of this machine that is written; undefined where a file is. */
async function targetOf(context: Context, named: Named[], { into, output }: Options): Promise<string | undefined> {
  if (output !== undefined) return undefined;
  return into === undefined ? named[0]?.id : (await openAssessment(context, into)).assessment.id;
}

type Told = { id?: string; path: string; json?: boolean | undefined; along: TakenAlong[] };

async function tell(context: Context, before: Assessment, after: Assessment, { id, path, json, along }: Told) {
  const { t, say, sayJson } = context;
  const level = along.find(one => one.before === before)?.after ?? before;
  const taken = takenInto(level, after);
  const differing = differences(after);
  const units = unitsTold(before, after);
  if (json) {
    return sayJson({
      id,
      path,
      taken: taken.map(one => ({ item: one.item, field: one.path, value: one.value })),
      differs: differencesJson(after),
      ...(units.length > 0 && { units }),
      ...(along.length > 0 && { upgraded: along.map(alongJson) }),
    });
  }
  for (const one of along) await sayAlong(context, one);
  await say(t('cli.merge.done', { path: oneLine(path), taken: taken.length, differs: differing.length }));
  for (const one of taken) await say(`+ ${takenLine(one, context)}`);
  for (const one of differing) await say(`! ${differingLine(one, context)}`);
  for (const one of units) await say(`! ${unitLine(one, context)}`);
  return differing.length > 0 ? say(t('cli.merge.next')) : undefined;
}
