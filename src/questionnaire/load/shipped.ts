import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire } from '../schema/schema.ts';
import type { Summary } from '../schema/summary.ts';

/** The questionnaires that come with the program, compiled to JSON by the build. */
export type Shipped = {
  /** Every shipped version, oldest first within a questionnaire. */
  summaries: () => Summary[];
  /** One version whole, or undefined if it is not shipped. */
  read: (id: string, version: string) => Questionnaire | undefined;
};

/** Reads from the folder that the build wrote (`index.json` and one file per version). */
export function openShipped(folder: string): Shipped {
  const known = new Map<string, unknown>();
  // Many assessments answer the same version, and nobody changes what was read.
  const parsed = (name: string): unknown => {
    const value: unknown = known.get(name) ?? JSON.parse(readFileSync(join(folder, name), 'utf8'));
    known.set(name, value);
    return value;
  };
  const summaries = (): Summary[] => parsed('index.json') as Summary[];
  return {
    summaries,
    read: (id, version) => {
      if (!summaries().some(one => one.id === id && one.version === version)) return undefined;
      return parsed(`${id}@${version}.json`) as Questionnaire;
    },
  };
}
