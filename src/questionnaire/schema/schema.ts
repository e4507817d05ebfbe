import * as z from 'zod';
import { ChangesFile } from './change-schema.ts';
import { Id, Level, MonthOrDay, Pair, PairList, Slug, VersionName, YesNo } from './schema-basics.ts';

export { type Change, ChangesFile } from './change-schema.ts';
export { Pair, PairList } from './schema-basics.ts';

/** How well a fact is known: `source` and `official` are firm, the others are weaker. */
export const ConfidenceLevel = z.enum(['source', 'official', 'mirror', 'partner', 'inferred', 'assumed']);

/** Confidence per facet of an item: its id, its title, the rule it asks. */
export const Confidence = z.strictObject({
  id: ConfidenceLevel.optional(),
  title: ConfidenceLevel.optional(),
  rule: ConfidenceLevel.optional(),
});

/** A sub-question of an item. */
const CheckLeaf = z.strictObject({ id: Slug, text: Pair });

/** Sub-questions joined by "all of" and "any of". */
export type Check = z.infer<typeof CheckLeaf> | { all: Check[] } | { any: Check[] };
export const Check: z.ZodType<Check> = z.lazy(() =>
  z.union([CheckLeaf, z.strictObject({ all: z.array(Check).min(1) }), z.strictObject({ any: z.array(Check).min(1) })]),
);

/** One of the answers that a `choice` or `choices` value offers. */
const Option = z.strictObject({ id: Slug, text: Pair });

/**
 * A value that an item asks for.
 * `duration` is kept in minutes and `maxHours` is its threshold;
 * `date` is `YYYY-MM-DD`, `maxAgeMonths` is how old it may be, `notBefore` and `notAfter` name another date asked with it;
 * `number` is a whole number, `min` the least that is enough; `choice` keeps one option id, `choices` several.
 * An `optional` value is helpful to have, but nobody asks for it.
 */
export const ValueField = z.strictObject({
  id: Slug,
  kind: z.enum(['duration', 'date', 'text', 'number', 'url', 'choice', 'choices']),
  optional: z.literal(true).optional(),
  label: Pair,
  maxHours: z.number().positive().optional(),
  maxAgeMonths: z.number().int().positive().optional(),
  min: z.number().int().positive().optional(),
  notBefore: Slug.optional(),
  notAfter: Slug.optional(),
  options: z.array(Option).min(2).optional(),
});

/**
 * How an item is asked per unit (case study, customer). `need` is how many units must meet it.
 * Without `organization` one answer stands for every unit until a unit gets its own; with it the common answer is the
 * organisation's (a policy, a procedure) and each unit is answered apart. `checks` and `values` are asked of units only.
 */
export const PerUnit = z.strictObject({
  need: z.union([z.literal('all'), z.number().int().positive()]),
  organization: z.literal(true).optional(),
  /** A scope question; answered "no", the organisation's part is not asked. */
  organizationGate: Slug.optional(),
  checks: Check.optional(),
  values: z.array(ValueField).min(1).optional(),
});

const itemFacts = {
  /** The number that the source prints, where ids are ours because those numbers repeat. */
  printed: z.string().min(1).optional(),
  risk: Level,
  /** Left out where the publisher gives none. */
  effort: Level.optional(),
  retrofit: z.enum(['easy', 'costly']),
  impact: Level,
  who: z.array(z.enum(['technical', 'operations', 'business'])).min(1),
  officialAnswer: YesNo.optional(),
  gate: Slug.optional(),
  recurs: z.enum(['quarterly', 'yearly']).optional(),
  confidence: Confidence.optional(),
  related: z.array(Id).optional(),
  aliases: z.array(z.string().min(1)).optional(),
  /** Ids of the question and the choice in the AWS Well-Architected Tool. */
  waTool: z.strictObject({ question: z.string().min(1), choice: z.string().min(1) }).optional(),
};

const itemTexts = {
  title: Pair,
  ask: Pair,
  why: Pair.optional(),
  good: PairList.optional(),
  evidence: PairList.optional(),
  pitfalls: PairList.optional(),
  benefits: PairList.optional(),
  steps: PairList.optional(),
  reviewer: PairList.optional(),
  note: Pair.optional(),
  checks: Check.optional(),
  values: z.array(ValueField).min(1).optional(),
  perUnit: PerUnit.optional(),
};

/** One requirement, whole: what a version asks and the guide to it. */
export const Item = z.strictObject({ id: Id, ...itemFacts, ...itemTexts });

/**
 * An item that an earlier version has too: `from: 2021-q4` or, under another id, `from: 2021-q4/DR-001`.
 * Fields given here replace the earlier ones whole; a field set to null drops it.
 */
export const InheritedItem = z.strictObject({
  id: Id,
  from: z.string().regex(/^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9._-]+)?$/),
  ...z.object({ ...itemFacts, ...itemTexts }).partial().shape,
  gate: Slug.nullable().optional(),
  officialAnswer: YesNo.nullable().optional(),
  recurs: itemFacts.recurs.nullable(),
  checks: Check.nullable().optional(),
  values: z.array(ValueField).min(1).nullable().optional(),
  note: Pair.nullable().optional(),
});

/** A scope question: answered "no", it switches off the items that name it. */
export const Gate = z.strictObject({ id: Slug, ask: Pair, off: Pair });

/** What items are asked about one by one: `name` for one, `title` for several, `count` how many are needed. */
export const Units = z.strictObject({
  name: Pair,
  title: Pair,
  count: z.number().int().positive(),
  /** Asked once of every unit, such as the day it went live; a unit that breaks a threshold does not count. */
  values: z.array(ValueField).min(1).optional(),
});

/** What the plan knows about closing gaps: items that one action closes, and items that wait for others. */
export const PlanHints = z.strictObject({
  together: z.array(z.strictObject({ id: Slug, title: Pair, items: z.array(Id).min(2) })).optional(),
  after: z.record(Id, z.array(Id).min(1)).optional(),
});

const versionFacts = {
  id: Slug,
  version: VersionName,
  label: Pair,
  title: Pair,
  publisher: z.string().min(1),
  released: MonthOrDay.optional(),
  validUntil: MonthOrDay.optional(),
  acceptedUntil: MonthOrDay.optional(),
  datesConfidence: ConfidenceLevel.optional(),
  notice: Pair.optional(),
  /** What counts as ready: every applicable item met, or no high-risk item open. */
  passRule: z.enum(['all-applicable-met', 'by-risk']),
  remediationMonths: z.number().int().positive().optional(),
  officialList: z.strictObject({ where: Pair, url: z.url({ protocol: /^https$/ }).optional() }),
  notCovered: PairList.optional(),
  confidence: Confidence.optional(),
  leftOut: z.array(z.strictObject({ id: Id, reason: Pair })).optional(),
  gates: z.array(Gate).optional(),
  units: Units.optional(),
  /** Items that the official list lets nobody answer with "not applicable". */
  alwaysApplies: z.array(Id).min(1).optional(),
  plan: PlanHints.optional(),
};

/** `version.yaml` of a shipped questionnaire: the facts of the version and its sections in order. */
export const VersionFile = z.strictObject({
  ...versionFacts,
  sections: z
    .array(
      z.strictObject({ id: Slug, area: Pair.optional(), title: Pair, file: z.string().regex(/^[a-z0-9-]+\.yaml$/) }),
    )
    .min(1),
});

/** A section file of a shipped questionnaire: its items in the order of the official list. */
export const SectionFile = z.array(z.union([Item, InheritedItem])).min(1);

const Section = z.strictObject({ id: Slug, area: Pair.optional(), title: Pair, items: z.array(Item).min(1) });

/** A questionnaire in one file, as third parties write it. */
export const QuestionnaireFile = z.strictObject({
  ...versionFacts,
  /** How it differs from an earlier version of the same list. */
  changes: ChangesFile.optional(),
  sections: z.array(Section).min(1),
});

/** A requirement of another questionnaire that asks for something alike; `meets` says which side is met by the other. */
export const Also = z.strictObject({
  /** The id of the other questionnaire. */
  list: Slug,
  /** The ids that the other item has or had in its versions. */
  ids: z.array(Id).min(1),
  questionnaire: Pair,
  item: Id,
  title: Pair,
  strength: z.enum(['equivalent', 'subset', 'related']),
  meets: z.enum(['this', 'other']).optional(),
});

/** A questionnaire as the program uses it; `contentHash` covers what the version requires, not the guide. */
export const Questionnaire = QuestionnaireFile.extend({
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** By item id; made by the build from the crosswalk of the shipped questionnaires. */
  also: z.record(z.string(), z.array(Also)).optional(),
});

export type ConfidenceLevel = z.infer<typeof ConfidenceLevel>;
export type Confidence = z.infer<typeof Confidence>;
export type ValueField = z.infer<typeof ValueField>;
export type Item = z.infer<typeof Item>;
export type InheritedItem = z.infer<typeof InheritedItem>;
export type PerUnit = z.infer<typeof PerUnit>;
export type Also = z.infer<typeof Also>;

export type Units = z.infer<typeof Units>;
export type PlanHints = z.infer<typeof PlanHints>;
export type Gate = z.infer<typeof Gate>;
export type VersionFile = z.infer<typeof VersionFile>;
export type Section = z.infer<typeof Section>;
export type QuestionnaireFile = z.infer<typeof QuestionnaireFile>;
export type Questionnaire = z.infer<typeof Questionnaire>;
export type Lang = 'ja' | 'en';
