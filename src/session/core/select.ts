import { brokenValues, type ItemState, isGap, itemStates } from '../../assessment/answers/item-state.ts';
import type { Listed } from '../../assessment/answers/listed.ts';
import { searchItems } from '../../assessment/answers/search.ts';
import type { Answer, Assessment } from '../../assessment/assessment.ts';
import type { Day } from '../../assessment/day.ts';
import { improvementPlan, openActions, type Plan } from '../../assessment/plan/plan.ts';
import { type Finding, findings } from '../../assessment/review/problems.ts';
import { withTokens } from '../../assessment/review/problems-tokens.ts';
import { type Counts, countSections, countStates } from '../../assessment/review/readiness.ts';
import { isToConfirm } from '../../assessment/versions/upgrade.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Summary } from '../../questionnaire/schema/summary.ts';
import { unitNamesOf } from '../finding-text.ts';
import type { Ways } from '../ways.ts';
import { latest } from './latest.ts';
import type { MapFilter, State } from './state.ts';
import { opened } from './step.ts';

/** The state of every item of the open assessment, switched-off ones included. */
export function statesOf(state: State): ItemState[] {
  const { questionnaire, assessment } = opened(state);
  return itemStates(questionnaire, assessment, state.today);
}

const lastAsked = latest((states: ItemState[]) => states.filter(one => one.off === undefined));

/** The items that are asked, in order. */
export function askedStates(state: State): ItemState[] {
  return lastAsked(statesOf(state));
}

const lastProgress = latest((asked: ItemState[]) => {
  const { answered, total } = countStates(asked);
  return { answered, total, gaps: asked.filter(isGap).length };
});

/** How far the open assessment is, in items. */
export function progressOf(state: State): { answered: number; total: number; gaps: number } {
  return lastProgress(askedStates(state));
}

const lastSections = latest(
  (asked: ItemState[]): ReadonlyMap<string, Counts> =>
    new Map(countSections(asked).map(one => [one.section.id, one.counts])),
);

/** How far each section is, by its id. */
export function sectionCounts(state: State): ReadonlyMap<string, Counts> {
  return lastSections(askedStates(state));
}

const lastMapRows = latest((states: ItemState[], filter: MapFilter, me: string | undefined, today: Day) => {
  const keep: Record<MapFilter, (one: ItemState) => boolean> = {
    all: () => true,
    unanswered: one => one.status === 'unanswered' || one.status === 'unknown',
    confirm: one => isToConfirm(one.answer),
    differing: one => one.answer.differs !== undefined,
    gaps: isGap,
    flagged: one => one.answer.flag === true,
    stale: one => brokenValues(one).length > 0 || hasOldEvidence(one.answer, today),
    mine: one => me !== undefined && one.answer.owner === me,
    technical: one => one.item.who.includes('technical'),
    operations: one => one.item.who.includes('operations'),
    business: one => one.item.who.includes('business'),
  };
  return states.filter(one => (filter === 'all' || one.off === undefined) && keep[filter](one));
});

/** The rows of the map under a filter; switched-off items are shown only under "all". */
export function mapRows(state: State, filter: MapFilter): ItemState[] {
  return lastMapRows(statesOf(state), filter, opened(state).assessment.participants[0]?.name, state.today);
}

function hasOldEvidence(answer: Answer, today: string): boolean {
  return (answer.evidence ?? []).some(one => one.validUntil !== undefined && one.validUntil < today);
}

const lastFindings = latest(
  (
    questionnaire: Questionnaire,
    assessment: Assessment,
    states: ItemState[],
    today: Day,
    tokens: string[],
  ): Finding[] => withTokens(findings(questionnaire, assessment, states, today), tokens, states),
);
const NO_TOKENS: string[] = [];

/** What the check before sending found. */
export function checkRows(state: State): Finding[] {
  const { questionnaire, assessment } = opened(state);
  const { tokens } = state;
  const places = tokens?.assessment === assessment.id ? tokens.places : NO_TOKENS;
  return lastFindings(questionnaire, assessment, statesOf(state), state.today, places);
}

const lastPlan = latest(
  (asked: ItemState[], questionnaire: Questionnaire, assessment: Assessment, today: Day): Plan =>
    improvementPlan(asked, {
      today,
      reviewDate: assessment.reviewDate,
      remediationMonths: questionnaire.remediationMonths,
      hints: questionnaire.plan,
      participants: assessment.participants,
      passRule: questionnaire.passRule,
    }),
);

/** The improvement plan of the open assessment. */
export function planOf(state: State): Plan {
  const { questionnaire, assessment } = opened(state);
  return lastPlan(askedStates(state), questionnaire, assessment, state.today);
}

/** The items of the plan in the order of its rows. */
export function planRows(state: State): ItemState[] {
  const plan = planOf(state);
  const actions = [...openActions(plan), ...plan.done].map(action => action.state);
  return [...actions, ...plan.accepted, ...plan.clarify];
}

const lastFound = latest(searchItems);

/** Items that match what was typed into the search. */
export function searchRows(state: State, query: string): ItemState[] {
  return lastFound(askedStates(state), query);
}

/** A row of the home screen. */
export type HomeRow =
  | { kind: 'assessment'; listed: Listed }
  | { kind: 'questionnaire'; newest: Summary; versions: number };

/** What can be continued, then what can be started (the newest version stands for its questionnaire). */
export function homeRows(state: State): HomeRow[] {
  const ids = [...new Set(state.catalogue.map(one => one.id))];
  return [
    ...state.listed.map((listed): HomeRow => ({ kind: 'assessment', listed })),
    ...ids.flatMap((id): HomeRow[] => {
      const versions = versionsOf(state.catalogue, id);
      const newest = versions[0];
      return newest ? [{ kind: 'questionnaire', newest, versions: versions.length }] : [];
    }),
  ];
}

/** The versions of a questionnaire, newest first. */
export function versionsOf(catalogue: Summary[], id: string): Summary[] {
  return catalogue.filter(one => one.id === id).toReversed();
}

/** What the ways from item to item follow from. */
export function waysOf(state: State): Ways {
  return { assessment: opened(state).assessment, asked: askedStates(state) };
}

/** What each unit of the open assessment is called, by its id. */
export function unitNames(state: State): ReadonlyMap<string, string> {
  return unitNamesOf(opened(state), state.today, state.lang);
}
