import type { Edit } from '../assessment/answers/edit.ts';
import type { ActionNote, Answer, Dissent, Parked } from '../assessment/assessment.ts';
import { type Day, parseDay } from '../assessment/day.ts';
import { nextId } from '../assessment/next-id.ts';
import { textsOf } from './copies.ts';
import { dayError } from './day-error.ts';

/** What one-line fields of a meeting hold, and what they mean as edits. */
export type MeetingField = 'decision' | 'dissent' | 'action' | 'park';

/** What is written there now. Who voted otherwise than agreed is named already, for the reason to be added. */
export function meetingText(kind: MeetingField, answer: Answer): string {
  switch (kind) {
    case 'decision':
      return answer.decision ?? textsOf(answer.differs?.['decision']).join('; ');
    case 'dissent':
      return (answer.dissent ?? othersThan(answer)).map(one => `${one.name}: ${one.reason ?? ''}`).join('; ');
    case 'action':
      return answer.plan?.action === undefined
        ? ''
        : [answer.plan.action, answer.owner ?? '', answer.due ?? ''].join('; ').replace(/(; )+$/, '');
    case 'park':
      return '';
  }
}

function othersThan({ status, votes = {} }: Answer): Dissent[] {
  if (status === undefined) return [];
  return Object.entries(votes).flatMap(([name, vote]) => (vote.status === status ? [] : [{ name }]));
}

/** A parked thought gets an id that none of the others has. */
export function newParked(parking: Parked[], text: string, item: string | undefined, at: string): Parked {
  return { id: nextId('p', parking), text, ...(item !== undefined && { item }), at };
}

type Placed = { item: string; at: string };
type Dated = Placed & { today: Day };

/** `NAME: reason; NAME: reason`; an empty line says that nobody dissents. */
export function dissentEdit(text: string, { item, at }: Placed): Edit {
  const dissent = text
    .split(/[;；]/)
    .map(part => part.split(/[:：](.*)/s, 2).map(side => side.trim()))
    .flatMap(([name = '', reason = '']): Dissent[] => (name ? [{ name, ...(reason && { reason }) }] : []));
  return { type: 'answer', item, set: { dissent: dissent.length > 0 ? dissent : null }, at };
}

/** `what; owner; due`; an empty line takes the action back and leaves owner and due as they are. */
export function actionEdit(text: string, plan: ActionNote = {}, { item, at, today }: Dated): Edit | { error: string } {
  const { action: _, ...rest } = plan;
  if (text === '') return { type: 'answer', item, set: { plan: Object.keys(rest).length > 0 ? rest : null }, at };
  const [action = '', owner = '', last = ''] = text.split(/[;；]/).map(part => part.trim());
  if (action === '') return { error: 'field.error.action' };
  const due = last === '' ? undefined : parseDay(last, { today });
  if (last !== '' && due === undefined) return { error: dayError(last) };
  return {
    type: 'answer',
    item,
    set: { plan: { ...rest, action }, ...(owner && { owner }), ...(due && { due }) },
    at,
  };
}
