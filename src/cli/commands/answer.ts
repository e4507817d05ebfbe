import type { Edit } from '../../assessment/answers/edit.ts';
import { type ItemState, itemStates } from '../../assessment/answers/item-state.ts';
import { statusEdits } from '../../assessment/answers/unit-edits.ts';
import type { Assessment, Reason } from '../../assessment/assessment.ts';
import type { Day } from '../../assessment/day.ts';
import { readiness } from '../../assessment/review/readiness.ts';
import { clearEdits, forUnit, keptDay, keptText, statusPatch, valueEdit, withEvidence } from '../edits.ts';
import type { Run } from '../kernel/context.ts';
import { requirePair, requireReason, requireStatus, requireYesNo, type StatusWord } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { type Asked, askedPart, findCheck, findField, findItem, findUnit, openAssessment } from '../lookup.ts';
import { saveEdits } from '../saving.ts';
import { statusText } from '../views/item.ts';

type Options = {
  unit?: string | undefined;
  reason?: string;
  reasonText?: string;
  note?: string;
  value?: string[];
  check?: string[];
  evidence?: string;
  evidenceWhere?: string;
  evidenceDate?: string;
  evidenceUntil?: string;
  evidenceOwner?: string;
  evidenceSighted?: string;
  owner?: string;
  due?: string;
  clear?: boolean;
};

/** `tenken answer`: everything is checked before anything is written, then saved at once. */
export const run: Run<Options> = async (context, [name = '', itemId = '', status], options) => {
  const { t, say, today } = context;
  const opened = await openAssessment(context, name);
  const { questionnaire, assessment } = opened;
  const item = findItem(questionnaire, itemId);
  const unit = options.unit === undefined ? undefined : findUnit(opened, options.unit, today);
  const current = itemStates(questionnaire, assessment, today).find(one => one.item.id === item.id);
  const edits = current
    ? editsOf(current, assessment, status, { ...options, unit }, { at: context.at(), today: context.today })
    : [];
  if (edits.length === 0) throw new UsageError('nothing-to-do');
  const saved = await saveEdits(context, assessment, edits);
  const states = itemStates(questionnaire, saved, today);
  const { counts } = readiness(states, questionnaire.passRule);
  const state = states.find(one => one.item.id === item.id);
  if (!state) return;
  await say(
    t('cli.answer.saved', {
      item: item.id,
      status: statusText(state, t),
      answered: counts.answered,
      total: counts.total,
    }),
  );
  if (state.off !== undefined) await say(t('cli.item.off'));
};

function editsOf(
  current: ItemState,
  assessment: Assessment,
  status: string | undefined,
  options: Options,
  { at, today }: { at: string; today: Day },
): Edit[] {
  const { item } = current;
  const { unit } = options;
  const asked = askedPart(item, unit);
  const before = assessment.answers[item.id];
  const cleared = options.clear ? clearEdits(item, before, at) : [];
  const said = status === undefined ? undefined : requireStatus(status);
  const reason = reasonOf(said, options);
  const set = {
    ...(options.note !== undefined && { note: keptText(options.note, true) }),
    ...(options.owner !== undefined && { owner: keptText(options.owner) }),
    ...(options.due !== undefined && { due: keptDay(options.due, { today }) }),
    ...evidenceOf(options.clear ? undefined : before, options, today),
  };
  const words: Edit[] = [
    ...(Object.keys(set).length > 0 ? [{ type: 'answer', item: item.id, set, at } as const] : []),
    ...(options.value ?? []).map(text => valueIn(asked, text, at)),
    ...(options.check ?? []).map((text): Edit => {
      const [key, value] = requirePair(text);
      return { type: 'check', item: item.id, check: findCheck(asked, key), value: requireYesNo(value), at };
    }),
  ];
  const answered = said === undefined ? [] : statusEdits(current, unit, statusPatch(said, reason), at);
  return [...cleared, ...answered, ...forUnit(words, unit)];
}

function reasonOf(status: StatusWord | undefined, options: Options): { code: Reason; text?: string } | undefined {
  if (status !== 'not-applicable') {
    if (options.reason !== undefined || options.reasonText !== undefined) throw new UsageError('reason-unexpected');
    return undefined;
  }
  if (options.reason === undefined) throw new UsageError('reason-needed');
  const text = keptText(options.reasonText ?? '');
  return { code: requireReason(options.reason), ...(text && { text }) };
}

function evidenceOf(before: Assessment['answers'][string] | undefined, options: Options, today: Day): object {
  const {
    evidence: what,
    evidenceWhere: where,
    evidenceDate: date,
    evidenceUntil: until,
    evidenceOwner: owner,
    evidenceSighted: sighted,
  } = options;
  if (what === undefined) {
    if ([where, date, until, owner, sighted].some(one => one !== undefined)) throw new UsageError('evidence-needed');
    return {};
  }
  return { evidence: withEvidence(before, { what, where, date, until, owner, sighted }, today) };
}

/** `key=value`, or the value alone where the item asks for only one. */
function valueIn(item: Asked, text: string, at: string): Edit {
  const [only, second] = item.values ?? [];
  if (only && !second && !/[=＝]/.test(text)) return valueEdit(item, only, text, at);
  const [key, value] = requirePair(text);
  return valueEdit(item, findField(item, key), value, at);
}
