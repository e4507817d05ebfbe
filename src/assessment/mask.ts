import { sanitise } from '../questionnaire/sanitise.ts';
import type { Assessment } from './assessment.ts';
import { maskPeopleInPaths } from './local-path.ts';
import { canonical, partsOf, pathOf } from './merging/paths.ts';
import { ACCOUNT_ID, EMAIL, SECRET_PATTERNS } from './secrets.ts';

type Mask = (text: string) => string;

/** Records whose keys people wrote (names) or that are made of what people wrote (paths in an answer). */
const KEYED_BY_WORDS: Readonly<Record<string, (mask: Mask) => Mask>> = {
  votes: mask => mask,
  differs: mask => path => maskPath(path, mask),
  by: mask => path => maskPath(path, mask),
};

/**
 * The same assessment with credentials, AWS account ids, e-mail addresses and names in paths made unreadable in everything people wrote,
 * and the tokens that somebody else found in it. All of it is looked at, fields that this version does not know too,
 * except what leads back to the questionnaire.
 */
export function maskAssessment(assessment: Assessment, tokens: readonly string[] = []): Assessment {
  const mask: Mask = text => maskText(tokens.reduce((all, token) => all.replaceAll(token, '***'), text));
  const { questionnaire, gates, position, ...words } = assessment;
  return { ...assessment, ...(maskIn(words, mask) as Partial<Assessment>), id: maskId(assessment.id) };
}

function maskIn(value: unknown, mask: Mask, key = ''): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map(inner => maskIn(inner, mask));
  if (typeof value !== 'object' || value === null) return value;
  const maskKey = Object.hasOwn(KEYED_BY_WORDS, key) ? KEYED_BY_WORDS[key]?.(mask) : undefined;
  const masked = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value))
    if (inner !== undefined) masked.set(freeKey(masked, maskKey ? maskKey(name) : name), maskIn(inner, mask, name));
  return Object.fromEntries(masked);
}

/** Two people at one domain have the same name once it is masked; neither may take the other's place. */
function freeKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  let free = key;
  for (let n = 2; taken.has(free); n += 1) free = `${key} (${n})`;
  return free;
}

/** A path names a piece of evidence by all that it says, as JSON. */
function maskPath(path: string, mask: Mask): string {
  return pathOf(...partsOf(path).map(part => maskJson(part, mask) ?? mask(part)));
}

function maskJson(part: string, mask: Mask): string | undefined {
  if (!/^[[{]/.test(part)) return undefined;
  try {
    return canonical(maskIn(JSON.parse(part), mask));
  } catch {
    return undefined;
  }
}

/** An id is made from the name, in small letters; a masked one is an id too. */
function maskId(id: string): string {
  return maskText(id.toUpperCase()).toLowerCase().replaceAll('*', 'x');
}

/**
 * Text as it may leave the house. An address keeps its domain, so that one can still tell whose it is. What becomes
 * readable only once invisible characters are gone, or in full-width letters, counts as well.
 */
export function maskText(text: string): string {
  const hidden = hide(text);
  const plain = sanitise(text).normalize('NFKC');
  const folded = hide(plain);
  return folded === plain || sanitise(hidden).normalize('NFKC') === folded ? hidden : folded;
}

function hide(text: string): string {
  const plain = SECRET_PATTERNS.reduce((all, pattern) => all.replace(global(pattern), '***'), text);
  return maskPeopleInPaths(plain.replace(global(ACCOUNT_ID), '************').replace(global(EMAIL), '***@$1'));
}

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, [...new Set(`${pattern.flags}g`)].join(''));
}
