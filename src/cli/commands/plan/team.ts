import type { Participant } from '../../../assessment/assessment.ts';
import { keptText } from '../../edits.ts';
import type { Context, Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { fold, requirePair } from '../../kernel/parse.ts';
import { UsageError } from '../../kernel/usage-error.ts';
import { openAssessment } from '../../lookup.ts';
import { saveEdits } from '../../saving.ts';

/** `tenken plan team`: who works on the plan, with person-days a week; 0 takes somebody out. Alone it shows them. */
export const run: Run<object> = async (context, [name = '', ...pairs]) => {
  const { assessment } = await openAssessment(context, name);
  if (pairs.length === 0) return showTeam(context, assessment.participants);
  const participants = pairs.reduce((all, text) => withDays(all, text ?? ''), assessment.participants);
  const saved = await saveEdits(context, assessment, [{ type: 'profile', set: { participants }, at: context.at() }]);
  return showTeam(context, saved.participants);
};

async function showTeam({ say, t }: Context, participants: Participant[]): Promise<undefined> {
  const team = participants.filter(one => one.perWeek !== undefined);
  if (team.length === 0) await say(t('cli.plan.team.none'));
  for (const one of team) await say(t('cli.plan.team', { name: oneLine(one.name), days: one.perWeek ?? 0 }));
  return undefined;
}

function withDays(all: Participant[], text: string): Participant[] {
  const [typed, value] = requirePair(text);
  const name = keptText(typed) ?? '';
  const perWeek = Number(fold(value));
  if (value.trim() === '' || !Number.isFinite(perWeek) || perWeek < 0 || perWeek > 5)
    throw new UsageError('bad-per-week', { text: value });
  const known = all.find(one => fold(one.name) === fold(name));
  const { perWeek: _, ...rest } = known ?? { name };
  const next: Participant = perWeek === 0 ? rest : { ...rest, perWeek };
  return known ? all.map(one => (one === known ? next : one)) : [...all, next];
}
