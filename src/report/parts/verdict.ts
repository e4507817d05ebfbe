import type { BlockContent, RootContent } from 'mdast';
import { type ItemState, isGap } from '../../assessment/answers/item-state.ts';
import type { ProblemKind } from '../../assessment/review/problems.ts';
import { linkTo } from '../markdown/anchor.ts';
import { oneLine } from '../markdown/clean.ts';
import { rich } from '../markdown/inline.ts';
import { heading, joined, list, paragraph, point, said, strong } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { unitVerdict } from './unit-table.ts';
import { DOT, dueOf, fact, itemName, ownerOf } from './words.ts';

/** Ready or not, and why, in one bold paragraph; then what keeps the report from being handed on as it is. */
export function verdict(voice: Voice, model: ReportModel): RootContent[] {
  const { ready, counts, blocking } = model.readiness;
  const { on, validity } = model.validity;
  const open = counts.applicable > 0 && !ready;
  const rule = model.questionnaire.passRule === 'by-risk' ? 'report.verdict.by-risk' : 'report.verdict';
  const key = ready ? (`${rule}.ready` as const) : open ? (`${rule}.open` as const) : 'report.verdict.nothing';
  const values = {
    total: counts.applicable,
    open: blocking.length,
    gaps: counts.partly + counts['not-met'],
    unknown: counts.unknown,
    unanswered: counts.unanswered,
  };
  return [
    paragraph([{ type: 'strong', children: voice.sentence(key, values) }]),
    ...(open || rule === 'report.verdict.by-risk' ? [paragraph(voice.sentence(`${rule}.rule`))] : []),
    ...unitVerdict(voice, model),
    ...(validity.state === 'past'
      ? [
          paragraph(
            voice.passage([
              ['report.verdict.past', { on, since: validity.since }],
              model.newest === undefined
                ? ['report.verdict.no-newer', { on }]
                : ['report.verdict.newest', { on, version: model.newest }],
            ]),
          ),
        ]
      : []),
    ...leak(voice, model, 'secret'),
    ...leak(voice, model, 'account-id'),
  ];
}

function leak(voice: Voice, { findings }: ReportModel, kind: ProblemKind & ('secret' | 'account-id')): BlockContent[] {
  const items = findings.filter(one => one.kind === kind).map(({ item }) => item);
  if (items.length === 0) return [];
  return [paragraph(voice.sentence(`report.verdict.${kind}`, { items: items.join(', ') }))];
}

/** The few items to look at first; left out when nothing is open. */
export function whatBlocks(voice: Voice, model: ReportModel): RootContent[] {
  if (model.blockers.length === 0) return [];
  const points = model.blockers.map(state => point([paragraph(blocker(voice, model, state))]));
  return [heading(2, voice.say('report.blocks')), list(points, true)];
}

function blocker(voice: Voice, model: ReportModel, state: ItemState) {
  const { item, status, answer } = state;
  const name = itemName(voice, state);
  const action = model.actions.get(item.id);
  return joined(
    [
      isGap(state) ? linkTo(name) : rich(oneLine(name)),
      strong(voice.say(`status.${status}`)),
      said(voice.say(`risk.${item.risk}`)),
      ...(item.retrofit === 'costly' ? [said(voice.say('retrofit.costly'))] : []),
      ...(action
        ? [
            fact(voice.say('plan.owner'), ownerOf(voice, answer.owner)),
            fact(voice.say('plan.due'), said(dueOf(voice, model, action))),
          ]
        : []),
    ],
    DOT,
  );
}
