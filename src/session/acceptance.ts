import type { Edit } from '../assessment/answers/edit.ts';
import type { ActionNote } from '../assessment/assessment.ts';
import { type Day, parseDay } from '../assessment/day.ts';
import { dayError } from './day-error.ts';

/** An accepted risk in one line: reason; who accepts; until when. Empty if none is accepted. */
export function acceptanceText(plan: ActionNote | undefined): string {
  if (plan?.progress !== 'accepted') return '';
  return [plan.reason, plan.role, plan.until]
    .map(part => part ?? '')
    .join('; ')
    .replace(/(; )+$/, '');
}

/** What that line says, as an edit; an empty line opens the action again. A reason has to be given, a last part must be a day. */
export function acceptanceEdit(
  before: ActionNote | undefined,
  text: string,
  { item, at, today }: { item: string; at: string; today: Day },
): Edit | { error: string } {
  const { progress: _, reason: __, role: ___, until: ____, ...kept } = before ?? {};
  const set = (plan: ActionNote): Edit => ({
    type: 'answer',
    item,
    set: { plan: Object.keys(plan).length > 0 ? plan : null },
    at,
  });
  if (text.trim() === '') return set(kept);
  const [why = '', role = '', last = ''] = text.split(/[;；]/).map(part => part.trim());
  if (why === '') return { error: 'field.error.accept' };
  const until = last === '' ? undefined : parseDay(last, { today });
  if (last !== '' && until === undefined) return { error: dayError(last) };
  return set({ ...kept, progress: 'accepted', reason: why, ...(role && { role }), ...(until && { until }) });
}
