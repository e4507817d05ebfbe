import * as z from 'zod';
import { Answer, Parked, Participant, PROGRESS, Retired, UnitProfile } from '../assessment/assessment.ts';

const Pair = z.strictObject({ ja: z.string(), en: z.string() });
const Day = z.iso.date();
const Level = z.enum(['high', 'medium', 'low']);
const Status = z.enum(['met', 'partly', 'not-met', 'not-applicable', 'unknown', 'unanswered']);
const Count = z.number().int().nonnegative();

/** Everything that people entered for an item, as it stands in the answers file. */
const Entered = Answer.omit({ by: true, updatedAt: true });

/** What `report --format json` and `plan --format json` print, version 1. Fields may be added; none changes its meaning. */
export const ReportJson = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.enum(['gap-report', 'improvement-plan']),
  toolVersion: z.string(),
  today: Day,
  assessment: z.strictObject({
    id: z.string(),
    name: z.string(),
    reviewDate: Day.optional(),
    updatedAt: z.string(),
    /** As in the answers file. */
    participants: z.array(Participant),
    gates: z.record(z.string(), z.enum(['yes', 'no'])),
    units: z.record(z.string(), UnitProfile).optional(),
    parking: z.array(Parked).optional(),
    retired: z.array(Retired).optional(),
  }),
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
      entered: Entered.optional(),
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
      sighted: Day.optional(),
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
    loads: z.array(
      z.strictObject({
        name: z.string(),
        perWeek: z.number(),
        assumed: z.boolean(),
        needed: z.number(),
        available: z.number(),
      }),
    ),
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
        end: Day,
        due: Day,
        proposed: z.boolean(),
        overdue: z.boolean(),
        slips: z.boolean(),
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
    duties: z.array(
      z.strictObject({
        item: z.string(),
        every: z.enum(['quarterly', 'yearly']),
        next: Day,
        last: z.enum(['dated', 'undated', 'never']),
      }),
    ),
  }),
});
