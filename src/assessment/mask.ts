import type { Assessment } from './assessment.ts';
import { ACCOUNT_ID, EMAIL, SECRET_PATTERNS } from './secrets.ts';

/** The same assessment with credentials, AWS account ids and e-mail addresses made unreadable in everything people wrote. */
export function maskAssessment(assessment: Assessment): Assessment {
  const { name, participants, units, answers, parking, retired, workshops } = assessment;
  const words = { name, participants, units, answers, parking, retired, workshops };
  return { ...assessment, ...(maskIn(words) as Partial<Assessment>) };
}

function maskIn(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, maskIn(inner)]),
  );
}

/** Text as it may leave the house. An address keeps its domain, so that one can still tell whose it is. */
export function maskText(text: string): string {
  const plain = SECRET_PATTERNS.reduce((all, pattern) => all.replace(global(pattern), '***'), text);
  return plain.replace(global(ACCOUNT_ID), '************').replace(global(EMAIL), '***@$1');
}

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, [...new Set(`${pattern.flags}g`)].join(''));
}
