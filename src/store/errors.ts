/** What went wrong on disk; the CLI has words for each. */
export type StoreErrorCode =
  | 'not-found'
  | 'newer'
  | 'damaged'
  | 'invalid'
  | 'too-large'
  | 'no-space'
  | 'read-only'
  | 'denied'
  | 'locked'
  | 'exists'
  | 'link'
  | 'no-file'
  | 'protected'
  | 'io';

/**
 * What else is known: `detail` a technical hint (errno, field path, holder of a lock; may quote keys of a file),
 * `movedTo` where a file went, `backup` the newest good backup, `lock` the file that says who holds it.
 */
type StoreErrorFacts = { detail?: string; movedTo?: string; backup?: string; lock?: string; cause?: unknown };

/** A failure of the store that a person can act on, without words. `path` is the file or folder (or id) concerned. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly path: string;
  readonly detail: string | undefined;
  readonly movedTo: string | undefined;
  readonly backup: string | undefined;
  readonly lock: string | undefined;

  constructor(code: StoreErrorCode, path: string, facts: StoreErrorFacts = {}) {
    super(`${code}: ${path}`, { cause: facts.cause });
    this.name = 'StoreError';
    this.code = code;
    this.path = path;
    this.detail = facts.detail;
    this.movedTo = facts.movedTo;
    this.backup = facts.backup;
    this.lock = facts.lock;
  }
}

const CODES: Record<string, StoreErrorCode> = {
  ENOENT: 'not-found',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EROFS: 'read-only',
  EACCES: 'denied',
  EPERM: 'denied',
  // A link where none may be followed, and a socket that was opened like a file.
  ELOOP: 'link',
  ENXIO: 'no-file',
};

/** The errno name of a failed system call (`ENOSPC`), undefined for any other error. */
export function errnoOf(error: unknown): string | undefined {
  const failed = error instanceof Error && 'code' in error && ('errno' in error || 'syscall' in error);
  return failed && typeof error.code === 'string' ? error.code : undefined;
}

/** The StoreError for a failed system call on `path`. A StoreError and a bug come back as they are. */
export function asStoreError(error: unknown, path: string): unknown {
  const errno = errnoOf(error);
  // Node refuses more than 2 GiB without asking the system.
  if (error instanceof Error && 'code' in error && error.code === 'ERR_FS_FILE_TOO_LARGE') {
    return new StoreError('damaged', path, { detail: '> 2 GB', cause: error });
  }
  if (error instanceof StoreError || errno === undefined) return error;
  return new StoreError(CODES[errno] ?? 'io', path, { detail: errno, cause: error });
}

/** Whether `error` is a StoreError of this code. */
export function isStoreError(error: unknown, code: StoreErrorCode): error is StoreError {
  return error instanceof StoreError && error.code === code;
}

/** Somebody else has taken the lock of this process over, so what it was about to write may be out of date by now. */
export class LostLock extends Error {
  constructor() {
    super('the lock was taken over');
    this.name = 'LostLock';
  }
}
