/** How deep an answers file may nest; ours do not pass fifteen. */
const MAX_DEPTH = 64;

/**
 * What is wrong with a text that is valid JSON, in few technical words, or undefined: a key that stands twice in one object
 * (`JSON.parse` keeps the last of them and says nothing, so one flipped bit in the id of an answer would make another answer
 * vanish), or nesting that code which recurses over it could not take. Takes time linear in its length.
 */
export function jsonFlaw(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let text: string | undefined;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') {
      const end = stringEnd(json, at);
      text = json.slice(at, end + 1);
      at = end;
    } else if (sign === ':' && text !== undefined) {
      const key = text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1);
      const keys = open.at(-1);
      if (keys?.has(key)) return `"${key}" 2x`;
      keys?.add(key);
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      if (open.length > MAX_DEPTH) return `depth > ${MAX_DEPTH}`;
    } else if (sign === '}' || sign === ']') open.pop();
  }
  return undefined;
}

/** Where the string that begins at `at` has its closing quote. */
function stringEnd(json: string, at: number): number {
  let end = json.indexOf('"', at + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

function isEscaped(json: string, quote: number): boolean {
  let slashes = 0;
  while (json[quote - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
