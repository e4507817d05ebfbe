import type { Edit } from '../../assessment/answers/edit.ts';
import { applyEdit } from '../../assessment/answers/edit.ts';
import { accepted, coverage, type Proposal, proposals } from '../../assessment/versions/reuse.ts';
import type { Context, Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { findItem, findSection, type Opened, openAssessment } from '../lookup.ts';
import { saveEdits } from '../saving.ts';

type Options = { from?: string; accept?: string[]; section?: string; json?: boolean };

/** `tenken reuse`: what the answers to another list offer; taken over item by item or by section, never by itself. */
export const run: Run<Options> = async (context, [name = ''], { from, accept = [], section, json }) => {
  if (from === undefined) throw new UsageError('reuse-from');
  const own = await openAssessment(context, name);
  const other = await openAssessment(context, from);
  const offered = proposals(own, other, context.today);
  if (accept.length === 0 && section === undefined)
    return json ? context.sayJson(offersJson(own, offered)) : show(context, own, offered);
  const wanted = new Set([...accept.map(id => findItem(own.questionnaire, id).id), ...itemsIn(own, section)]);
  const taken = offered.filter(one => wanted.has(one.item.id));
  if (taken.length === 0) throw new UsageError('nothing-to-reuse');
  // One after the other, so that two offers for one item add up.
  const edits: Edit[] = [];
  let assessment = own.assessment;
  for (const one of taken) {
    const edit = accepted(one, assessment, context.at());
    edits.push(edit);
    assessment = applyEdit(assessment, edit);
  }
  await saveEdits(context, own.assessment, edits);
  return context.say(context.t('cli.reuse.taken', { n: new Set(taken.map(one => one.item.id)).size }));
};

function itemsIn({ questionnaire }: Opened, section: string | undefined): string[] {
  if (section === undefined) return [];
  return findSection(questionnaire, section).items.map(item => item.id);
}

async function show({ t, lang, say }: Context, { questionnaire }: Opened, offered: Proposal[]): Promise<undefined> {
  const { items, of } = coverage(offered, questionnaire);
  for (const { item, from, strength, meets, was, status } of offered) {
    const kind = t(strength === 'subset' ? `also.meets-${meets ?? 'other'}` : `also.${strength}`);
    const offer = status ? t(`status.${status}`) : t('cli.reuse.words');
    await say(oneLine(`${item.id}  ${item.title[lang]}  <- ${from} ${t(`status.${was}`)}  ${kind}  ${offer}`));
  }
  return say(t('cli.reuse.coverage', { n: items, of }));
}

function offersJson({ questionnaire, assessment }: Opened, offered: Proposal[]): object {
  return {
    id: assessment.id,
    coverage: coverage(offered, questionnaire),
    proposals: offered.map(({ item, ...one }) => ({ item: item.id, ...one })),
  };
}
