import type { Assessment } from '../../assessment/assessment.ts';
import { newlyRetired } from '../../assessment/versions/kept.ts';
import type { LedgerEntry } from '../../assessment/versions/ledger.ts';
import type { TakenAlong } from '../../assessment/versions/level.ts';
import { isToConfirm } from '../../assessment/versions/upgrade.ts';
import type { Context } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';

type Outcome = {
  steps: { from: string; to: string; ledger: LedgerEntry[] }[];
  carried: number;
  toConfirm: string[];
  retired: string[];
};

/** What a change of version made of the answers: its steps, how many stand, what has to be confirmed, what is retired. */
export function outcomeOf(before: Assessment, after: Assessment): Outcome {
  const steps = (after.upgrades ?? []).slice((before.upgrades ?? []).length);
  const toConfirm = Object.entries(after.answers).flatMap(([id, answer]) => (isToConfirm(answer) ? [id] : []));
  return {
    steps: steps.map(({ from, to, ledger }) => ({ from, to, ledger })),
    carried: Object.keys(after.answers).length - toConfirm.length,
    toConfirm,
    retired: newlyRetired(before, after).map(one => one.item),
  };
}

/** The steps of a change of version, each with what it says of the requirements that changed. */
export async function saySteps(context: Context, { steps }: Outcome, say = context.say): Promise<void> {
  for (const { from, to, ledger } of steps) {
    await say(context.t('cli.upgrade.step', { from, to }));
    for (const entry of ledger.filter(one => one.change !== 'same')) await say(ledgerLine(context, entry));
  }
}

/** What became of a copy that a merge took along to a newer version. */
export async function sayAlong(context: Context, { before, after }: TakenAlong, say = context.say): Promise<void> {
  const outcome = outcomeOf(before, after);
  const name = oneLine(before.author ?? before.name);
  const [from, to] = [before, after].map(one => oneLine(one.questionnaire.version)) as [string, string];
  const { carried, toConfirm, retired } = outcome;
  const counts = { carried, confirm: toConfirm.length, retired: retired.length };
  await say(context.t('cli.merge.along', { name, from, to, ...counts }));
  await saySteps(context, outcome, say);
}

/** The same for programs. */
export function alongJson({ before, after }: TakenAlong): object {
  const { steps, toConfirm, retired } = outcomeOf(before, after);
  const name = before.author ?? before.name;
  return { name, from: before.questionnaire.version, to: after.questionnaire.version, steps, toConfirm, retired };
}

/** `DR-002 -> RES-002  threshold  The limit of 24 hours is gone.` */
function ledgerLine({ t, lang }: Context, { kind, old, new: next, change, note }: LedgerEntry): string {
  const ids = [old.join(', ') || '-', next.join(', ') || '-'].map(oneLine).join(' -> ');
  const name = `change.${change}` as 'change.meaning';
  return `  ${ids}  ${t(`ledger.${kind}`)}: ${t(name)}  ${oneLine(note?.[lang] ?? '')}`.trimEnd();
}
