import { itemsOfGate } from '../../assessment/answers/scope.ts';
import type { Run } from '../kernel/context.ts';
import { requireYesNo } from '../kernel/parse.ts';
import { findGate, openAssessment } from '../lookup.ts';
import { saveEdits } from '../saving.ts';

/** `tenken gate`: answers a scope question; the answers to items it switches off are kept. */
export const run: Run<object> = async (context, [name = '', id = '', text = '']) => {
  const { t, say } = context;
  const { questionnaire, assessment } = await openAssessment(context, name);
  const gate = findGate(questionnaire, id);
  const value = requireYesNo(text);
  await saveEdits(context, assessment, [{ type: 'gate', gate, value, at: context.at() }]);
  await say(t('cli.gate.saved', { gate, value: t(value === null ? 'cli.unset' : `cli.${value}`) }));
  if (value === 'no') await say(t('cli.gate.off', { items: itemsOfGate(questionnaire, gate).join(', ') }));
};
