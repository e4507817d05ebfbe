/** The candidates most like `word`, best first; none that differs in more than half of its letters. */
export function nearest(word: string, candidates: string[], limit = 3): string[] {
  const wanted = plain(word);
  return [...new Set(candidates)]
    .map(candidate => ({
      candidate,
      distance: isPart(wanted, plain(candidate)) ? 1 : distanceOf(wanted, plain(candidate)),
    }))
    .filter(
      ({ candidate, distance }) => distance <= Math.max(2, Math.ceil(Math.max(wanted.length, candidate.length) / 2)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** What was typed may be only a part of the name. */
function isPart(wanted: string, candidate: string): boolean {
  return wanted.length >= 2 && candidate.includes(wanted);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().slice(0, 80);
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? row.at(-1) ?? 0;
}
