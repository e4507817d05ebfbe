import type { RootContent } from 'mdast';
import { strengthOf } from '../../assessment/answers/evidence.ts';
import type { RegisteredEvidence } from '../evidence-register.ts';
import { heading, paragraph, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

const COLUMNS = ['ref', 'what', 'where', 'strength', 'date', 'age', 'until', 'owner', 'items'] as const;

/** Every document that was named, once, with its age and the items it serves. */
export function evidenceTable(voice: Voice, { evidence }: ReportModel): RootContent[] {
  const title = heading(2, voice.say('report.register'));
  if (evidence.length === 0) return [title, paragraph(voice.sentence('report.register.none'))];
  const head = COLUMNS.map(column => voice.say(`report.register.${column}`));
  const rows = evidence.map(one => [
    one.ref,
    said(one.evidence.what),
    said(one.evidence.where),
    strength(voice, one),
    one.evidence.date ?? '',
    age(voice, one),
    until(voice, one),
    said(one.evidence.owner),
    one.items.join(', '),
  ]);
  return [title, table(head, rows)];
}

function strength(voice: Voice, { evidence }: RegisteredEvidence): string {
  const kind = voice.say(`evidence.strength.${strengthOf(evidence)}`);
  return evidence.sighted === undefined ? kind : voice.noted(kind, evidence.sighted);
}

function age(voice: Voice, { ageDays }: RegisteredEvidence): string {
  if (ageDays === undefined) return '';
  return ageDays < 0 ? voice.say('report.register.future') : String(ageDays);
}

function until(voice: Voice, { evidence, expired }: RegisteredEvidence): string {
  if (evidence.validUntil === undefined) return '';
  return expired ? voice.noted(evidence.validUntil, voice.say('report.register.expired')) : evidence.validUntil;
}
