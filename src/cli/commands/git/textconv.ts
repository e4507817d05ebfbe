import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readCopy } from '../../../workspace/copies.ts';
import type { Run } from '../../context.ts';
import { fieldLines } from '../../views/copies.ts';

/** `tenken git textconv`: a file of answers as text, one line per field; any other file as it is. */
export const run: Run<object> = async (context, [file = '']) => {
  const path = resolve(context.world.cwd, file);
  const lines = await readCopy(path).then(
    ({ assessment }) => fieldLines(assessment, context),
    // A comparison must not fail on a state that somebody has broken: they want to see how.
    async () => (await readFile(path, 'utf8')).trimEnd().split('\n'),
  );
  for (const line of lines) await context.say(line);
  return undefined;
};
