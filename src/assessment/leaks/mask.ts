import { maskPeopleInPaths } from '../answers/local-path.ts';
import type { Assessment } from '../assessment.ts';
import { canonical, partsOf, pathOf } from '../merging/paths.ts';
import { accountIdSpans, EMAIL } from './identifiers.ts';
import { holdsSecret, readable, secretSpans, withKey } from './secrets.ts';
import { withoutSpans } from './spans.ts';

type Mask = (text: string) => string;

/** Records whose keys lead to the questionnaire: in them only credentials are hidden. */
const KEYED_BY_IDS = new Set(['answers', 'units', 'checks', 'values', 'items']);
/** Records whose keys are paths in an answer, made of what people wrote. */
const KEYED_BY_PATHS = new Set(['differs', 'by', 'rounds']);

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
  if (typeof value === 'string') return maskField(key, value, mask);
  if (Array.isArray(value)) return value.map(inner => maskIn(inner, mask));
  if (typeof value !== 'object' || value === null) return value;
  const masked = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value))
    if (inner !== undefined) masked.set(freeKey(masked, maskKey(key, name, mask)), maskIn(inner, mask, name));
  return Object.fromEntries(masked);
}

/** A text; where only the name of its field says that it is a credential, none of it is left. */
function maskField(key: string, text: string, mask: Mask): string {
  const masked = mask(text);
  const named = withKey(key, masked);
  return named !== masked && holdsSecret(named) ? '***' : masked;
}

function maskKey(record: string, key: string, mask: Mask): string {
  if (KEYED_BY_PATHS.has(record)) return maskPath(key, mask);
  return KEYED_BY_IDS.has(record) && !holdsSecret(key) ? key : mask(key);
}

/** Two people at one domain have the same name once it is masked; neither may take the other's place. */
function freeKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  let free = key;
  for (let n = 2; taken.has(free); n += 1) free = `${key} (${n})`;
  return free;
}

/**
 * A path of ours names a piece of evidence by all that it says, as JSON, and has no dots within its parts. Any other one may
 * have them, as credentials do, and is masked as it is read.
 */
function maskPath(path: string, mask: Mask): string {
  const parts = partsOf(path);
  const isOurs = path.includes('~') || parts.some(part => /^[[{]/.test(part));
  return isOurs ? pathOf(...parts.map(part => maskJson(part, mask) ?? mask(part))) : mask(path);
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
  const plain = readable(text);
  if (plain === text) return hidden;
  const folded = hide(plain);
  return folded === plain || readable(hidden) === folded ? hidden : folded;
}

/** What a first mask uncovers goes with the next; after these, whole lines do. */
const TRIES = 3;

function hide(text: string): string {
  let plain = text;
  for (let n = 0; n < TRIES; n += 1) {
    const spans = secretSpans(plain);
    if (spans.length === 0) break;
    plain = withoutSpans(plain, spans);
    if (n === TRIES - 1) plain = withoutLines(plain);
  }
  plain = withoutSpans(plain, accountIdSpans(plain), '************');
  return maskPeopleInPaths(plain.replace(new RegExp(EMAIL, 'gu'), '***@$1'));
}

function withoutLines(text: string): string {
  const lines = text.split('\n').map(line => (secretSpans(line).length > 0 ? '***' : line));
  const left = lines.join('\n');
  return secretSpans(left).length > 0 ? '***' : left;
}
