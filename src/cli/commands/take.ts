import { takeCopy } from '../../workspace/copies.ts';
import { fileCopy } from '../copies.ts';
import { keptText } from '../edits.ts';
import type { Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { UsageError } from '../kernel/usage-error.ts';

type Options = { name?: string; for?: string; json?: boolean };

/** `tenken take`: makes an assessment of this machine from a copy that somebody shared. */
export const run: Run<Options> = async (context, [path = ''], options) => {
  const { t, say, sayJson } = context;
  const copy = await fileCopy(context, path);
  const [name, author] = [options.name, options.for].map(text => (text === undefined ? undefined : keptText(text)));
  if (name === null || author === null) throw new UsageError('bad-name', { text: '' });
  const workspace = await context.workspace();
  const { id } = await takeCopy(workspace, copy, { ...(name && { name }), ...(author && { author }) });
  const file = workspace.store.pathOf(id);
  if (options.json) return sayJson({ id, path: file });
  return say(t('cli.take.done', { id, path: oneLine(file) }));
};
