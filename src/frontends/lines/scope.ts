import { oneLine } from '../../cli/kernel/output.ts';
import { yesNoOf } from '../../cli/kernel/parse.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Command } from '../../session/core/action.ts';
import { opened } from '../../session/core/step.ts';
import type { Handler, Talk } from './talk.ts';

const KEYS = { yes: 'answer-1', no: 'answer-2', unset: 'clear' } as const satisfies Record<string, Command>;

/** Asks every scope question and gives the command for each; none keeps what is there. Undefined if the input ends. */
export async function askGates(
  { context, lines, t, state }: Talk,
  { gates = [] }: Questionnaire,
  before: Record<string, 'yes' | 'no'>,
): Promise<(Command | undefined)[] | undefined> {
  const commands: (Command | undefined)[] = [];
  for (const { id, ask } of gates) {
    const now = before[id];
    await context.say(
      `${oneLine(ask[state().lang])} ${t('plain.gate-now', { value: t(now ? `cli.${now}` : 'cli.unset') })}`,
    );
    const typed = await lines.ask(t('plain.gate-prompt'));
    if (typed === undefined) return undefined;
    const value = yesNoOf(typed);
    commands.push(value === undefined || value === (now ?? 'unset') ? undefined : KEYS[value]);
  }
  return commands;
}

/** Goes through the scope questions again; no answer to an item is lost. */
export const gates: Handler = async talk => {
  const { questionnaire, assessment } = opened(talk.state());
  const commands = await askGates(talk, questionnaire, assessment.gates);
  if (!commands) return 'stay';
  const isThere = talk.state().screen.name === 'gates';
  if (!isThere) talk.press('gates');
  for (const command of commands) talk.press(...(command ? [command] : []), 'down');
  if (!isThere) talk.press('back');
  await talk.settle();
  await talk.context.say(talk.t('plain.gates-saved'));
  return 'show';
};
