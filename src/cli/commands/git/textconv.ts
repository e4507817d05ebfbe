import { resolve } from 'node:path';
import { readCopy } from '../../../workspace/copies.ts';
import { readOutside } from '../../../workspace/outside-file.ts';
import type { Run } from '../../kernel/context.ts';
import { fieldLines } from '../../views/copies.ts';

/** More of a file than that is not compared by reading it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `tenken git textconv`: a file of answers as text, one line per field; any other file as it is. */
export const run: Run<object> = async (context, [file = '']) => {
  const path = resolve(context.world.cwd, file);
  const lines = await readCopy(path).then(
    ({ assessment }) => fieldLines(assessment, context),
    // A comparison must not fail on a state that somebody has broken: they want to see how.
    async () =>
      new TextDecoder()
        .decode(await readOutside(path, MOST_BYTES))
        .trimEnd()
        .split('\n'),
  );
  for (const line of lines) await context.say(line);
  return undefined;
};
