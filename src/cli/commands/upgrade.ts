import type { Assessment, LedgerEntry } from '../../assessment/assessment.ts';
import { isToConfirm, upgradedAlong } from '../../assessment/upgrade.ts';
import type { Questionnaire } from '../../questionnaire/schema.ts';
import { corrected } from '../../workspace/upgrading.ts';
import type { Context, Run } from '../context.ts';
import { openAssessment } from '../lookup.ts';
import { oneLine } from '../output.ts';
import { typedFile } from '../typed-file.ts';
import { UsageError } from '../usage-error.ts';

type Options = { to?: string; undo?: boolean; dryRun?: boolean; json?: boolean };

/** `tenken upgrade`: takes the answers to another version, or back; says what became of each requirement. */
export const run: Run<Options> = async (context, [name = ''], options) => {
  const { assessment } = await openAssessment(context, name);
  const workspace = await context.workspace();
  if (options.undo) {
    const before = await workspace.undoUpgrade(assessment.id);
    return context.say(context.t('cli.upgrade.undone', { version: before.questionnaire.version }));
  }
  const file =
    options.to !== undefined && /\.ya?ml$/i.test(options.to) ? await imported(context, options.to) : undefined;
  const { id, version } = assessment.questionnaire;
  if (file?.id === id && file.version === version) return correct(context, assessment, file, options);
  const to = file?.version ?? options.to ?? (await newest(context, assessment));
  const after = options.dryRun ? await planned(context, assessment, to) : await workspace.upgrade(assessment.id, to);
  return show(context, assessment, after, options);
};

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
  const steps = (after.upgrades ?? []).slice((before.upgrades ?? []).length);
  const toConfirm = Object.entries(after.answers).flatMap(([id, answer]) => (isToConfirm(answer) ? [id] : []));
  const retired = (after.retired ?? []).slice((before.retired ?? []).length).map(one => one.item);
  if (json) {
    return sayJson({
      id: after.id,
      from: before.questionnaire.version,
      to: after.questionnaire.version,
      written: !dryRun,
      steps: steps.map(({ from, to, ledger }) => ({ from, to, ledger })),
      toConfirm,
      retired,
    });
  }
  for (const { from, to, ledger } of steps) {
    await say(t('cli.upgrade.step', { from, to }));
    for (const entry of ledger.filter(one => one.change !== 'same')) await say(ledgerLine(context, entry));
  }
  await say(
    t(dryRun ? 'cli.upgrade.would' : 'cli.upgrade.done', {
      version: after.questionnaire.version,
      confirm: toConfirm.length,
      retired: retired.length,
    }),
  );
  return undefined;
}

/** `DR-002 -> RES-002  threshold  The limit of 24 hours is gone.` */
export function ledgerLine(
  { t, lang }: Pick<Context, 't' | 'lang'>,
  { kind, old, new: next, change, note }: LedgerEntry,
): string {
  const ids = [old.join(', ') || '-', next.join(', ') || '-'].join(' -> ');
  const name = `change.${change}` as 'change.meaning';
  return `  ${ids}  ${t(`ledger.${kind}`)}: ${t(name)}  ${oneLine(note?.[lang] ?? '')}`.trimEnd();
}
