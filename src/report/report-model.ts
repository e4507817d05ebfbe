import { type ItemState, isGap, itemStates } from '../assessment/answers/item-state.ts';
import type { Answer, Assessment } from '../assessment/assessment.ts';
import type { Day } from '../assessment/day.ts';
import { type Action, improvementPlan, openActions, type Plan } from '../assessment/plan/plan.ts';
import { type Finding, findings } from '../assessment/review/problems.ts';
import {
  acceptance,
  bySection,
  type Counts,
  countStates,
  type Readiness,
  readiness,
  type SectionRisk,
  sectionRisk,
  type Validity,
} from '../assessment/review/readiness.ts';
import type { Item, Pair, Questionnaire, Section } from '../questionnaire/schema/schema.ts';
import { byWeight, topBlockers } from './blockers.ts';
import { evidenceByItem, evidenceRegister, type RegisteredEvidence } from './evidence-register.ts';

/** The risks in the order in which a report shows them. */
export const RISKS = ['high', 'medium', 'low'] as const;

/** Everything that a report in any format shows, derived once from the questionnaire and the answers. */
export type ReportModel = {
  questionnaire: Questionnaire;
  assessment: Assessment;
  today: Day;
  toolVersion: string;
  /** Every item in the order of the official list. */
  states: ItemState[];
  readiness: Readiness;
  sections: { section: Section; counts: Counts; risk: SectionRisk }[];
  /** At most five items to look at first. */
  blockers: ItemState[];
  /** Known shortfalls per risk, the heaviest first; a risk without gaps is kept with an empty list. */
  gaps: { risk: Item['risk']; states: ItemState[] }[];
  unknown: ItemState[];
  unanswered: ItemState[];
  /** Not applicable because a person said so. */
  notApplicable: ItemState[];
  /** Not applicable because of the answer to a scope question; `reason` is the text of that question. */
  switchedOff: { state: ItemState; reason?: Pair }[];
  evidence: RegisteredEvidence[];
  /** The evidence of each item that has any, in the same order. */
  evidenceOf: ReadonlyMap<string, RegisteredEvidence[]>;
  findings: Finding[];
  /** Items that a person marked for another look. */
  flagged: ItemState[];
  plan: Plan;
  /** The planned action per item id; one action may stand for several items. */
  actions: ReadonlyMap<string, Action>;
  /** Whether the version may be handed in on the planned review date, or today where none is planned. */
  validity: { on: Day; validity: Validity };
  /** The newest version of this questionnaire that may be handed in on that day, if it is another one. */
  newest?: string;
  /** The answers were given on other requirements than those of this questionnaire. */
  contentDiffers: boolean;
};

/** Derives everything a report shows. Pure: the same input gives the same model. */
export function buildReport(input: {
  questionnaire: Questionnaire;
  assessment: Assessment;
  today: Day;
  toolVersion: string;
  newest?: string;
}): ReportModel {
  const { questionnaire, assessment, today } = input;
  const states = itemStates(questionnaire, assessment, today);
  const on = states.filter(state => state.off === undefined);
  const ready = readiness(states, questionnaire.passRule);
  const { remediationMonths } = questionnaire;
  const plan = improvementPlan(states, {
    today,
    reviewDate: assessment.reviewDate,
    remediationMonths,
    hints: questionnaire.plan,
    participants: assessment.participants,
    passRule: questionnaire.passRule,
  });
  const evidence = evidenceRegister(states, today);
  return {
    ...input,
    states,
    readiness: ready,
    sections: bySection(states).map(([section, own]) => ({
      section,
      counts: countStates(own),
      risk: sectionRisk(own),
    })),
    blockers: topBlockers(ready.blocking),
    gaps: gapsByRisk(states),
    unknown: on.filter(state => state.status === 'unknown'),
    unanswered: on.filter(state => state.status === 'unanswered'),
    notApplicable: on.filter(state => state.status === 'not-applicable'),
    switchedOff: switchedOff(questionnaire, states),
    evidence,
    evidenceOf: evidenceByItem(evidence),
    findings: findings(questionnaire, assessment, states, today),
    flagged: on.filter(state => state.answer.flag === true),
    plan,
    actions: new Map(
      [...openActions(plan), ...plan.done].flatMap(action =>
        [action.state, ...action.also].map(({ item }) => [item.id, action] as const),
      ),
    ),
    validity: acceptance(questionnaire, assessment, today),
    contentDiffers: assessment.questionnaire.contentHash !== questionnaire.contentHash,
  };
}

function gapsByRisk(states: ItemState[]): ReportModel['gaps'] {
  const gaps = states.filter(isGap).sort(byWeight);
  return RISKS.map(risk => ({ risk, states: gaps.filter(({ item }) => item.risk === risk) }));
}

function switchedOff({ gates }: Questionnaire, states: ItemState[]): ReportModel['switchedOff'] {
  return states
    .filter(state => state.off !== undefined)
    .map(state => {
      const reason = offReason({ gates }, state);
      return reason === undefined ? { state } : { state, reason };
    });
}

/** Why a scope question switched an item off, in the words of the questionnaire. */
export function offReason({ gates }: Pick<Questionnaire, 'gates'>, { off }: ItemState): Pair | undefined {
  return gates?.find(({ id }) => id === off)?.off;
}

/** Whether somebody entered anything for an item. */
export function hasEntries({ updatedAt: _, by: __, ...entered }: Answer): boolean {
  return Object.keys(entered).length > 0;
}
