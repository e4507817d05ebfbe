import type { Context } from '../../cli/kernel/context.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { yesNoOf } from '../../cli/kernel/parse.ts';
import { type Lang, translator } from '../../i18n/index.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Lines } from './lines.ts';
import { type Handler, saved, wordsOf } from './session.ts';

type Gates = Record<string, 'yes' | 'no'>;

/** Asks every scope question; Enter keeps what is there, `-` takes it back. Undefined if the input ends. */
export async function askGates(
  { context, lines }: { context: Context; lines: Lines },
  questionnaire: Questionnaire,
  lang: Lang,
  before: Gates,
): Promise<Gates | undefined> {
  const t = translator(lang);
  const gates = { ...before };
  for (const gate of questionnaire.gates ?? []) {
    const now = gates[gate.id];
    await context.say(
      `${oneLine(gate.ask[lang])} ${t('plain.gate-now', { value: t(now ? `cli.${now}` : 'cli.unset') })}`,
    );
    const typed = await lines.ask(t('plain.gate-prompt'));
    if (typed === undefined) return undefined;
    const value = yesNoOf(typed);
    if (value === 'unset') delete gates[gate.id];
    else if (value) gates[gate.id] = value;
  }
  return gates;
}

/** Goes through the scope questions again; no answer to an item is lost. */
export const gates: Handler = async (plain, walk) => {
  const { questionnaire, assessment } = walk.opened;
  const after = await askGates(plain, questionnaire, walk.lang, assessment.gates);
  if (!after) return { walk, step: 'stay' };
  const at = plain.context.at();
  const ids = (questionnaire.gates ?? []).map(gate => gate.id).filter(id => after[id] !== assessment.gates[id]);
  const kept = await saved(
    plain,
    walk,
    ids.map(gate => ({ type: 'gate', gate, value: after[gate] ?? null, at })),
  );
  await plain.context.say(wordsOf(walk)('plain.gates-saved'));
  return { walk: kept, step: 'show' };
};
