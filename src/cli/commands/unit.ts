import type { Edit } from '../../assessment/answers/edit.ts';
import { itemStates } from '../../assessment/answers/item-state.ts';
import { unitLabel, unitsOf } from '../../assessment/answers/units.ts';
import { readiness } from '../../assessment/review/readiness.ts';
import { findField } from '../../questionnaire/schema/items.ts';
import { keptText, unitValueEdit } from '../edits.ts';
import type { Context, Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { requirePair } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { findUnit, type Opened, openAssessment } from '../lookup.ts';
import { saveEdits } from '../saving.ts';
import { valueLine } from '../views/item.ts';

/** `tenken unit`: the case studies or customers with how they fare; with a unit, its name and values are set. */
export const run: Run<{ value?: string[] }> = async (context, [name = '', unit, title], { value = [] }) => {
  const opened = await openAssessment(context, name);
  if (!opened.questionnaire.units) return context.say(context.t('cli.unit.none'));
  if (unit === undefined) return context.say(unitLines(context, opened).join('\n'));
  const id = findUnit(opened, unit, context.today);
  const edits = editsOf(context, opened, id, title, value);
  if (edits.length === 0) throw new UsageError('nothing-to-do');
  const assessment = await saveEdits(context, opened.assessment, edits);
  const after = unitsOf(opened.questionnaire, assessment, context.today).find(one => one.id === id);
  const label = after ? unitLabel(opened.questionnaire, after, context.lang) : id;
  return context.say(context.t('cli.unit.saved', { unit: oneLine(label) }));
};

function editsOf(
  context: Context,
  { questionnaire }: Opened,
  unit: string,
  title: string | undefined,
  values: string[],
): Edit[] {
  const at = context.at();
  const named: Edit[] = title === undefined ? [] : [{ type: 'unit', unit, name: keptText(title), at }];
  const known = (questionnaire.units?.values ?? []).map(one => one.id).join(', ') || '-';
  return [
    ...named,
    ...values.map(text => {
      const [key, typed] = requirePair(text);
      const field = findField(questionnaire, undefined, key);
      if (!field) throw new UsageError('unknown-field', { item: unit, field: key, fields: known });
      return unitValueEdit(unit, field, typed, at);
    }),
  ];
}

function unitLines({ t, lang, today }: Context, { questionnaire, assessment }: Opened): string[] {
  const { units } = readiness(itemStates(questionnaire, assessment, today), questionnaire.passRule);
  return units.flatMap(one => {
    const how = t(`units.${one.state}`, { n: one.fallen.length, open: one.open.length });
    const label = oneLine(unitLabel(questionnaire, one.unit, lang));
    return [`${one.unit.id}  ${label}  ${how}`, ...one.unit.values.map(value => `    ${valueLine(value, t, lang)}`)];
  });
}
