/** Every beginning with every end. */
export const each = (heads: string[], tails: string[]): string[] =>
  heads.flatMap(head => tails.map(tail => head + tail));
