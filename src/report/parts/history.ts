import type { PhrasingContent, RootContent } from 'mdast';
import { unitLabel } from '../../assessment/answers/units.ts';
import { localDay } from '../../assessment/day.ts';
import { compared, frozen, type Moved } from '../../assessment/review/milestones.ts';
import { wordOf } from '../../i18n/index.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { oneLine } from '../markdown/clean.ts';
import { heading, list, paragraph, point, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

const ORDER = ['regressed', 'new', 'resolved', 'still-open'] as const;

/** What moved since the last milestone; nothing where there is none. */
export function sinceMilestone(voice: Voice, model: ReportModel): RootContent[] {
  const last = model.assessment.milestones?.at(-1);
  if (!last) return [];
  const moved = compared(last.items, frozen(model.states));
  const points = ORDER.flatMap(movement => {
    const found = moved.filter(one => one.movement === movement);
    if (found.length === 0) return [];
    return [
      point([
        paragraph(
          voice.label(`movement.${movement}`),
          [{ type: 'text', value: ' ' }],
          said(found.map(one => nameOf(voice, model, one)).join(', ')),
        ),
      ]),
    ];
  });
  return [
    heading(2, voice.say('report.since')),
    paragraph(voice.sentence('report.since.milestone', { name: last.name, day: localDay(last.at) })),
    points.length === 0 ? paragraph(voice.sentence('report.since.nothing')) : list(points),
  ];
}

function nameOf(voice: Voice, { readiness, questionnaire }: ReportModel, { item, unit }: Moved): string {
  const found = readiness.units.find(one => one.unit.id === unit)?.unit;
  if (unit === undefined) return item;
  return voice.noted(
    item,
    found ? voice.pick({ ja: unitLabel(questionnaire, found, 'ja'), en: unitLabel(questionnaire, found, 'en') }) : unit,
  );
}

/** What became of the answers when the version changed, and answers whose requirement is gone. */
export function ledger(voice: Voice, { assessment, questionnaire }: ReportModel): RootContent[] {
  const { upgrades = [], retired = [] } = assessment;
  if (upgrades.length === 0 && retired.length === 0) return [];
  const steps = upgrades.flatMap(({ from, to, at, ledger: entries }): RootContent[] => {
    const changed = entries.filter(one => one.change !== 'same');
    const same = entries.find(one => one.change === 'same')?.new.length ?? 0;
    const rows = changed.map(({ kind, change, old, new: next, note }): (string | PhrasingContent[])[] => [
      old.join(', '),
      next.join(', '),
      voice.noted(voice.say(`ledger.${kind}`), oneLine(wordOf(voice.say, 'change', change))),
      note ? voice.pick(note) : '',
    ]);
    const head = ['report.ledger.old', 'report.ledger.new', 'report.ledger.what', 'report.remark'] as const;
    return [
      heading(3, `${from} → ${to}`),
      paragraph(voice.sentence('report.ledger.step', { day: localDay(at), same })),
      table(
        head.map(key => voice.say(key)),
        rows,
      ),
    ];
  });
  const kept = retired.map(({ item, version, title, answer }) => [
    item,
    voice.pick(title),
    version,
    voice.say(`status.${answer.status ?? 'unanswered'}`),
    said(answer.note),
  ]);
  const head = ['report.id', 'report.title', 'report.fact.version', 'report.status', 'report.note'] as const;
  return [
    heading(2, voice.say('report.ledger')),
    ...steps,
    ...(kept.length === 0
      ? []
      : [
          heading(3, voice.say('report.retired')),
          paragraph(voice.sentence('report.retired.why', lang => ({ version: questionnaire.label[lang] }))),
          table(
            head.map(key => voice.say(key)),
            kept,
          ),
        ]),
  ];
}

/** Answers from an earlier version that nobody has confirmed yet. */
export function toConfirm(voice: Voice, { states, questionnaire }: ReportModel): RootContent[] {
  const open = states.filter(({ off, answer }) => off === undefined && answer.confirm && answer.status === undefined);
  if (open.length === 0) return [];
  const rows = open.map(({ item, answer: { confirm } }) => [
    item.id,
    voice.pick(findItem(questionnaire, item.id)?.title ?? item.title),
    voice.noted(voice.say(`status.${confirm?.was ?? 'unanswered'}`), confirm?.from ?? ''),
    confirm ? voice.pick(confirm.note) : '',
  ]);
  const head = ['report.id', 'report.title', 'report.confirm.was', 'report.remark'] as const;
  return [
    heading(3, voice.say('report.confirm')),
    paragraph(voice.sentence('report.confirm.why')),
    table(
      head.map(key => voice.say(key)),
      rows,
    ),
  ];
}
