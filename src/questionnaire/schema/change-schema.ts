import * as z from 'zod';
import { Id, Pair } from './schema-basics.ts';

/**
 * How a requirement became another one. What only moved, was renumbered or reworded keeps its answers; where a threshold,
 * the risk, the polarity or the meaning changed, or several became one or one became several, answers have to be confirmed.
 */
export const CHANGE_KINDS = [
  'added',
  'removed',
  'renumbered',
  'reworded',
  'moved',
  'split',
  'merged',
  'threshold',
  'risk',
  'polarity',
  'meaning',
] as const;

/** One change from a version to the next: `old` is missing for what is new, `new` for what is gone. */
export const Change = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  old: z.array(Id).min(1).optional(),
  new: z.array(Id).min(1).optional(),
  note: Pair,
});

/** `changes.yaml`: how the requirements of the version `from` became those of this one; `same` are unchanged. */
export const ChangesFile = z.strictObject({
  from: z.string().min(1),
  same: z.array(Id),
  changes: z.array(Change),
});

export type Change = z.infer<typeof Change>;
export type ChangesFile = z.infer<typeof ChangesFile>;
