import { attributesLine, git, readAttributes, repository, settings, writeAttributes } from '../../git/git.ts';
import type { Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { showSetup } from './show.ts';

/** `tenken git install`: teaches the repository of this folder to merge and to show answers. */
export const run: Run<{ print?: boolean }> = async (context, [pattern], { print }) => {
  const { say, t } = context;
  if (print) return showSetup(context, pattern);
  const top = await repository(context);
  const line = attributesLine(pattern);
  const lines = await readAttributes(top);
  if (!lines.includes(line)) await writeAttributes(top, [...lines, line]);
  for (const [name, value] of settings(context))
    await git(context, ['config', '--local', '--replace-all', name, value]);
  return say(t('cli.git.installed', { path: oneLine(top), line }));
};
