/**
 * A text of at most `most` UTF-16 units. What is longer ends in the mark, which says how many characters there were, and
 * is told; no character is cut in two.
 */
export function cutTo(text: string, most: number, mark: (length: number) => string, told: () => void): string {
  if (text.length <= most) return text;
  told();
  const end = ` ${mark([...text].length)}`;
  return `${text.slice(0, most - end.length).replace(/[\ud800-\udbff]$/, '')}${end}`;
}
