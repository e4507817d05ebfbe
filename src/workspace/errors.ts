import type { Problem } from '../questionnaire/lint/problem.ts';

/** What a person asked for that is not there or not allowed; each is a message `error.<code>`. */
export type WorkspaceErrorCode =
  | 'no-assessment'
  | 'ambiguous-assessment'
  | 'no-questionnaire'
  | 'no-version'
  | 'no-way'
  | 'changes-missing'
  | 'same-version'
  | 'no-upgrade'
  | 'bad-questionnaire'
  | 'damaged-questionnaire'
  | 'reserved-questionnaire'
  | 'not-a-copy'
  | 'copy-too-large'
  | 'merge-questionnaire'
  | 'merge-version'
  | 'merge-content'
  | 'merge-invalid'
  | 'merge-upgrades'
  | 'unreadable-file'
  /** A file that is something else than what is asked for; `kind` says what. */
  | 'foreign-file';

/** A failure that a person can act on. `values` fill the message; `problems` list what is wrong in a file. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly code: WorkspaceErrorCode;
  readonly values: Record<string, string>;
  readonly problems: Problem[];

  constructor(code: WorkspaceErrorCode, values: Record<string, string> = {}, problems: Problem[] = []) {
    super(`${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
    this.problems = problems;
  }
}
