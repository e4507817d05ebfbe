import * as z from 'zod';
import { LedgerEntry, Pair } from './versions/ledger.ts';

/** What a person says of an item. No status at all means unanswered. */
export const STATUSES = ['met', 'partly', 'not-met', 'not-applicable', 'unknown'] as const;
/** Why an item is not applicable (the codes of the Well-Architected Tool). */
export const REASONS = ['OUT_OF_SCOPE', 'BUSINESS_PRIORITIES', 'ARCHITECTURE_CONSTRAINTS', 'OTHER'] as const;
/** The roles of the people who take part. */
export const ROLES = ['technical', 'operations', 'business', 'facilitator'] as const;

/** The version of the answers file that this program writes and reads. */
export const SCHEMA_VERSION = 1;

const day = z.iso.date();
const YesNo = z.enum(['yes', 'no']);

/** One piece of evidence: what it is, where it lies, its date, until when it holds, who has it. Days as `YYYY-MM-DD`. */
export const Evidence = z.looseObject({
  id: z.string().min(1),
  what: z.string().min(1),
  where: z.string().optional(),
  date: day.optional(),
  validUntil: day.optional(),
  owner: z.string().optional(),
  /** When somebody opened it and saw that it shows what it should. */
  sighted: day.optional(),
});

/** How far an action of the improvement plan is. `accepted` is a risk that somebody took on, with a reason. */
export const PROGRESS = ['open', 'in-progress', 'done', 'verified', 'accepted'] as const;

/** What a person said about the action for an item: progress, own estimate in person-days, and who accepted what until when. */
export const ActionNote = z.looseObject({
  progress: z.enum(PROGRESS).optional(),
  days: z.number().positive().max(999).optional(),
  /** What is to be done, in the words of the person who promised it. */
  action: z.string().optional(),
  reason: z.string().optional(),
  role: z.string().optional(),
  until: day.optional(),
});

/**
 * An answer that came from an earlier version, where the requirement has changed: `was` is the status it had there,
 * `units` that of single units. It counts for nothing until a person answers anew.
 */
const Confirm = z.looseObject({
  from: z.string(),
  item: z.string(),
  change: z.string(),
  note: Pair,
  was: z.enum(STATUSES).optional(),
  units: z.record(z.string(), z.enum(STATUSES)).optional(),
});

const reason = z.looseObject({ code: z.enum(REASONS), text: z.string().optional() });
const checks = z.record(z.string(), YesNo);
const values = z.record(z.string(), z.string());
const list = z.looseObject({ id: z.string().min(1), version: z.string().min(1), contentHash: z.string().min(1) });

/** What differs for one unit (case study, customer), in the shape of an answer; `checks` and `values` as there. */
export const UnitAnswer = z.looseObject({
  status: z.enum(STATUSES).optional(),
  reason: reason.optional(),
  note: z.string().optional(),
  checks: checks.optional(),
  values: values.optional(),
});

/** How sure somebody is of a vote. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** What one person says of an item, before or beside what was agreed. */
export const Vote = z.looseObject({
  status: z.enum(STATUSES),
  confidence: z.enum(CONFIDENCES).optional(),
  note: z.string().optional(),
  at: z.iso.datetime().optional(),
});

/** Somebody who does not share the agreed answer, and why. */
export const Dissent = z.looseObject({ name: z.string().min(1), reason: z.string().optional() });

/** One of several values that a field was given in different copies, and by whom, as far as the copies say. */
export const Rival = z.looseObject({ value: z.unknown(), by: z.array(z.string()).optional() });

/** How often one field is counted as decided apart. */
export const MAX_ROUNDS = 1000;

const rounds = z.record(z.string(), z.number().int().positive().max(MAX_ROUNDS));

/** The answer to one item. `checks` and `values` are keyed by the ids in the questionnaire, `units` by unit. */
export const Answer = z.looseObject({
  status: z.enum(STATUSES).optional(),
  reason: reason.optional(),
  note: z.string().optional(),
  evidence: z.array(Evidence).optional(),
  owner: z.string().optional(),
  due: day.optional(),
  flag: z.boolean().optional(),
  plan: ActionNote.optional(),
  confirm: Confirm.optional(),
  checks: checks.optional(),
  values: values.optional(),
  units: z.record(z.string(), UnitAnswer).optional(),
  /** By the name of the participant. */
  votes: z.record(z.string(), Vote).optional(),
  /** Why the agreed answer was agreed. */
  decision: z.string().optional(),
  dissent: z.array(Dissent).optional(),
  /** Put aside in a workshop, to come back to. */
  later: z.boolean().optional(),
  /** Fields that copies disagree on, by their path in the answer (`status`, `checks.ID`); the field itself is not set. */
  differs: z.record(z.string(), z.array(Rival)).optional(),
  /** Who gave the value of a field, by its path, where a copy said so: kept so that a later copy can differ with them. */
  by: z.record(z.string(), z.array(z.string())).optional(),
  /** How often a differing field was decided before, each time in different ways: its values are decisions, not leftovers. */
  rounds: rounds.optional(),
  updatedAt: z.iso.datetime().optional(),
});

/** A unit that items are asked about: a case study, a customer. `values` are keyed by the ids in the questionnaire. */
export const UnitProfile = z.looseObject({ name: z.string().optional(), values: values.optional() });

/** Somebody who takes part. */
export const Participant = z.looseObject({
  name: z.string().min(1),
  role: z.enum(ROLES).optional(),
  /** Person-days a week for the improvement plan. */
  perWeek: z.number().positive().max(5).optional(),
});

/** Something said in a workshop that belongs to no answer, or not now. */
export const Parked = z.looseObject({
  id: z.string().min(1),
  text: z.string().min(1),
  item: z.string().optional(),
  at: z.iso.datetime(),
});

/** Which items a workshop goes through. */
export const AGENDAS = ['all', 'section', 'differing', 'open', 'flagged'] as const;

/** What a workshop spent on one item, in seconds, and when it was settled. */
const WorkshopItem = z.looseObject({ seconds: z.number().min(0), settledAt: z.iso.datetime().optional() });

/**
 * One meeting: who was there, what was gone through, the time it took. `minutes` is the length agreed on, `pace` the
 * seconds wanted per item. `seconds` is the time worked, without breaks, up to `countedAt`; while a break lasts, or after
 * the end, `countedAt` is missing.
 */
export const Workshop = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(['workshop', 'rehearsal']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  minutes: z.number().positive(),
  pace: z.number().positive(),
  agenda: z.enum(AGENDAS),
  section: z.string().optional(),
  present: z.array(z.string()),
  /** The items to go through, in order. */
  plan: z.array(z.string()),
  seconds: z.number().min(0),
  countedAt: z.iso.datetime().optional(),
  breaks: z.number().min(0).optional(),
  items: z.record(z.string(), WorkshopItem),
});

/** An answer whose requirement is gone: kept with the title it had, and the version that asked. */
export const Retired = z.looseObject({ item: z.string(), version: z.string(), title: Pair, answer: Answer });

/** What a change of version changed or took away, as it was: only the `answers` and `gates` that are not there as they were. */
export const Kept = z.looseObject({
  questionnaire: list,
  updatedAt: z.iso.datetime(),
  answers: z.record(z.string(), Answer),
  gates: z.record(z.string(), YesNo).optional(),
  position: z.string().optional(),
  retired: z.array(Retired).optional(),
});

/** A change of version and what it takes to go back; a copy is without it, and files of 0.1.0 have the whole assessment in it. */
export const Upgrade = z.looseObject({
  from: z.string(),
  to: z.string(),
  at: z.iso.datetime(),
  ledger: z.array(LedgerEntry),
  before: z.looseObject({ kept: Kept.optional() }),
});

/** The state at a moment that somebody named: what counted for each item and unit. */
export const Milestone = z.looseObject({
  id: z.string(),
  name: z.string().min(1),
  at: z.iso.datetime(),
  version: z.string(),
  items: z.record(
    z.string(),
    z.looseObject({ status: z.string(), units: z.record(z.string(), z.string()).optional() }),
  ),
});

/** What can be left out of a copy for somebody else. */
const LEFT_OUT = ['notes', 'evidence', 'answers'] as const;

/**
 * One assessment as it lies on disk. Only what people said is kept; everything shown is derived.
 * Unknown fields survive a read and a write.
 */
export const Assessment = z.looseObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  name: z.string().min(1),
  questionnaire: list,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lang: z.enum(['ja', 'en']).optional(),
  reviewDate: day.optional(),
  gates: z.record(z.string(), YesNo),
  participants: z.array(Participant),
  /** By unit id: `u1`, `u2`, … */
  units: z.record(z.string(), UnitProfile).optional(),
  position: z.string().optional(),
  answers: z.record(z.string(), Answer),
  retired: z.array(Retired).optional(),
  upgrades: z.array(Upgrade).optional(),
  milestones: z.array(Milestone).optional(),
  workshops: z.array(Workshop).optional(),
  parking: z.array(Parked).optional(),
  /** Whose copy this is, where it was made to be filled in by one person. */
  author: z.string().optional(),
  /** What a copy was made without: missing there does not mean taken away. */
  without: z.array(z.enum(LEFT_OUT)).optional(),
  /** As in an answer; what an assessment cannot be without (its name, a meeting) holds one of the values all the same. */
  differs: z.record(z.string(), z.array(Rival)).optional(),
  by: z.record(z.string(), z.array(z.string())).optional(),
  rounds: rounds.optional(),
});

export type Status = (typeof STATUSES)[number];
export type Reason = (typeof REASONS)[number];
export type Evidence = z.infer<typeof Evidence>;
export type Answer = z.infer<typeof Answer>;
export type Retired = z.infer<typeof Retired>;
export type Kept = z.infer<typeof Kept>;
export type Upgrade = z.infer<typeof Upgrade>;
export type Milestone = z.infer<typeof Milestone>;
export type Progress = (typeof PROGRESS)[number];
export type ActionNote = z.infer<typeof ActionNote>;
export type UnitAnswer = z.infer<typeof UnitAnswer>;
export type UnitProfile = z.infer<typeof UnitProfile>;
export type Participant = z.infer<typeof Participant>;
export type Vote = z.infer<typeof Vote>;
export type Dissent = z.infer<typeof Dissent>;
export type Rival = z.infer<typeof Rival>;
export type LeftOut = (typeof LEFT_OUT)[number];
export type Parked = z.infer<typeof Parked>;
export type Workshop = z.infer<typeof Workshop>;
export type Assessment = z.infer<typeof Assessment>;
