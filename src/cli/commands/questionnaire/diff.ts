import { upgradePath } from '../../../assessment/versions/upgrade.ts';
import { findItem } from '../../../questionnaire/schema/items.ts';
import type { Change, Questionnaire } from '../../../questionnaire/schema/schema.ts';
import type { Context, Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { UsageError } from '../../kernel/usage-error.ts';
import { openQuestionnaire } from '../../lookup.ts';

type Step = { from: Questionnaire; to: Questionnaire; changes: Change[] };

/** `tenken questionnaire diff`: how the requirements of one version became those of another, version by version. */
export const run: Run<{ json?: boolean; markdown?: boolean }> = async (context, [first = '', second = ''], options) => {
  const from = await openQuestionnaire(context, first);
  const versions = await (await context.workspace()).versions(from.id);
  const wanted = second.split('@').at(-1) ?? '';
  const path = upgradePath(versions, from.version, wanted);
  if (!path || path.length === 0) throw new UsageError('no-changes');
  const steps = path.map((to, at): Step => ({ from: path[at - 1] ?? from, to, changes: to.changes?.changes ?? [] }));
  if (options.json) return context.sayJson(stepsJson(from, steps));
  for (const line of steps.flatMap(step => (options.markdown ? markdownOf(context, step) : linesOf(context, step))))
    await context.say(line);
  return undefined;
};

function stepsJson(from: Questionnaire, steps: Step[]): object {
  return {
    id: from.id,
    steps: steps.map(({ from: old, to, changes }) => ({
      from: old.version,
      to: to.version,
      same: to.changes?.same ?? [],
      changes: changes.map(change => ({
        ...change,
        before: (change.old ?? []).map(id => textOf(old, id)),
        after: (change.new ?? []).map(id => textOf(to, id)),
      })),
    })),
  };
}

function textOf(list: Questionnaire, id: string): object {
  const item = findItem(list, id);
  return { id, title: item?.title, ask: item?.ask };
}

function linesOf({ t, lang }: Context, { from, to, changes }: Step): string[] {
  const same = to.changes?.same.length ?? 0;
  return [
    t('cli.diff.step', { from: from.version, to: to.version, same, changed: changes.length }),
    ...changes.flatMap(change => {
      const ids = [(change.old ?? ['-']).join(', '), (change.new ?? ['-']).join(', ')].join(' -> ');
      return [
        `  ${ids}  ${t(`change.${change.kind}`)}  ${oneLine(change.note[lang])}`,
        ...(change.old ?? []).map(id => `    - ${oneLine(findItem(from, id)?.ask[lang] ?? '')}`),
        ...(change.new ?? []).map(id => `    + ${oneLine(findItem(to, id)?.ask[lang] ?? '')}`),
      ];
    }),
  ];
}

/** A table in which the old question stands beside the new one. */
function markdownOf({ t, lang }: Context, { from, to, changes }: Step): string[] {
  const cell = (text: string): string => oneLine(text).replaceAll('\\', '\\\\').replaceAll('|', '\\|') || '—';
  const side = (list: Questionnaire, ids: string[] = []): string =>
    cell(ids.map(id => `${id} ${findItem(list, id)?.ask[lang] ?? ''}`).join(' / '));
  const head = ['cli.diff.kind', 'cli.diff.old', 'cli.diff.new', 'cli.diff.note'] as const;
  return [
    `## ${from.version} → ${to.version}`,
    '',
    `| ${head.map(key => t(key)).join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...changes.map(
      change =>
        `| ${t(`change.${change.kind}`)} | ${side(from, change.old)} | ${side(to, change.new)} | ${cell(change.note[lang])} |`,
    ),
    '',
  ];
}
