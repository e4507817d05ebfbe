import type { Assessment } from '../../assessment/assessment.ts';
import { newlyRetired } from '../../assessment/versions/kept.ts';
import { answeredSince, lastUpgrade, titlesOf, undone } from '../../assessment/versions/undo.ts';
import { upgradedAlong } from '../../assessment/versions/upgrade.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { corrected } from '../../workspace/upgrading.ts';
import { isConfirmed } from '../kernel/confirm.ts';
import type { Context, Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { openAssessment } from '../lookup.ts';
import { typedFile } from '../typed-file.ts';
import { outcomeOf, saySteps } from '../views/ledger.ts';

type Options = { to?: string; undo?: boolean; yes?: boolean; dryRun?: boolean; json?: boolean };

/** `tenken upgrade`: takes the answers to another version, or back; says what became of each requirement. */
export const run: Run<Options> = async (context, [name = ''], options) => {
  const { assessment } = await openAssessment(context, name);
  const workspace = await context.workspace();
  if (options.undo) return takeBack(context, assessment, options);
  const file =
    options.to !== undefined && /\.ya?ml$/i.test(options.to) ? await imported(context, options.to) : undefined;
  const { id, version } = assessment.questionnaire;
  if (file?.id === id && file.version === version) return correct(context, assessment, file, options);
  const to = file?.version ?? options.to ?? (await newest(context, assessment));
  const after = options.dryRun ? await planned(context, assessment, to) : await workspace.upgrade(assessment.id, to);
  return show(context, assessment, after, options);
};

/** Says what was answered since, asks about it, and tells where it is afterwards. */
async function takeBack(
  context: Context,
  before: Assessment,
  { yes, json, dryRun }: Options,
): Promise<number | undefined> {
  const { t, say, sayJson } = context;
  const { id } = before;
  const workspace = await context.workspace();
  const since = lastUpgrade(before) ? answeredSince(before) : [];
  if (since.length > 0 && !json) await say(t('cli.upgrade.since', { n: since.length, items: listed(since) }));
  const isSure = dryRun || yes || since.length === 0;
  const mayGo = isSure || (!json && (await isConfirmed(context, t('cli.upgrade.ask'))));
  if (!mayGo) throw new UsageError('undo-answered', { n: String(since.length), items: listed(since), id });
  const titles = titlesOf(await workspace.versions(before.questionnaire.id));
  const after = (dryRun ? undone(before, titles) : await workspace.undoUpgrade(id)) ?? before;
  const archived = newlyRetired(before, after).map(one => one.item);
  const { version } = after.questionnaire;
  if (json) return sayJson({ id, from: before.questionnaire.version, to: version, written: !dryRun, since, archived });
  await say(t(dryRun ? 'cli.upgrade.would-undo' : 'cli.upgrade.undone', { version }));
  if (archived.length > 0) await say(t('cli.upgrade.archived', { n: archived.length, items: listed(archived) }));
  return undefined;
}

/** Ids on one line, the first twenty of them. */
function listed(ids: string[]): string {
  const more = ids.length > 20 ? ', …' : '';
  return oneLine(`${ids.slice(0, 20).join(', ')}${more}`);
}

/** The list in a file of one's own, which is taken in first. */
async function imported(context: Context, wanted: string): Promise<Questionnaire> {
  return (await (await context.workspace()).importFile(await typedFile(context, wanted))).questionnaire;
}

/** The same version again, with mistakes mended: the answers go along. */
async function correct(
  { t, say, sayJson, workspace }: Context,
  { id, questionnaire }: Assessment,
  file: Questionnaire,
  { json, dryRun }: Options,
): Promise<undefined> {
  const space = await workspace();
  const items = dryRun ? corrected((await space.open(id)).questionnaire, file) : await space.correct(id, file);
  const { version } = questionnaire;
  if (json) return sayJson({ id, from: version, to: version, written: !dryRun, corrected: items });
  const values = { version, n: items.length, items: items.join(', ') || '-' };
  return say(t(dryRun ? 'cli.upgrade.would-correct' : 'cli.upgrade.corrected', values));
}

async function newest(context: Context, { questionnaire }: Assessment): Promise<string> {
  const last = (await (await context.workspace()).versions(questionnaire.id)).at(-1);
  if (!last || last.version === questionnaire.version)
    throw new UsageError('upgrade-to', { version: questionnaire.version });
  return last.version;
}

/** What an upgrade would make, without writing it. */
async function planned(context: Context, assessment: Assessment, to: string): Promise<Assessment> {
  const versions = await (await context.workspace()).versions(assessment.questionnaire.id);
  return upgradedAlong(assessment, versions, to, context.at()) ?? assessment;
}

async function show(
  context: Context,
  before: Assessment,
  after: Assessment,
  { json, dryRun }: Options,
): Promise<undefined> {
  const { t, say, sayJson } = context;
  const outcome = outcomeOf(before, after);
  const { steps, toConfirm, retired } = outcome;
  const version = after.questionnaire.version;
  if (json) {
    const from = before.questionnaire.version;
    return sayJson({ id: after.id, from, to: version, written: !dryRun, steps, toConfirm, retired });
  }
  await saySteps(context, outcome);
  const counts = { version, confirm: toConfirm.length, retired: retired.length };
  return say(t(dryRun ? 'cli.upgrade.would' : 'cli.upgrade.done', counts));
}
