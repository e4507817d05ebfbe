import type { RootContent } from 'mdast';
import { differences, fieldName, valueWords } from '../../assessment/merging/tell.ts';
import { wordOf } from '../../i18n/index.ts';
import { heading, paragraph, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

/** What separately filled copies disagree on; nothing where they agree. */
export function differing(voice: Voice, { assessment, states }: ReportModel): RootContent[] {
  const off = new Set(states.filter(one => one.off !== undefined).map(({ item }) => item.id));
  const all = differences(assessment).filter(({ item }) => item === undefined || !off.has(item));
  if (all.length === 0) return [];
  const rows = all.map(({ item, path, rivals }) => [
    item ?? voice.say('report.differing.whole'),
    said(fieldName(path, part => wordOf(voice.say, 'copy.field', part))),
    said(
      rivals
        .map(({ value, by }) => {
          const text = valueWords(path, value, status => voice.say(`status.${status}`));
          return by ? `${by.join(', ')}: ${text}` : text;
        })
        .join(' / '),
    ),
  ]);
  const head = ['report.id', 'report.differing.field', 'report.differing.said'] as const;
  return [
    heading(2, voice.say('report.differing')),
    paragraph(voice.sentence('report.differing.why')),
    table(
      head.map(key => voice.say(key)),
      rows,
    ),
  ];
}
