import { keptText } from '../../cli/edits.ts';
import { failureLines, failureOf } from '../../cli/kernel/failure.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { requireDay, requireParticipant } from '../../cli/kernel/parse.ts';
import { UsageError } from '../../cli/kernel/usage-error.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Command } from '../../session/core/action.ts';
import type { StartStep } from '../../session/core/state.ts';
import { namesIn } from '../../session/fields/people.ts';
import { versionNote } from '../../session/version-note.ts';
import { fill } from './enter.ts';
import { askGates } from './scope.ts';
import type { Talk } from './talk.ts';

type Told = { name: string; day: string; people: string; gates: (Command | undefined)[]; units: string };

/** Asks the few questions of a start, each skipped with Enter, and creates; false if the input ends first. */
export async function askAndCreate(talk: Talk, questionnaire: Questionnaire): Promise<boolean> {
  const { context, t } = talk;
  const told = await askAll(talk, questionnaire);
  if (!told) {
    await context.say(t('plain.nothing-created'));
    return false;
  }
  for (let step = stepOf(talk); step !== undefined; step = stepOf(talk)) {
    if (step === 'gates') for (const command of told.gates) talk.press(command ?? 'down');
    else if (step !== 'version') fill(talk, textFor(step, told));
    talk.press('enter');
    if (stepOf(talk) === step) break;
  }
  await talk.opened();
  await talk.settle();
  const { id, name } = talk.state().open?.assessment ?? { id: '', name: '' };
  const path = (await context.workspace()).store.pathOf(id);
  await context.say(t('cli.start.created', { id, name: oneLine(name), path: oneLine(path) }));
  return true;
}

function stepOf({ state }: Talk): StartStep | undefined {
  const { screen } = state();
  return screen.name === 'start' ? screen.step : undefined;
}

function textFor(step: Exclude<StartStep, 'gates' | 'version'>, { name, day, people, units }: Told): string {
  return { name, 'review-date': day, people, units }[step];
}

async function askAll(talk: Talk, questionnaire: Questionnaire): Promise<Told | undefined> {
  const { context, t, state } = talk;
  const usual = `${questionnaire.title[state().lang]} ${questionnaire.version}`;
  const name = await ask(talk, t('plain.ask-name', { name: oneLine(usual) }), text => keptText(text) ?? usual);
  if (name === undefined) return undefined;
  const day = await ask(talk, t('plain.ask-review-date'), text => (text.trim() ? requireDay(text, context) : ''));
  if (day === undefined) return undefined;
  const note = versionNote(questionnaire, day || undefined, context.today);
  if (note?.warns) await context.say(t(note.key, note.values));
  const people = await ask(talk, t('plain.ask-participants'), text => {
    for (const one of namesIn(text)) requireParticipant(one);
    return text;
  });
  const gates = people === undefined ? undefined : await askGates(talk, questionnaire, {});
  if (people === undefined || !gates) return undefined;
  const { units: asked } = questionnaire;
  const units = asked ? await ask(talk, t('plain.ask-units', { name: asked.name[state().lang] }), text => text) : '';
  return units === undefined ? undefined : { name, day, people, gates, units };
}

/** Asks until the answer can be used; undefined if the input ends. */
async function ask({ context, lines, t }: Talk, prompt: string, read: (text: string) => string) {
  for (;;) {
    const typed = await lines.ask(prompt);
    if (typed === undefined) return undefined;
    try {
      return read(typed);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      await context.say(failureLines(failureOf(error, t), t).join('\n'));
    }
  }
}
