import { readdirSync } from 'node:fs';

/** Every file and folder below a folder, sorted; names only, relative. */
function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** What a write that was cut off leaves: temporary files and locks. */
export function leftovers(folder: string): string[] {
  return tree(folder).filter(path => /\.(tmp|lock)$/.test(path));
}
