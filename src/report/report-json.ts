import * as z from 'zod';
import { PROGRESS } from '../assessment/assessment.ts';
import { strengthOf } from '../assessment/evidence.ts';
import type { ItemState } from '../assessment/item-state.ts';
import { type Action, openActions } from '../assessment/plan.ts';
import type { Item } from '../questionnaire/schema.ts';
import type { ReportModel } from './report-model.ts';

const Pair = z.strictObject({ ja: z.string(), en: z.string() });
const Day = z.iso.date();
const Level = z.enum(['high', 'medium', 'low']);
const Status = z.enum(['met', 'partly', 'not-met', 'not-applicable', 'unknown', 'unanswered']);
const Count = z.number().int().nonnegative();

/** What `report --format json` and `plan --format json` print, version 1. Fields may be added; none changes its meaning. */
export const ReportJson = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.enum(['gap-report', 'improvement-plan']),
  toolVersion: z.string(),
  today: Day,
  assessment: z.strictObject({ id: z.string(), name: z.string(), reviewDate: Day.optional(), updatedAt: z.string() }),
  questionnaire: z.strictObject({
    id: z.string(),
    version: z.string(),
    title: Pair,
    label: Pair,
    contentHash: z.string(),
  }),
  verdict: z.strictObject({
    ready: z.boolean(),
    rule: z.enum(['all-applicable-met', 'by-risk']),
    counts: z.record(z.string(), Count),
    blocking: z.array(z.string()),
    units: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string().optional(),
        state: z.enum(['stands', 'falls', 'open', 'spare']),
        fallen: z.array(z.string()),
        open: z.array(z.string()),
      }),
    ),
  }),
  items: z.array(
    z.strictObject({
      id: z.string(),
      section: z.string(),
      title: Pair,
      risk: Level,
      status: Status,
      switchedOffBy: z.string().optional(),
      note: z.string().optional(),
      owner: z.string().optional(),
      evidence: z.array(z.string()),
      units: z.record(z.string(), Status).optional(),
    }),
  ),
  evidence: z.array(
    z.strictObject({
      ref: z.string(),
      what: z.string(),
      where: z.string().optional(),
      date: Day.optional(),
      validUntil: Day.optional(),
      strength: z.enum(['claimed', 'referenced', 'sighted']),
      owner: z.string().optional(),
      items: z.array(z.string()),
      expired: z.boolean(),
    }),
  ),
  findings: z.array(
    z.strictObject({ kind: z.string(), item: z.string().optional(), values: z.record(z.string(), z.string()) }),
  ),
  plan: z.strictObject({
    windowEnd: Day,
    needBy: Day,
    team: z.array(z.strictObject({ name: z.string(), perWeek: z.number() })),
    actions: z.array(
      z.strictObject({
        items: z.array(z.string()).min(1),
        title: Pair.optional(),
        wave: z.enum(['costly', 'quick', 'before-review']),
        progress: z.enum(PROGRESS),
        risk: Level,
        days: z.number(),
        owner: z.string().optional(),
        after: z.array(z.string()),
        start: Day,
        due: Day,
        proposed: z.boolean(),
        overdue: z.boolean(),
        fits: z.boolean(),
      }),
    ),
    accepted: z.array(
      z.strictObject({
        item: z.string(),
        reason: z.string().optional(),
        role: z.string().optional(),
        until: Day.optional(),
      }),
    ),
    clarify: z.array(z.string()),
    duties: z.array(z.strictObject({ item: z.string(), every: z.enum(['quarterly', 'yearly']), next: Day })),
  }),
});

/** A report as data, the same for both kinds of report. */
export function reportJson(model: ReportModel, kind: 'gap-report' | 'improvement-plan'): z.infer<typeof ReportJson> {
  const { questionnaire, assessment, readiness, plan, today, toolVersion } = model;
  const { id, version, title, label, contentHash } = questionnaire;
  return {
    schemaVersion: 1,
    kind,
    toolVersion,
    today,
    assessment: {
      id: assessment.id,
      name: assessment.name,
      reviewDate: assessment.reviewDate,
      updatedAt: assessment.updatedAt,
    },
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
    evidence: model.evidence.map(
      ({ ref, evidence: { sighted, what, where, date, validUntil, owner }, items, expired }) => ({
        ref,
        what,
        where,
        date,
        validUntil,
        strength: strengthOf({ where, sighted }),
        owner,
        items,
        expired,
      }),
    ),
    findings: model.findings.map(({ kind: found, item, values }) => ({ kind: found, item, values })),
    plan: {
      windowEnd: plan.windowEnd,
      needBy: plan.needBy,
      team: plan.team,
      actions: [...openActions(plan), ...plan.done].map(actionOf),
      accepted: plan.accepted.map(({ item, answer }) => ({
        item: item.id,
        reason: answer.plan?.reason,
        role: answer.plan?.role,
        until: answer.plan?.until,
      })),
      clarify: ids(plan.clarify),
      duties: plan.duties.map(({ state: { item }, every, next }) => ({ item: item.id, every, next })),
    },
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
  };
}

function actionOf({
  state,
  also,
  title,
  wave,
  progress,
  days,
  owner,
  after,
  start,
  due,
  proposed,
  overdue,
  fits,
}: Action) {
  const risk: Item['risk'] = state.item.risk;
  return {
    items: ids([state, ...also]),
    title,
    wave,
    progress,
    risk,
    days,
    owner,
    after,
    start,
    due,
    proposed,
    overdue,
    fits,
  };
}

function ids(states: ItemState[]): string[] {
  return states.map(({ item }) => item.id);
}
