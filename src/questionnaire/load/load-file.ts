import { hidesSomething, inOneLine, sanitise } from '../../text/sanitise.ts';
import { lintFile } from '../lint/lint.ts';
import type { Problem } from '../lint/problem.ts';
import { type Questionnaire, QuestionnaireFile } from '../schema/schema.ts';
import { contentHash } from './content-hash.ts';
import { decode } from './decode.ts';
import { problem, readYaml, schemaProblems, type YamlFile } from './read-yaml.ts';
import { LIMITS } from './yaml-subset.ts';

/** A questionnaire from a third party's YAML file, with everything that is wrong or unusual about it. */
export type LoadedFile = { questionnaire?: Questionnaire; problems: Problem[] };

/**
 * Reads a single-file questionnaire; any problem of severity `error` leaves `questionnaire` out. Hidden characters are taken
 * out of its texts and told as a warning each. Never throws.
 */
export function loadFile(file: string, source: string | Uint8Array): LoadedFile {
  if (source.length > LIMITS.bytes)
    return { problems: [{ ...atStart(file, 'too-large'), values: { limit: LIMITS.bytes } }] };
  const decoded = typeof source === 'string' ? { text: source } : decode(source);
  if (!('text' in decoded)) {
    return { problems: [{ ...atStart(file, 'not-utf8'), ...decoded }] };
  }
  const yaml = readYaml(file, decoded.text);
  if (yaml.data === undefined) return { problems: yaml.problems };
  const hidden: Problem[] = [];
  const parsed = QuestionnaireFile.safeParse(clean(yaml, yaml.data, [], hidden), { reportInput: true });
  if (!parsed.success) return { problems: inOrder([...hidden, ...schemaProblems(yaml, parsed.error.issues)]) };
  const problems = inOrder([...hidden, ...lintFile(yaml, parsed.data, false)]);
  if (problems.some(one => one.severity === 'error')) return { problems };
  return { questionnaire: { ...parsed.data, contentHash: contentHash(parsed.data) }, problems };
}

function atStart(file: string, rule: string): Problem {
  return { file, line: 1, col: 1, rule, severity: 'error', values: {} };
}

/** Texts under these keys are one line, in both languages: they name something. */
function isName(key: PropertyKey): boolean {
  return key === 'title' || key === 'label' || key === 'name';
}

/** The value without what could steer a terminal or cannot be seen; `hidden` collects where there was something. */
function clean(yaml: YamlFile, value: unknown, path: PropertyKey[], hidden: Problem[]): unknown {
  const text = (one: string): string => {
    if (hidesSomething(one))
      hidden.push(problem(yaml, path, 'hidden-characters', { path: path.map(String).join('.') }, 'warning'));
    return path.slice(-2).some(isName) ? inOneLine(sanitise(one)) : sanitise(one);
  };
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((one, at) => clean(yaml, one, [...path, at], hidden));
  if (value === null || typeof value !== 'object') return value;
  // Keys stay as they are: those of the format are known, and a strange one is a problem of its own.
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(yaml, one, [...path, key], hidden)]));
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.col - b.col);
}
