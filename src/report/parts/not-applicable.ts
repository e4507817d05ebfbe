import type { PhrasingContent, RootContent } from 'mdast';
import type { Answer } from '../../assessment/assessment.ts';
import { heading, joined, paragraph, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

/** What does not apply and why: by a person, and by the answer to a scope question. */
export function notApplicable(voice: Voice, { notApplicable: byPerson, switchedOff }: ReportModel): RootContent[] {
  const head = ['report.id', 'report.title', 'report.reason'].map(key => voice.say(key as 'report.id'));
  const none = byPerson.length + switchedOff.length === 0;
  const answered = byPerson.map(({ item, answer }) => [item.id, voice.pick(item.title), reasonOf(voice, answer)]);
  const off = switchedOff.map(({ state: { item }, reason }) => [
    item.id,
    voice.pick(item.title),
    reason ? voice.pick(reason) : '',
  ]);
  return [
    heading(2, voice.say('report.not-applicable')),
    ...(none ? [paragraph(voice.sentence('report.not-applicable.none'))] : []),
    ...(answered.length === 0 ? [] : [heading(3, voice.say('report.not-applicable.answered')), table(head, answered)]),
    ...(off.length === 0 ? [] : [heading(3, voice.say('report.not-applicable.off')), table(head, off)]),
  ];
}

/** Why a person called an item not applicable: the code in words, then what they wrote. */
export function reasonOf(voice: Voice, { reason }: Answer): PhrasingContent[] {
  if (reason === undefined) return said(voice.say('report.reason.none'));
  // The label of this code in the program asks the person to write a reason; a report has no one to ask.
  const code = voice.say(reason.code === 'OTHER' ? 'report.reason.other' : `reason.${reason.code}`);
  const text = said(reason.text);
  return text.length === 0 ? said(code) : joined([said(code), text], ': ');
}
