import type { AnswerPatch } from '../../../assessment/answers/edit.ts';
import { type ActionNote, type Answer, PROGRESS, type Progress } from '../../../assessment/assessment.ts';
import type { Day } from '../../../assessment/day.ts';
import { keptDay, keptText } from '../../edits.ts';
import type { Run } from '../../kernel/context.ts';
import { nearest } from '../../kernel/nearest.ts';
import { fold, requireDay } from '../../kernel/parse.ts';
import { UsageError } from '../../kernel/usage-error.ts';
import { findItem, openAssessment } from '../../lookup.ts';
import { saveEdits } from '../../saving.ts';

type Options = {
  progress?: string;
  days?: string;
  owner?: string;
  due?: string;
  accept?: string;
  role?: string;
  until?: string;
};

/** `tenken plan set`: progress, estimate, owner, due date, or an accepted risk of the action for an item. */
export const run: Run<Options> = async (context, [name = '', id = ''], options) => {
  const { questionnaire, assessment } = await openAssessment(context, name);
  const item = findItem(questionnaire, id);
  const set: AnswerPatch = {
    ...(options.owner !== undefined && { owner: keptText(options.owner) }),
    ...(options.due !== undefined && { due: keptDay(options.due, context) }),
    ...planPatch(assessment.answers[item.id], options, context.today),
  };
  if (Object.keys(set).length === 0) throw new UsageError('nothing-to-do');
  await saveEdits(context, assessment, [{ type: 'answer', item: item.id, set, at: context.at() }]);
  return context.say(context.t('cli.plan.saved', { item: item.id }));
};

function planPatch(before: Answer | undefined, options: Options, today: Day): Pick<AnswerPatch, 'plan'> {
  const { progress, days, accept, role, until } = options;
  if ([progress, days, accept, role, until].every(one => one === undefined)) return {};
  const old = before?.plan ?? {};
  const { days: estimate, progress: _, reason: __, role: ___, until: ____, ...words } = old;
  const kept = days === undefined ? estimate : requireDays(days);
  const next =
    accept === undefined
      ? progressed(old, progress)
      : accepted(accept, role, until === undefined ? undefined : requireDay(until, { today }));
  if (accept === undefined && (role ?? until) !== undefined) throw new UsageError('accept-needed');
  const plan: ActionNote = { ...words, ...(kept !== undefined && { days: kept }), ...next };
  return { plan: Object.keys(plan).length > 0 ? plan : null };
}

function accepted(reason: string, role: string | undefined, until: string | undefined): ActionNote {
  const kept = keptText(reason);
  if (!kept) throw new UsageError('accept-needed');
  const by = role === undefined ? null : keptText(role);
  return {
    progress: 'accepted',
    reason: kept,
    ...(by && { role: by }),
    ...(until !== undefined && { until }),
  };
}

/** Another progress ends an acceptance; without one everything stays as it was. */
function progressed(old: ActionNote, word: string | undefined): ActionNote {
  if (word === undefined) {
    const { days: _, ...rest } = old;
    return rest;
  }
  const wanted = fold(word);
  const words: Progress[] = PROGRESS.filter(one => one !== 'accepted');
  const progress = words.find(one => one === wanted);
  if (progress === undefined)
    throw new UsageError('bad-progress', { text: word, words: words.join(', ') }, nearest(word, words, 1));
  return progress === 'open' ? {} : { progress };
}

/** Person-days, as a number above 0. */
function requireDays(text: string): number {
  const days = Number(fold(text));
  if (!Number.isFinite(days) || days <= 0 || days > 999) throw new UsageError('bad-days', { text });
  return days;
}
