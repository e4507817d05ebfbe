import type { Values } from '../../i18n/index.ts';

/** What can be wrong with what a person typed; each is a message `error.<code>` with the next step in `error.<code>.next`. */
export type UsageErrorCode =
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-argument'
  | 'option-needs-value'
  | 'excess-arguments'
  | 'bad-lang'
  | 'bad-lang-both'
  | 'unknown-item'
  | 'unknown-gate'
  | 'unknown-field'
  | 'unknown-check'
  | 'unknown-backup'
  | 'damaged-backup'
  | 'output-in-data'
  | 'unknown-view'
  | 'unknown-setting'
  | 'unknown-shell'
  | 'bad-status'
  | 'bad-day'
  | 'no-such-day'
  | 'bad-value-date'
  | 'bad-value-duration'
  | 'bad-value-text'
  | 'bad-value-number'
  | 'bad-value-url'
  | 'bad-value-choice'
  | 'bad-value-choices'
  | 'unknown-unit'
  | 'bad-yes-no'
  | 'bad-pair'
  | 'bad-reason'
  | 'bad-role'
  | 'bad-name'
  | 'bad-progress'
  | 'bad-days'
  | 'bad-per-week'
  | 'accept-needed'
  | 'undo-answered'
  | 'bad-format'
  | 'bad-ending'
  | 'ending-other'
  | 'bad-target'
  | 'target-needs-csv'
  | 'secret-found'
  | 'secret-in-copy'
  | 'upgrade-to'
  | 'unknown-milestone'
  | 'no-changes'
  | 'reuse-from'
  | 'nothing-to-reuse'
  | 'unknown-section'
  | 'needs-screen'
  | 'bad-agenda'
  | 'bad-count'
  | 'no-workshop'
  | 'unknown-workshop'
  | 'minutes-format'
  | 'bad-setting'
  | 'reason-needed'
  | 'reason-unexpected'
  | 'evidence-needed'
  | 'questionnaire-needed'
  | 'nothing-to-do'
  | 'output-needed'
  | 'no-repository'
  | 'git-failed'
  | 'no-backup';

/** Something typed that cannot be done as it stands. Nothing has been changed when it is thrown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: UsageErrorCode;
  readonly values: Values;
  /** What may have been meant, best first. */
  readonly suggestions: string[];

  constructor(code: UsageErrorCode, values: Values = {}, suggestions: string[] = []) {
    super(`${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
    this.suggestions = suggestions;
  }
}
