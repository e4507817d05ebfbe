import type { PhrasingContent, RootContent } from 'mdast';
import type { Finding, ProblemKind } from '../../assessment/review/problems.ts';
import { isKey, type Lang } from '../../i18n/index.ts';
import { findField } from '../../questionnaire/schema/items.ts';
import type { ValueField } from '../../questionnaire/schema/schema.ts';
import { heading, joined, list, paragraph, point, said } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { unitName } from './unit-table.ts';
import { limitOf, shown } from './words.ts';

/** The order in which findings are shown: what must not leave the house first, then what is wrong, then what lacks. */
const ORDER: readonly ProblemKind[] = [
  'secret',
  'secret-off',
  'secret-elsewhere',
  'account-id',
  'email',
  'version-past',
  'version-last-day',
  'copies-differ',
  'contradiction',
  'always-applies',
  'value-over',
  'value-low',
  'value-early',
  'value-late',
  'value-expired',
  'evidence-expired',
  'evidence-order',
  'evidence-future',
  'evidence-local',
  'evidence-unnamed',
  'overdue',
  'evidence-expiring',
  'value-expiring',
  'value-missing',
  'value-zero',
  'checks-open',
  'name-empty',
  'unit-unnamed',
  'copied',
  'short',
  'no-reason',
  'no-response',
  'no-evidence',
  'gate-open',
];

/** What to look at before the answers are sent, one line per kind. */
export function findingsList(voice: Voice, model: ReportModel): RootContent[] {
  const groups = ORDER.map(kind => ({ kind, found: model.findings.filter(one => one.kind === kind) }));
  const points = groups
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => row(voice, `report.finding.${kind}`, subjects(voice, model, found)));
  const flagged = model.flagged.map(({ item }) => said(item.id));
  if (flagged.length > 0) points.push(row(voice, 'report.finding.flagged', flagged));
  return [
    heading(2, voice.say('report.before')),
    points.length === 0 ? paragraph(voice.sentence('report.before.none')) : list(points),
  ];
}

/** Questions are sentences and stand below each other; ids stand in a row. */
function row(voice: Voice, key: `report.finding.${ProblemKind | 'flagged'}`, subjects: PhrasingContent[][]) {
  if (key === 'report.finding.gate-open') {
    return point([paragraph(voice.label(key)), list(subjects.map(one => point([paragraph(one)])))]);
  }
  return point([paragraph(joined([voice.label(key), joined(subjects, ', ')], ' '))]);
}

/** More of a kind on one item than this is told by their number. */
const MANY = 3;

function subjects(voice: Voice, model: ReportModel, found: Finding[]): PhrasingContent[][] {
  const byItem = groupedByItem(found);
  return found.flatMap(one => {
    const same = one.item === undefined ? [] : (byItem.get(one.item) ?? []);
    if (same.length <= MANY) return [subject(voice, model, one)];
    return same[0] === one
      ? [said(voice.noted(one.item ?? '', voice.say('report.finding.places', { n: same.length })))]
      : [];
  });
}

function groupedByItem(found: Finding[]): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const one of found) {
    if (one.item === undefined) continue;
    const group = groups.get(one.item);
    if (group) group.push(one);
    else groups.set(one.item, [one]);
  }
  return groups;
}

function subject(voice: Voice, model: ReportModel, finding: Finding): PhrasingContent[] {
  if (finding.kind === 'gate-open') {
    const gate = model.questionnaire.gates?.find(({ id }) => id === finding.values.gate);
    return said(gate ? voice.pick(gate.ask) : finding.values.gate);
  }
  const detail = detailOf(voice, model, finding);
  const unit = model.readiness.units.find(one => one.unit.id === finding.values.unit)?.unit;
  const name = unit && unitName(voice, model, unit);
  const { version, items, path } = finding.values;
  const field = path === undefined || finding.item !== undefined ? undefined : fieldOf(voice, path);
  const subject = finding.item ?? name ?? version ?? items ?? field ?? '';
  const remarks = [finding.item === undefined ? undefined : name, detail].filter(one => one !== undefined);
  return said(remarks.length === 0 ? subject : voice.noted(subject, voice.series(remarks)));
}

/** A field of the assessment by its name. */
function fieldOf(voice: Voice, path: string): string {
  const key = `copy.field.${path}`;
  return isKey(key) ? voice.say(key) : path;
}

function detailOf(voice: Voice, model: ReportModel, { kind, item, values }: Finding): string | undefined {
  const { what, where, n, date, field: id, value } = values;
  if (kind === 'version-past') return date && voice.say('validity.past', { date });
  const field = findField(model.questionnaire, item, id);
  const when =
    date !== undefined && kind.endsWith('-expired') ? voice.say('report.finding.expired-on', { date }) : date;
  const parts = [
    what,
    field && voice.pick(field.label),
    value === undefined ? undefined : over(voice, field, value),
    where,
    when,
    n,
  ];
  const known = parts.filter(part => part !== undefined);
  return known.length === 0 ? undefined : voice.series(known);
}

function over(voice: Voice, field: ValueField | undefined, value: string): string {
  if (field === undefined) return value;
  const words = (lang: Lang) => ({ value: shown(lang, field, value), limit: limitOf(lang, field) });
  if (field.kind === 'date') return value;
  return voice.say(field.min === undefined ? 'report.finding.over-limit' : 'report.finding.at-least', words);
}
