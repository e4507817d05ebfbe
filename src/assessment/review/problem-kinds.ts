import type { Day } from '../day.ts';

/** What the check before sending looks for; each is a message `check.<kind>`. */
export type ProblemKind =
  | 'version-past'
  | 'version-last-day'
  | 'no-response'
  | 'no-evidence'
  | 'no-reason'
  | 'always-applies'
  | 'evidence-unnamed'
  | 'evidence-local'
  | 'evidence-future'
  | 'evidence-order'
  | 'evidence-expired'
  | 'evidence-expiring'
  | 'value-missing'
  | 'value-zero'
  | 'value-over'
  | 'value-low'
  | 'value-early'
  | 'value-late'
  | 'value-expired'
  | 'value-expiring'
  | 'contradiction'
  | 'checks-open'
  | 'name-empty'
  | 'unit-unnamed'
  | 'secret'
  | 'secret-off'
  | 'secret-elsewhere'
  | 'account-id'
  | 'email'
  | 'short'
  | 'copied'
  | 'overdue'
  | 'copies-differ'
  | 'gate-open';

/**
 * One thing to look at before sending. `item` is absent for what is about the whole: the version, a scope question
 * (`values.gate`), a field of the assessment (`values.path`), a unit and what is asked once of it (`values.unit`, the id),
 * sub-questions without an answer (`values.first` is the first item that has some).
 */
export type Finding = { kind: ProblemKind; item?: string; values: Record<string, string> };

/** Today, and the day until which things should hold. */
export type Days = { today: Day; until: Day };
/** Takes note of a problem of one item or unit. */
export type Say = (kind: ProblemKind, values?: Record<string, string>) => void;
