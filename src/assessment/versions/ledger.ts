import * as z from 'zod';

/** A text in both languages. */
export const Pair = z.looseObject({ ja: z.string(), en: z.string() });

/** What became of a requirement and its answer in an upgrade. */
export const LedgerEntry = z.looseObject({
  kind: z.enum(['carried', 'confirm', 'retired', 'new']),
  change: z.string(),
  old: z.array(z.string()),
  new: z.array(z.string()),
  note: Pair.optional(),
});

export type LedgerEntry = z.infer<typeof LedgerEntry>;
