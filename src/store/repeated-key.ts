/**
 * The first key that stands twice in one object of a JSON text, or undefined. `JSON.parse` keeps the last of them and says
 * nothing, so one flipped bit in the id of an answer would make another answer vanish. The text has to be valid JSON;
 * takes time linear in its length.
 */
export function repeatedKey(json: string): string | undefined {
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
      if (keys?.has(key)) return key;
      keys?.add(key);
    } else if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
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
