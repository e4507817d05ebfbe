import * as z from 'zod';
import { Answer, REASONS, ROLES, STATUSES } from '../../src/assessment/assessment.ts';

/** The shapes of `docs/json.md`. Strict, so that nothing is added without being documented. */

const Pair = z.strictObject({ ja: z.string(), en: z.string() });
const Day = z.iso.date();
const Instant = z.iso.datetime();
const Status = z.enum([...STATUSES, 'unanswered']);

const Counts = z.strictObject({
  met: z.int(),
  partly: z.int(),
  'not-met': z.int(),
  'not-applicable': z.int(),
  unknown: z.int(),
  unanswered: z.int(),
  off: z.int(),
  total: z.int(),
  applicable: z.int(),
  answered: z.int(),
});

export const StartShape = z.strictObject({ id: z.string(), path: z.string() });

export const ListShape = z.strictObject({
  home: z.string(),
  assessments: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      title: Pair,
      questionnaire: z.string(),
      version: z.string(),
      updatedAt: Instant,
      answered: z.int(),
      total: z.int(),
      gaps: z.int(),
      ready: z.boolean(),
      past: z.literal(true).optional(),
      closes: z.iso.date().optional(),
    }),
  ),
  unreadable: z.array(z.strictObject({ id: z.string(), code: z.string(), path: z.string() })),
  copies: z.array(z.strictObject({ path: z.string(), of: z.string() })),
});

const Count = z.int().nonnegative();

export const BackupsShape = z.strictObject({
  id: z.string(),
  backups: z.array(
    z.strictObject({
      number: z.int().positive(),
      name: z.string(),
      path: z.string(),
      at: Instant,
      reason: z.string(),
      bytes: Count,
      state: z.string(),
      answers: Count.optional(),
      next: z
        .strictObject({
          answered: Count,
          cleared: Count,
          changed: Count,
          notes: Count,
          evidence: Count,
          other: Count,
        })
        .optional(),
    }),
  ),
});
export type BackupsShape = z.infer<typeof BackupsShape>;

const ItemShape = z.strictObject({
  id: z.string(),
  section: z.string(),
  title: Pair,
  ask: Pair,
  risk: z.enum(['high', 'medium', 'low']),
  status: Status,
  switchedOffBy: z.string().optional(),
  answer: Answer.extend({
    reason: z.object({ code: z.enum(REASONS), text: z.string().optional() }).optional(),
  }),
  values: z.array(
    z.strictObject({ id: z.string(), state: z.enum(['missing', 'ok', 'over', 'expired']), expires: Day.optional() }),
  ),
  broken: z.array(z.string()),
});

const UnitValue = z.strictObject({
  id: z.string(),
  text: z.string().optional(),
  state: z.enum(['missing', 'ok', 'over', 'low', 'early', 'late', 'expired']),
  expires: Day.optional(),
});

export const ShowShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  path: z.string().optional(),
  createdAt: Instant,
  updatedAt: Instant,
  lang: z.enum(['ja', 'en']).optional(),
  reviewDate: Day.optional(),
  position: z.string().optional(),
  questionnaire: z.strictObject({ id: z.string(), version: z.string(), title: Pair, contentHash: z.string() }),
  gates: z.record(z.string(), z.enum(['yes', 'no'])),
  participants: z.array(z.strictObject({ name: z.string(), role: z.enum(ROLES).optional() })),
  units: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string().optional(),
        state: z.enum(['stands', 'falls', 'open', 'spare']),
        values: z.array(UnitValue),
        fallen: z.array(z.string()),
        open: z.array(z.string()),
      }),
    )
    .optional(),
  ready: z.boolean(),
  counts: Counts,
  gaps: z.int(),
  items: z.array(ItemShape),
});

export const ShowItemShape = z.strictObject({ assessment: z.string(), item: ItemShape });

export const CheckShape = z.strictObject({
  id: z.string(),
  ready: z.boolean(),
  counts: Counts,
  blocking: z.array(z.strictObject({ item: z.string(), status: Status })),
  findings: z.array(
    z.strictObject({
      kind: z.string(),
      item: z.string().optional(),
      values: z.record(z.string(), z.string()),
      message: z.string(),
    }),
  ),
});

export const CatalogueShape = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      reference: z.string(),
      id: z.string(),
      version: z.string(),
      title: Pair,
      label: Pair,
      publisher: z.string(),
      released: z.string().optional(),
      validUntil: z.string().optional(),
      acceptedUntil: z.string().optional(),
      notice: Pair.optional(),
      contentHash: z.string(),
      items: z.int(),
      own: z.boolean(),
      validity: z.object({ state: z.enum(['current', 'grace', 'past', 'unknown']) }),
    }),
  ),
});

/** The part of `questionnaire show --json` that is promised; the rest is the schema of questionnaire files. */
export const QuestionnaireShape = z.looseObject({
  id: z.string(),
  version: z.string(),
  title: Pair,
  contentHash: z.string(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      area: Pair.optional(),
      title: Pair,
      items: z.array(z.looseObject({ id: z.string(), title: Pair, ask: Pair })),
    }),
  ),
});

const ProblemShape = z.strictObject({
  file: z.string(),
  line: z.int(),
  col: z.int(),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});

export const LintShape = z.strictObject({ errors: z.int(), warnings: z.int(), problems: z.array(ProblemShape) });

export const ErrorShape = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    kept: z.string(),
    next: z.string(),
    exitCode: z.int(),
    path: z.string().optional(),
    detail: z.string().optional(),
    backup: z.string().optional(),
    movedTo: z.string().optional(),
    suggestions: z.array(z.string()).optional(),
    problems: z.array(ProblemShape).optional(),
  }),
});
