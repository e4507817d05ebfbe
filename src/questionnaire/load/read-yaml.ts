import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Problem } from '../lint/problem.ts';
import { Id, MonthOrDay, Slug, VersionName } from '../schema/schema-basics.ts';
import { openQuote, yamlCause } from './yaml-cause.ts';
import { LIMITS, overLimit, subsetProblems } from './yaml-subset.ts';

/** A parsed YAML file with what is needed to say where a value stands. */
export type YamlFile = {
  file: string;
  data: unknown;
  problems: Problem[];
  at: (path: PropertyKey[]) => Position;
  /** The keys of the mapping at `path` in the order in which they are written. */
  keysAt: (path: PropertyKey[]) => string[];
};
type Position = { line: number; col: number };

/** Parses one YAML 1.2 file of the house subset; never throws, every problem is listed. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const report = (offset: number, rule: string, values: Problem['values'] = {}): void => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, line: Math.max(line, 1), col: Math.max(col, 1), rule, severity: 'error', values });
  };
  if (Buffer.byteLength(text) > LIMITS.bytes) {
    report(0, 'too-large', { limit: LIMITS.bytes });
    return unreadable(file, problems);
  }
  const tab = /^[ ]*\t/m.exec(text);
  if (tab) {
    const before = text.slice(0, tab.index + tab[0].length - 1).split('\n');
    const at = { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
    return unreadable(file, [{ file, ...at, rule: 'no-tabs', severity: 'error', values: {} }]);
  }
  const over = overLimit(text);
  if (over) {
    report(0, over.rule, over.values);
    return unreadable(file, problems);
  }
  const doc = parse(text, lines);
  for (const error of doc.errors.slice(0, LIMITS.problems)) report(error.pos[0], 'yaml', { detail: error.code });
  for (const { offset, rule, values } of subsetProblems(doc)) report(offset, rule, values);
  explain(problems, text);
  problems.sort((a, b) => a.line - b.line || a.col - b.col);
  const data = problems.length > 0 ? undefined : doc.toJS({ maxAliasCount: 0 });
  return { file, data, problems, at: path => positionOf(doc, lines, path), keysAt: path => keysAt(doc, path) };
}

/**
 * The document of a text. Duplicate keys are looked for by `subsetProblems`: the parser compares every key with every other.
 * Its pretty errors are off for the same reason, each of them reads the file from its beginning; and a million errors
 * without a trace of the stack take a fifth of the time.
 */
function parse(text: string, lineCounter: LineCounter): Document {
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    // The log level is not `silent`: a second document would be dropped without a word.
    return parseDocument(text, {
      lineCounter,
      strict: true,
      uniqueKeys: false,
      prettyErrors: false,
      merge: false,
      logLevel: 'error',
    });
  } finally {
    Error.stackTraceLimit = traced;
  }
}

/** Adds to each error of form what is written on its line, and why that is likely none. */
function explain(problems: Problem[], text: string): void {
  const broken = problems.filter(one => one.rule === 'yaml');
  if (broken.length === 0) return;
  const written = text.split(/\r?\n/);
  const quote = openQuote(written);
  for (const one of broken) {
    const detail = String(one.values['detail']);
    const known = yamlCause(written, one.line, detail);
    const swallowed = known.cause === undefined && detail === 'MISSING_CHAR' && quote !== undefined;
    one.values = { ...one.values, ...(swallowed ? { cause: 'quote', text: quote } : known) };
  }
}

/** A file of which nothing could be read. */
export function unreadable(file: string, problems: Problem[]): YamlFile {
  return { file, data: undefined, problems, at: () => ({ line: 1, col: 1 }), keysAt: () => [] };
}

function keysAt(doc: Document, path: PropertyKey[]): string[] {
  const node = doc.getIn(path, true);
  return isMap(node) ? node.items.map(pair => String(pair.key)) : [];
}

function positionOf(doc: Document, lines: LineCounter, path: PropertyKey[]): Position {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line: Math.max(line, 1), col: Math.max(col, 1) };
    }
  }
  return { line: 1, col: 1 };
}

/** Turns what zod found in `value` into problems; `prefix` is where the value stands in the file. */
export function schemaProblems(yaml: YamlFile, issues: z.core.$ZodIssue[], prefix: PropertyKey[] = []): Problem[] {
  return issues.flatMap(issue => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      return schemaProblems(yaml, nearest, path);
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => problem(yaml, [...path, key], 'unknown-key', { key }));
    }
    const { rule, values } = describe(issue);
    return [problem(yaml, path, rule, { path: path.map(String).join('.'), ...values })];
  });
}

function describe(issue: z.core.$ZodIssue): { rule: string; values: Problem['values'] } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { rule: 'missing', values: {} }
        : { rule: 'wrong-type', values: { expected: issue.expected, cause: issue.expected, text: shown(issue.input) } };
    case 'invalid_value':
      if (issue.input === undefined) return { rule: 'missing', values: {} };
      return { rule: 'wrong-value', values: { expected: issue.values.map(String).join(', ') } };
    case 'too_small':
      return { rule: 'too-small', values: { limit: String(issue.minimum) } };
    case 'too_big':
      return { rule: 'too-big', values: { limit: String(issue.maximum) } };
    case 'invalid_format':
      return {
        rule: 'wrong-format',
        values: { ...formatOf(String(issue.pattern ?? issue.format)), text: shown(issue.input) },
      };
    default:
      return { rule: 'invalid', values: {} };
  }
}

/** A value in one line, as it is written in the file if it is a single one. */
function shown(value: unknown): string {
  return typeof value === 'object' ? '' : String(value).slice(0, 60);
}

const FORMATS = { 'item-id': Id, id: Slug, version: VersionName, date: MonthOrDay };

/** The format that a pattern stands for has words of its own. */
function formatOf(expected: string): Problem['values'] {
  const known = Object.entries(FORMATS).find(([, { def }]) =>
    (def.checks ?? []).some(check => String((check._zod.def as { pattern?: RegExp }).pattern) === expected),
  );
  return { expected, ...(known && { cause: known[0] }) };
}

/** A problem at the place where `path` stands in the file. */
export function problem(
  yaml: YamlFile,
  path: PropertyKey[],
  rule: string,
  values: Problem['values'] = {},
  severity: Problem['severity'] = 'error',
): Problem {
  return { file: yaml.file, ...yaml.at(path), rule, severity, values };
}
