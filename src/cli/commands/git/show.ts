import { attributesLine, settings } from '../../git/git.ts';
import { quoted } from '../../git/git-commands.ts';
import type { Context, Run } from '../../kernel/context.ts';

/** `tenken git`: what `install` would set up, changing nothing. */
export const run: Run<object> = async context => showSetup(context);

/** The line for `.gitattributes` and the commands that git has to be given. */
export async function showSetup(context: Context, pattern?: string): Promise<undefined> {
  const { say } = context;
  await say(`.gitattributes: ${attributesLine(pattern)}`);
  for (const [name, value] of settings(context)) await say(`git config ${name} ${quoted(value)}`);
  return undefined;
}
