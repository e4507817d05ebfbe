/** How many different keys are kept below the first level; real files of a known kind have some tens. */
const MAX_KEYS = 2_000;
/** Keys of the second level do not lie deeper, arrays in arrays aside. */
const MAX_DEPTH = 16;

/**
 * The paths of the keys of a JSON text down to the second level; an array stands for what is in it, and `*` for any key of
 * the first level: `[{"a": {"b": 1}}]` has `.a` and `.a.b`, `{"a": …}` has `a`. Takes one pass, builds no values, and does not
 * mind where the text is cut or wrong.
 */
export function jsonKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  /** Of each open bracket, outermost first and not too many: the key that it stands under, and whether it is an array. */
  const open: { key: string; list: boolean }[] = [];
  let depth = 0;
  let objects = 0;
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      if (objects > 0 && objects <= 2 && keys.size < MAX_KEYS && isKey(text, end)) {
        key = text.slice(at + 1, end);
        note(keys, open.slice(0, depth), key);
      }
      at = end;
    } else if (char === '{' || char === '[') {
      const outer = open[depth - 1];
      if (depth < MAX_DEPTH) open[depth] = { key: outer?.list ? outer.key : key, list: char === '[' };
      depth += 1;
      if (char === '{') objects += 1;
    } else if (char === '}' || char === ']') {
      depth = Math.max(depth - 1, 0);
      if (char === '}') objects = Math.max(objects - 1, 0);
    }
  }
  return keys;
}

function note(keys: Set<string>, open: { key: string; list: boolean }[], key: string): void {
  const root = open[0]?.list ? '.' : '';
  const [, second] = open.filter(one => !one.list);
  if (!second) {
    keys.add(`${root}${key}`);
    return;
  }
  keys.add(`${root}${second.key}.${key}`);
  keys.add(`${root}*.${key}`);
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1;
  return text[at] === ':';
}
