import { keptText } from '../../cli/edits.ts';
import { failureLines, failureOf } from '../../cli/kernel/failure.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { requireDay, requireParticipant } from '../../cli/kernel/parse.ts';
import { UsageError } from '../../cli/kernel/usage-error.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { versionNote } from '../../session/version-note.ts';
import { askGates } from './scope.ts';
import type { Plain } from './session.ts';

/** Asks the few questions of a start, each skipped with Enter; gives the id, or nothing if the input ends first. */
export async function askAndCreate(plain: Plain, questionnaire: Questionnaire): Promise<string | undefined> {
  const { context } = plain;
  const { lang, t } = context;
  const usual = `${questionnaire.title[lang]} ${questionnaire.version}`;
  const name = await ask(plain, t('plain.ask-name', { name: oneLine(usual) }), text => keptText(text) ?? usual);
  const reviewDate =
    name &&
    (await ask(plain, t('plain.ask-review-date'), text => (text.trim() === '' ? '' : requireDay(text, context))));
  const note =
    reviewDate === undefined ? undefined : versionNote(questionnaire, reviewDate || undefined, context.today);
  if (note?.warns) await context.say(t(note.key, note.values));
  const participants = reviewDate !== undefined && (await ask(plain, t('plain.ask-participants'), peopleIn));
  const gates = participants && (await askGates(plain, questionnaire, lang, {}));
  if (!name || reviewDate === undefined || !participants || !gates) {
    await context.say(t('plain.nothing-created'));
    return undefined;
  }
  const workspace = await context.workspace();
  const created = await workspace.create(
    { name, gates, participants, ...(reviewDate && { reviewDate }) },
    questionnaire,
  );
  await context.say(
    t('cli.start.created', { id: created.id, name: oneLine(name), path: oneLine(workspace.store.pathOf(created.id)) }),
  );
  return created.id;
}

function peopleIn(text: string): ReturnType<typeof requireParticipant>[] {
  const parts = text.split(/[,、，]/).map(part => part.trim());
  return parts.filter(Boolean).map(requireParticipant);
}

/** Asks until the answer can be used; undefined if the input ends. */
async function ask<Value>(
  { context, lines }: Plain,
  prompt: string,
  read: (text: string) => Value,
): Promise<Value | undefined> {
  for (;;) {
    const typed = await lines.ask(prompt);
    if (typed === undefined) return undefined;
    try {
      return read(typed);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      await context.say(failureLines(failureOf(error, context.t), context.t).join('\n'));
    }
  }
}
