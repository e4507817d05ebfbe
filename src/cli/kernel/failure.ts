import { isKey, type Key, type T, type Values } from '../../i18n/index.ts';
import type { Problem } from '../../questionnaire/lint/problem.ts';
import { FORMAT_KEYS } from '../../questionnaire/schema/format-keys.ts';
import { asStoreError, errnoOf, StoreError } from '../../store/errors.ts';
import { WorkspaceError } from '../../workspace/errors.ts';
import { NotFound } from '../lookup.ts';
import { EXIT } from './exit-codes.ts';
import { nearest } from './nearest.ts';
import { oneLine } from './output.ts';
import { UsageError } from './usage-error.ts';

/** A failure in words: what happened, what was kept, what to do next; and what a program may want to know. */
export type Failure = {
  exit: number;
  code: string;
  message: string;
  kept: string;
  next: string;
  path?: string;
  detail?: string;
  lock?: string;
  suggestions?: string[];
  problems?: (Problem & { message: string })[];
};

/** `words` name the message where one code has several. */
type Told = {
  exit: number;
  code: string;
  values: Values;
  kept: Key;
  facts?: Partial<Failure>;
  words?: string;
};

/** The message of any error, for those who put it into words themselves. */
export function messageOf(error: unknown, t: T): { key: string; values: Values } {
  const { code, values, words = code } = tell(error, t);
  return { key: `error.${words}`, values: oneLined(values) };
}

function oneLined(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, oneLine(String(value))]));
}

/** Puts any error into words. What nobody foresaw is a bug and says so. */
export function failureOf(error: unknown, t: T): Failure {
  const told = tell(error, t);
  const { exit, code, kept, words = code } = told;
  const values = oneLined(told.values);
  const suggestions = told.facts?.suggestions ?? [];
  const next =
    suggestions.length > 0
      ? t('error.did-you-mean', { names: suggestions.map(oneLine).join(', ') })
      : word(t, `error.${words}.next`, values);
  return { exit, code, message: word(t, `error.${words}`, values), kept: t(kept, values), next, ...told.facts };
}

function word(t: T, key: string, values: Values): string {
  return isKey(key) ? t(key, values) : key;
}

function tell(error: unknown, t: T): Told {
  if (error instanceof UsageError) return usage(error.code, error.values, { suggestions: error.suggestions });
  if (error instanceof NotFound) {
    const { code, values } = error.found;
    return usage(code, values, { suggestions: error.suggestions });
  }
  if (error instanceof WorkspaceError) return ofWorkspace(error, t);
  const known = errnoOf(error) === undefined ? error : asStoreError(error, pathOf(error));
  if (known instanceof StoreError) return ofStore(known);
  const detail = error instanceof Error ? error.message : String(error);
  return { exit: EXIT.bug, code: 'bug', values: { detail }, kept: 'error.kept.saved', facts: { detail } };
}

function usage(code: string, values: Values, facts: Partial<Failure>): Told {
  return { exit: EXIT.usage, code, values, kept: 'error.kept.nothing-changed', facts };
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? String(error.path) : '';
}

const ABSENT = new Set(['ENOENT', 'EISDIR', 'ENOTDIR']);

function ofWorkspace(error: WorkspaceError, t: T): Told {
  const { code, values, problems } = error;
  if (code === 'foreign-file') return ofForeign(values, t);
  const unreadable = code === 'unreadable-file' && !ABSENT.has(values['detail'] ?? '');
  const told = usage(code, values, {});
  if (unreadable) return { ...told, exit: EXIT.disk };
  const worded = problems.map(one => ({ ...one, message: problemMessage(one, t) }));
  return { ...told, facts: worded.length > 0 ? { problems: worded } : {} };
}

const FOREIGN: Partial<Record<string, string>> = {
  answers: 'foreign-answers',
  questionnaire: 'foreign-list',
  'own-report': 'foreign-report',
};
/** What holds a checklist, answers or findings, so that it makes sense to wait for a reader. */
const KNOWN =
  /^(?:custom-lens|wa-|.*-workbook|excel|csv|prowler-|ocsf|service-|security-|credential-|config-|ciso-|azure-)/;

/** A file that is something else: what it is, and what takes it. */
function ofForeign(values: Values, t: T): Told {
  const kind = String(values['kind']);
  const words = FOREIGN[kind] ?? (KNOWN.test(kind) ? 'foreign-known' : 'foreign-file');
  const what = word(t, `kind.${kind}`, {});
  return { ...usage('foreign-file', { ...values, what }, {}), words };
}

const STORE_EXITS: Record<StoreError['code'], number> = {
  'not-found': EXIT.disk,
  newer: EXIT.answersFile,
  damaged: EXIT.answersFile,
  invalid: EXIT.usage,
  'too-large': EXIT.answersFile,
  'no-space': EXIT.disk,
  'read-only': EXIT.disk,
  denied: EXIT.disk,
  locked: EXIT.disk,
  exists: EXIT.disk,
  link: EXIT.disk,
  'no-file': EXIT.disk,
  protected: EXIT.disk,
  io: EXIT.disk,
};

function ofStore(error: StoreError): Told {
  const { code, path, detail, backup, movedTo, lock } = error;
  const id = /([^/\\]+)\.json$/.exec(path)?.[1] ?? path;
  const facts = {
    path,
    ...(detail && { detail }),
    ...(backup && { backup }),
    ...(movedTo && { movedTo }),
    ...(lock && { lock }),
  };
  const untouched = code === 'newer' || code === 'damaged' || code === 'invalid' || code === 'too-large';
  const kept: Key =
    code === 'damaged' && backup ? 'error.kept.backup' : untouched ? 'error.kept.file-untouched' : 'error.kept.saved';
  return {
    exit: STORE_EXITS[code],
    code,
    values: { path, detail: detail ?? (code === 'locked' ? '?' : ''), backup: backup ?? '', lock: lock ?? '', id },
    kept,
    facts,
  };
}

/** What is wrong in a questionnaire file, in words. */
export function problemMessage({ rule, values }: Problem, t: T): string {
  const near = rule === 'unknown-key' ? meantKey(String(values['key'])) : undefined;
  const special = `lint.${rule}.${near === undefined ? values['cause'] : 'meant'}`;
  const key = isKey(special) ? special : `lint.${rule}`;
  // The root of a file has no path.
  const path = values['path'] === '' ? t('cli.lint.whole-file') : values['path'];
  return oneLine(
    word(t, key, { ...values, ...(path !== undefined && { path }), ...(near !== undefined && { meant: near }) }),
  );
}

/** The key of the format that somebody may have meant: at most two letters away. */
function meantKey(key: string): string | undefined {
  const [near] = nearest(key, [...FORMAT_KEYS], 1);
  return near !== undefined && Math.abs(near.length - key.length) <= 2 ? near : undefined;
}

/** A problem of a questionnaire file on one line: `file:line:col rule message`. */
export function problemLine(problem: Problem, t: T): string {
  const { file, line, col, rule } = problem;
  const message = problemMessage(problem, t);
  const told = problem.severity === 'warning' ? t('cli.lint.warning', { message }) : message;
  return `${oneLine(file)}:${line}:${col} ${rule} ${told}`;
}

/** The lines of a failure for people. */
export function failureLines(failure: Failure, t: T): string[] {
  const problems = (failure.problems ?? []).map(one => problemLine(one, t));
  return [...problems, `tenken: ${failure.message}`, `  ${failure.kept}`, `  ${failure.next}`];
}

/** A failure for programs. */
export function failureJson({ exit, ...facts }: Failure): { error: Omit<Failure, 'exit'> & { exitCode: number } } {
  return { error: { ...facts, exitCode: exit } };
}
