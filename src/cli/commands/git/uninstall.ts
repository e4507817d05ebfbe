import { git, readAttributes, repository, writeAttributes } from '../../git/git.ts';
import type { Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';

/** `tenken git uninstall`: takes back what `install` has set up in the repository of this folder. */
export const run: Run<object> = async context => {
  const { say, t } = context;
  const top = await repository(context);
  const lines = await readAttributes(top);
  const left = lines.filter(line => !line.endsWith(' merge=tenken diff=tenken'));
  if (left.length < lines.length) await writeAttributes(top, left);
  const known = await git(context, ['config', '--local', '--name-only', '--list']);
  for (const section of ['merge.tenken', 'diff.tenken']) {
    if (known.split('\n').some(name => name.startsWith(`${section}.`)))
      await git(context, ['config', '--local', '--remove-section', section]);
  }
  return say(t('cli.git.uninstalled', { path: oneLine(top) }));
};
