import { AGENDAS } from '../../assessment/assessment.ts';
import type { WorkshopPlan } from '../../assessment/workshop/workshop.ts';
import type { Run } from '../kernel/context.ts';
import { nearest } from '../kernel/nearest.ts';
import { fold, requireParticipant } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { findSection, openAssessment } from '../lookup.ts';
import { saveEdits } from '../saving.ts';
import { openScreens } from '../screens.ts';

type Options = {
  participant?: string[];
  agenda?: string;
  section?: string;
  minutes?: string;
  pace?: string;
  onlyDifferences?: boolean;
  rehearsal?: boolean;
};

/** `tenken workshop`: prepares a meeting on the screens; needs a terminal. */
export const run: Run<Options> = async (context, [name = ''], options) => {
  const { assessment, questionnaire } = await openAssessment(context, name);
  const wish = wishOf(options);
  if (options.section !== undefined) {
    wish.section = findSection(questionnaire, options.section).id;
    wish.agenda = 'section';
  }
  const people = (options.participant ?? []).map(requireParticipant);
  if (context.meeting !== 'screens') throw new UsageError('needs-screen', { name: assessment.id });
  if (people.length > 0) {
    const kept = assessment.participants.filter(one => !people.some(other => other.name === one.name));
    const participants = [...kept, ...people];
    const edit = { type: 'profile', set: { participants }, at: context.at() } as const;
    await saveEdits(context, assessment, [edit]);
    wish.present = participants.map(one => one.name);
  }
  return openScreens(context, { open: assessment.id, workshop: wish });
};

function wishOf({ agenda, onlyDifferences, rehearsal, minutes, pace }: Options): Partial<WorkshopPlan> {
  const wanted = onlyDifferences ? 'differing' : agenda === undefined ? undefined : requireAgenda(agenda);
  return {
    ...(wanted && { agenda: wanted }),
    ...(rehearsal && { kind: 'rehearsal' }),
    ...(minutes !== undefined && { minutes: requireCount(minutes, 480) }),
    ...(pace !== undefined && { pace: requireCount(pace, 1800) }),
  };
}

function requireAgenda(text: string): WorkshopPlan['agenda'] {
  const found = AGENDAS.find(one => one === fold(text));
  if (!found)
    throw new UsageError('bad-agenda', { text, agendas: AGENDAS.join(', ') }, nearest(fold(text), [...AGENDAS], 2));
  return found;
}

function requireCount(text: string, most: number): number {
  const count = Number(fold(text));
  if (!Number.isInteger(count) || count < 1 || count > most) throw new UsageError('bad-count', { text, most });
  return count;
}
