import type * as z from 'zod';
import { strengthOf } from '../assessment/answers/evidence.ts';
import type { ItemState } from '../assessment/answers/item-state.ts';
import type { Answer, Assessment } from '../assessment/assessment.ts';
import { type Action, openActions, type Plan } from '../assessment/plan/plan.ts';
import type { Item } from '../questionnaire/schema/schema.ts';
import type { RegisteredEvidence } from './evidence-register.ts';
import type { ReportJson } from './report-json-schema.ts';
import { hasEntries, type ReportModel } from './report-model.ts';

/** A report as data, the same for both kinds of report. */
export function reportJson(model: ReportModel, kind: 'gap-report' | 'improvement-plan'): z.infer<typeof ReportJson> {
  const { questionnaire, assessment, readiness, plan, today, toolVersion } = model;
  const { id, version, title, label, contentHash } = questionnaire;
  return {
    schemaVersion: 1,
    kind,
    toolVersion,
    today,
    assessment: assessmentOf(assessment),
    questionnaire: { id, version, title, label, contentHash },
    verdict: {
      ready: readiness.ready,
      rule: questionnaire.passRule,
      counts: readiness.counts,
      blocking: ids(readiness.blocking),
      units: readiness.units.map(({ unit, state, fallen, open }) => ({
        id: unit.id,
        name: unit.name,
        state,
        fallen: ids(fallen),
        open: ids(open),
      })),
    },
    items: model.states.map(state => itemOf(model, state)),
    evidence: model.evidence.map(evidenceOf),
    findings: model.findings.map(({ kind: found, item, values }) => ({ kind: found, item, values })),
    plan: planOf(plan),
  };
}

function assessmentOf(assessment: Assessment) {
  const { id, name, reviewDate, updatedAt, participants, gates, units, parking, retired } = assessment;
  return { id, name, reviewDate, updatedAt, participants, gates, units, parking, retired };
}

function evidenceOf({ ref, evidence, items, expired }: RegisteredEvidence) {
  const { sighted, what, where, date, validUntil, owner } = evidence;
  return {
    ref,
    what,
    where,
    date,
    validUntil,
    strength: strengthOf({ where, sighted }),
    owner,
    sighted,
    items,
    expired,
  };
}

function planOf(plan: Plan) {
  return {
    windowEnd: plan.windowEnd,
    needBy: plan.needBy,
    team: plan.team,
    loads: plan.loads,
    actions: [...openActions(plan), ...plan.done].map(actionOf),
    accepted: plan.accepted.map(({ item, answer }) => ({
      item: item.id,
      reason: answer.plan?.reason,
      role: answer.plan?.role,
      until: answer.plan?.until,
    })),
    clarify: ids(plan.clarify),
    duties: plan.duties.map(({ state: { item }, every, next, last }) => ({ item: item.id, every, next, last })),
  };
}

function itemOf(model: ReportModel, { item, section, status, off, answer, units }: ItemState) {
  return {
    id: item.id,
    section: section.id,
    title: item.title,
    risk: item.risk,
    status,
    switchedOffBy: off,
    note: answer.note,
    owner: answer.owner,
    evidence: model.evidence.filter(one => one.items.includes(item.id)).map(one => one.ref),
    ...(units.length > 0 && { units: Object.fromEntries(units.map(one => [one.unit.id, one.status])) }),
    ...(hasEntries(answer) && { entered: enteredOf(answer) }),
  };
}

function enteredOf({ by: _, updatedAt: __, ...entered }: Answer) {
  return entered;
}

function actionOf(action: Action) {
  const { state, also, title, wave, progress, days, owner, after, start, end, due, proposed, overdue, slips, fits } =
    action;
  const risk: Item['risk'] = state.item.risk;
  const dates = { start, end, due, proposed, overdue, slips, fits };
  return { items: ids([state, ...also]), title, wave, progress, risk, days, owner, after, ...dates };
}

function ids(states: ItemState[]): string[] {
  return states.map(({ item }) => item.id);
}
