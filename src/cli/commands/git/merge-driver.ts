import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Assessment } from '../../../assessment/assessment.ts';
import { differences } from '../../../assessment/merging/tell.ts';
import { unitsTold } from '../../../assessment/merging/tell-units.ts';
import type { Questionnaire } from '../../../questionnaire/schema/schema.ts';
import { mergeAll } from '../../../workspace/copies.ts';
import { fileCopy, writeCopy } from '../../copies.ts';
import { leaveBoth } from '../../git/git-conflict.ts';
import type { Context, Run } from '../../kernel/context.ts';
import { EXIT } from '../../kernel/exit-codes.ts';
import { failureOf } from '../../kernel/failure.ts';
import { oneLine } from '../../kernel/output.ts';
import { differingLine, unitLine } from '../../views/copies.ts';
import { sayAlong } from '../../views/ledger.ts';

/**
 * `tenken git merge-driver`: what git calls to merge one file. Exit 0 with the outcome in OURS, differences recorded and
 * told; any failure leaves every line of both sides in OURS, between conflict markers where they differ, with exit 1,
 * which git takes for a conflict.
 */
export const run: Run<object> = async (context, [base = '', ours = '', theirs = '', path = ours]) => {
  const { t, warn, world } = context;
  try {
    await mergeFiles(context, { base, ours, theirs, path });
    return EXIT.fine;
  } catch (error) {
    await leaveBoth(world, resolve(world.cwd, ours), resolve(world.cwd, theirs));
    const { message, next } = failureOf(error, t);
    await warn(`tenken: ${oneLine(path)}: ${message}`);
    await warn(`  ${t('cli.git.both-kept')}`);
    await warn(`  ${next}`);
    return EXIT.asked;
  }
};

type Files = { base: string; ours: string; theirs: string; path: string };

async function mergeFiles(context: Context, { base, ours, theirs, path }: Files): Promise<void> {
  const { t, warn, world } = context;
  // Git gives an empty file where both sides have added the file.
  const empty = (await readFile(resolve(world.cwd, base))).length === 0;
  const start = empty ? undefined : await fileCopy(context, base);
  const mine = await fileCopy(context, ours);
  const before = new Set(differences(mine).map(one => differingLine(one, context)));
  const yours = await fileCopy(context, theirs);
  const versions = await versionsFor(context, [mine, yours, ...(start ? [start] : [])]);
  const { assessment: after, along } = mergeAll(mine, [yours], { base: start, versions });
  await writeCopy(context, after, ours);
  for (const one of along) await sayAlong(context, one, warn);
  const lines = differences(after).map(one => differingLine(one, context));
  const fresh = lines.filter(line => !before.has(line));
  if (fresh.length > 0) await warn(t('cli.git.differs', { path: oneLine(path), n: fresh.length }));
  for (const line of fresh) await warn(`! ${line}`);
  for (const one of unitsTold(mine, after)) await warn(`! ${oneLine(path)}: ${unitLine(one, context)}`);
}

/** Where all sides are on one version none is needed; where Git runs there may be no data directory. */
async function versionsFor(context: Context, copies: Assessment[]): Promise<Questionnaire[]> {
  const [first] = copies.map(one => one.questionnaire);
  if (!first || copies.every(one => one.questionnaire.version === first.version)) return [];
  return (await context.workspace()).versions(first.id);
}
