import type { BlockContent, Heading, PhrasingContent, RootContent } from 'mdast';
import { type Action, openActions, WAVES, type Wave } from '../../assessment/plan/plan.ts';
import { USUAL_DAYS } from '../../assessment/plan/schedule.ts';
import { totalLoad } from '../../assessment/plan/workload.ts';
import { type Key, type Lang, translator } from '../../i18n/index.ts';
import { linkTo } from '../markdown/anchor.ts';
import { heading, joined, paragraph, said, strong, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { SayValues, Voice } from '../voice.ts';
import { gantt } from './gantt.ts';
import { planAction } from './plan-action.ts';
import { accepted, clarify, doneActions, duties } from './plan-lists.ts';
import { verdict } from './verdict.ts';
import { DOT, dueAlone, endOf, fact, isAfterReview, itemName, ownerOf } from './words.ts';

type Depth = Heading['depth'];

/** The plan inside a gap report: tables that link to the gaps, where the why and the steps stand already. */
export function planInReport(voice: Voice, model: ReportModel): RootContent[] {
  return [heading(2, voice.say('plan.title')), ...plan(voice, model, { depth: 3, alone: false })];
}

/** The plan as a document of its own: every action with why and how. */
export function planAlone(voice: Voice, model: ReportModel): RootContent[] {
  const { questionnaire, today } = model;
  const source = [
    said(voice.noted(voice.pick(questionnaire.title), voice.pick(questionnaire.label))),
    fact(voice.say('report.fact.today'), said(today)),
  ];
  return [
    ...verdict(voice, model),
    paragraph(joined(source, DOT)),
    ...plan(voice, model, { depth: 2, alone: true }),
    paragraph(voice.sentence('app.unofficial')),
  ];
}

function plan(voice: Voice, model: ReportModel, { depth, alone }: { depth: Depth; alone: boolean }): RootContent[] {
  return [
    ...lead(voice, model, alone),
    ...WAVES.flatMap(wave => waveSection(voice, model, wave, depth, alone)),
    ...doneActions(voice, model, depth),
    ...accepted(voice, model, depth),
    ...clarify(voice, model, depth, alone),
    ...duties(voice, model, depth),
    ...timeline(voice, model, depth),
  ];
}

function lead(voice: Voice, model: ReportModel, alone: boolean): BlockContent[] {
  const { plan: dates, today } = model;
  const { reviewDate: review, windowEnd: end } = dates;
  const all = openActions(dates);
  const afterReview = all.filter(action => isAfterReview(dates, action)).flatMap(idsOf);
  const unfit = all.filter(action => !action.fits && !isAfterReview(dates, action)).flatMap(idsOf);
  const slips = all.filter(action => action.slips).flatMap(idsOf);
  const listed = (items: string[]) => (lang: Lang) => ({ items: items.join(translator(lang)('list.separator')) });
  const messages: [Key, SayValues?][] = [
    ...counted(model),
    review === undefined ? ['plan.window.from-today', { end }] : ['plan.window', { review, end }],
  ];
  if (end < today) messages.push(['plan.window.over']);
  if (afterReview.length > 0) messages.push(['plan.after-review', listed(afterReview)]);
  if (unfit.length > 0) messages.push(['plan.unfit', lang => ({ ...listed(unfit)(lang), day: dates.needBy })]);
  if (slips.length > 0) messages.push(['plan.slips', listed(slips)]);
  const people = dates.team.map(one => `${one.name} ${one.perWeek}`).join(', ');
  if (all.length > 0)
    messages.push(people === '' ? ['plan.team.none', { days: USUAL_DAYS }] : ['plan.team', { people }]);
  if (all.some(({ proposed }) => proposed)) messages.push(['plan.proposed']);
  if (!alone && all.length > 0) messages.push(['plan.steps-above']);
  return [paragraph(voice.passage(messages)), ...workload(voice, model)];
}

/** How many actions there are, and how their number goes with that of the gaps. */
function counted({ plan: dates, gaps }: ReportModel): [Key, SayValues?][] {
  const actions = openActions(dates);
  const all = gaps.reduce((sum, { states }) => sum + states.length, 0);
  const items = actions.flatMap(idsOf).length;
  const done = dates.done.flatMap(idsOf).length;
  const accepted = dates.accepted.length;
  const first: [Key, SayValues?] =
    actions.length === 0 ? ['plan.none'] : ['plan.count', { count: actions.length, items }];
  return done + accepted === 0 ? [first] : [first, ['plan.count.rest', { all, items, done, accepted }]];
}

/** The person-days that are needed and those there are until the day by which work has to end. */
function workload(voice: Voice, { plan: { loads, needBy } }: ReportModel): BlockContent[] {
  if (loads.length === 0) return [];
  const { needed, available } = totalLoad(loads);
  const sums = { needed, available, day: needBy };
  const key = needed > available ? 'plan.load.short' : 'plan.load';
  const rows = loads.map(one => [
    one.name === '' ? said(voice.say('plan.load.anybody')) : said(one.name),
    one.assumed ? voice.noted(String(one.perWeek), voice.say('plan.load.assumed')) : String(one.perWeek),
    String(one.needed),
    one.needed > one.available ? strong(String(one.available)) : String(one.available),
  ]);
  const head = ['plan.load.who', 'plan.load.per-week', 'plan.load.needed', 'plan.load.available'] as const;
  return [
    paragraph(voice.sentence(key, sums)),
    table(
      head.map(one => voice.say(one, { day: needBy })),
      rows,
    ),
  ];
}

function waveSection(voice: Voice, model: ReportModel, wave: Wave, depth: Depth, alone: boolean): RootContent[] {
  const actions = model.plan.waves.find(one => one.wave === wave)?.actions ?? [];
  if (actions.length === 0) return [];
  return [
    heading(depth, voice.say(`plan.wave.${wave}`)),
    paragraph(voice.sentence(`plan.wave.${wave}.why`)),
    overview(voice, model, actions),
    ...(alone ? actions.flatMap(action => planAction(voice, model, action, (depth + 1) as Depth)) : []),
  ];
}

function overview(voice: Voice, model: ReportModel, actions: Action[]): RootContent {
  const head = [
    'plan.action',
    'plan.risk',
    'plan.days',
    'plan.impact',
    'plan.owner',
    'plan.progress',
    'plan.start',
    'plan.end',
    'plan.due',
  ] as const;
  const rows = actions.map(action => {
    const { item } = action.state;
    return [
      actionCell(voice, action),
      said(voice.say(`risk.${item.risk}`)),
      String(action.days),
      said(voice.say(`impact.${item.impact}`)),
      ownerOf(voice, action.owner),
      said(voice.say(`progress.${action.progress}`)),
      action.start,
      endOf(voice, model, action),
      dueAlone(voice, model, action),
    ];
  });
  return table(
    head.map(key => voice.say(key)),
    rows,
  );
}

/** An action by its item, or by its own title and the items that it closes. */
function actionCell(voice: Voice, action: Action): PhrasingContent[] {
  const links = [action.state, ...action.also].map(state => linkTo(itemName(voice, state)));
  const [only = []] = links;
  return action.title ? joined([strong(voice.pick(action.title)), ...links], DOT) : only;
}

function idsOf({ state, also }: Action): string[] {
  return [state, ...also].map(({ item }) => item.id);
}

function timeline(voice: Voice, model: ReportModel, depth: Depth): RootContent[] {
  const chart = gantt(voice, model);
  return chart === undefined
    ? []
    : [heading(depth, voice.say('plan.timeline')), { type: 'code', lang: 'mermaid', value: chart }];
}
