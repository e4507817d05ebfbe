import * as z from 'zod';

/** Text in both languages. Shape: `{ja, en}`, neither side empty. */
export const Pair = z.strictObject({ ja: z.string().trim().min(1), en: z.string().trim().min(1) });

/** A list of points in both languages; lint demands the same number of points on both sides. */
export const PairList = z.strictObject({
  ja: z.array(z.string().trim().min(1)).min(1),
  en: z.array(z.string().trim().min(1)).min(1),
});

/** The id of an item; not one that every object of JavaScript answers to. */
export const Id = z
  .string()
  .regex(
    /^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
  );
/** The id of anything else: lower case, digits and hyphens. */
export const Slug = z.string().regex(/^(?!constructor$)[a-z0-9][a-z0-9-]{0,59}$/);
/** The name of a version. */
export const VersionName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,29}$/);

/** A calendar month or day: `2026-02` or `2026-02-26`. */
export const MonthOrDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/)
  .refine(isCalendarDate);

function isCalendarDate(text: string): boolean {
  if (text.length === 7) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const YesNo = z.enum(['yes', 'no']);
export const Level = z.enum(['high', 'medium', 'low']);

export type Pair = z.infer<typeof Pair>;
export type PairList = z.infer<typeof PairList>;
