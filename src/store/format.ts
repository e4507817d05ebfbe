import { Assessment, SCHEMA_VERSION } from '../assessment/assessment.ts';
import { straightened } from '../assessment/versions/kept.ts';
import { type AllAnswers, answersText } from './answers-text.ts';
import { MAX_BYTES } from './bytes.ts';
import { StoreError } from './errors.ts';
import { jsonFlaw } from './json-flaw.ts';
import { tidyJson } from './tidy-json.ts';

/** `MAX_BYTES` for people. */
export const LIMIT = `${MAX_BYTES / 1024 / 1024} MB`;

/** The text, which can be read again. Throws StoreError `too-large` where it would be more than is read. */
export function readable(text: string, path: string): string {
  // A character takes three bytes at most.
  if (text.length * 3 > MAX_BYTES && Buffer.byteLength(text) > MAX_BYTES)
    throw new StoreError('too-large', path, { detail: LIMIT });
  return text;
}

/** JSON for a file: keys sorted at every level, 2 spaces, final newline, lone surrogates replaced. */
export function serialise(value: unknown): string {
  return `${tidyJson(value)}\n`;
}

/**
 * The assessment in the bytes of `path`. The file name decides the id, so that a copied file is its own assessment.
 * Throws StoreError `newer` (written by a later program) or `damaged`.
 */
export function parseAssessment(bytes: Uint8Array, id: string, path: string): Assessment {
  const data = parseJson(bytes, path);
  if (typeof data !== 'object' || data === null) throw new StoreError('damaged', path, { detail: 'JSON' });
  if ('schemaVersion' in data && typeof data.schemaVersion === 'number' && data.schemaVersion > SCHEMA_VERSION) {
    throw new StoreError('newer', path, { detail: String(data.schemaVersion) });
  }
  return checked(data, id, path, 'damaged');
}

/** The text of an assessment under an id; the same for the same content. */
export function assessmentText(assessment: Assessment, id: string): string {
  return fileOf(assessment, id).text;
}

/** The text to write for an assessment, and the assessment as it will be read back. Throws StoreError `invalid`, `too-large`. */
export function encodeAssessment(
  assessment: Assessment,
  id: string,
  path: string,
): { text: string; assessment: Assessment } {
  const { text, rest, all } = fileOf(assessment, id);
  readable(text, path);
  if (!all) return { text, assessment: checked(JSON.parse(text), id, path, 'invalid') };
  const known = checked({ ...(JSON.parse(rest) as object), answers: {} }, id, path, 'invalid', all.newest);
  return { text, assessment: { ...known, answers: all.answers } };
}

/** The file of an assessment; where each answer is known, also `rest` with 0 in the place of the answers, and all answers. */
function fileOf(assessment: Assessment, id: string): { text: string; rest: string; all?: AllAnswers } {
  const { updatedAt, ...others } = assessment;
  const all = answersText(assessment.answers);
  const newest = newestOf(assessment.createdAt, all?.newest ?? newestIn(assessment.answers));
  const file = { ...others, id, ...(updatedAt !== newest && { updatedAt }) };
  if (!all) return { text: serialise(file), rest: '' };
  const rest = serialise({ ...file, answers: 0 });
  // Nothing else begins a line with two blanks and these letters: what is inside of something has more of them.
  const text = rest.replace(/^ {2}"answers": 0/m, () => `  "answers": ${all.text}`);
  return { text, rest, all };
}

/** The JSON in the bytes of `path`. Throws StoreError `damaged` where it is too large, no UTF-8, no JSON, nests too deeply or says a key twice. */
export function parseJson(bytes: Uint8Array, path: string): unknown {
  let text: string;
  let value: unknown;
  if (bytes.length > MAX_BYTES) throw new StoreError('damaged', path, { detail: `> ${LIMIT}` });
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw new StoreError('damaged', path, { detail: 'JSON', cause: error });
  }
  const flaw = jsonFlaw(text);
  if (flaw !== undefined) throw new StoreError('damaged', path, { detail: flaw });
  return value;
}

/**
 * The date of the newest answer, or of the beginning. While that is when the whole was changed last, the file does not
 * repeat it: a line that every answer changes would be a conflict between any two copies.
 */
function newestOf(createdAt: unknown, newestAnswer: string): string {
  return typeof createdAt === 'string' && createdAt > newestAnswer ? createdAt : newestAnswer;
}

function newestIn(answers: unknown): string {
  const each = typeof answers === 'object' && answers !== null ? Object.values(answers) : [];
  const dates = each.map((answer: unknown) => (answer as { updatedAt?: unknown } | null)?.updatedAt);
  return dates.reduce((newest: string, one) => (typeof one === 'string' && one > newest ? one : newest), '');
}

function checked(
  data: { createdAt?: unknown; answers?: unknown },
  id: string,
  path: string,
  code: 'damaged' | 'invalid',
  newestAnswer = newestIn(data.answers),
): Assessment {
  const parsed = Assessment.safeParse({ updatedAt: newestOf(data.createdAt, newestAnswer), ...data, id });
  if (parsed.success) return straightened(parsed.data);
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new StoreError(code, path, { detail: field, cause: parsed.error });
}
