import type { Lang } from '../../i18n/index.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { reference } from '../../questionnaire/schema/summary.ts';
import { versionNote } from '../../session/version-note.ts';
import { kindOfFile } from '../../workspace/outside-kind.ts';
import { keptText } from '../edits.ts';
import type { Context, Run } from '../kernel/context.ts';
import { problemLine } from '../kernel/failure.ts';
import { oneLine } from '../kernel/output.ts';
import { requireDay, requirePair, requireParticipant, requireYesNo } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { findGate, NotFound, openQuestionnaire } from '../lookup.ts';
import { openScreens } from '../screens.ts';
import { typedFile } from '../typed-file.ts';

type Options = {
  name?: string;
  reviewDate?: string;
  gate?: string[];
  participant?: string[];
  unit?: string[];
  open: boolean;
  json?: boolean;
};

/** `tenken start`: a new assessment, opened unless told otherwise. Without a name on a terminal the screens ask. */
export const run: Run<Options> = async (context, [wanted], options) => {
  const stay = !options.open || options.json === true;
  const asksOnScreen = context.meeting === 'screens' && !stay && options.name === undefined;
  if (wanted === undefined) return startWithout(context, stay);
  const questionnaire = await questionnaireOf(context, wanted);
  if (asksOnScreen && !hasFacts(options)) {
    return openScreens(context, { questionnaire: { id: questionnaire.id, version: questionnaire.version } });
  }
  const draft = draftOf(context, questionnaire, options);
  const workspace = await context.workspace();
  const { id } = await workspace.create(draft, questionnaire);
  const path = workspace.store.pathOf(id);
  if (options.json) return context.sayJson({ id, path });
  await context.say(context.t('cli.start.created', { id, name: oneLine(draft.name), path: oneLine(path) }));
  const note = versionNote(questionnaire, draft.reviewDate, context.today);
  if (note?.warns) await context.warn(context.t(note.key, note.values));
  if (stay) return undefined;
  return (await import('./open.ts')).openById(context, id);
};

async function startWithout(context: Context, stay: boolean): Promise<number> {
  if (stay || context.meeting === 'output') {
    const all = await (await context.workspace()).catalogue();
    throw new UsageError('questionnaire-needed', { versions: all.map(reference).join(', ') });
  }
  if (context.meeting === 'screens') return openScreens(context, {});
  return (await import('../../frontends/lines/home.ts')).startPlain(context);
}

function hasFacts({ reviewDate, gate, participant, unit }: Options): boolean {
  return [reviewDate, gate, participant, unit].some(one => one !== undefined);
}

/** A path names a file; anything else a version. Warnings about a file are told, errors thrown. */
async function questionnaireOf(context: Context, wanted: string): Promise<Questionnaire> {
  if (!/\.ya?ml$/i.test(wanted) && !/[/\\]/.test(wanted)) {
    try {
      return await openQuestionnaire(context, wanted);
    } catch (error) {
      if (!(error instanceof NotFound) || (await kindOfFile(await typedFile(context, wanted))) === undefined)
        throw error;
    }
  }
  const { questionnaire, problems } = await (await context.workspace()).importFile(await typedFile(context, wanted));
  for (const one of problems) await context.warn(problemLine(one, context.t));
  return questionnaire;
}

function draftOf(context: Context, questionnaire: Questionnaire, options: Options) {
  const { lang, globals } = context;
  const gates = (options.gate ?? []).map(text => {
    const [id, answer] = requirePair(text);
    return [findGate(questionnaire, id), requireYesNo(answer)] as const;
  });
  const name =
    options.name === undefined ? `${questionnaire.title[lang]} ${questionnaire.version}` : keptText(options.name);
  if (name === null) throw new UsageError('bad-name', { text: options.name ?? '' });
  const reviewDate = options.reviewDate === undefined ? undefined : requireDay(options.reviewDate, context);
  return {
    name,
    gates: Object.fromEntries(gates.filter((pair): pair is readonly [string, 'yes' | 'no'] => pair[1] !== null)),
    participants: (options.participant ?? []).map(requireParticipant),
    ...(options.unit && { units: unitsOf(options.unit) }),
    ...(globals.lang && { lang: globals.lang as Lang }),
    ...(reviewDate && { reviewDate }),
  };
}

function unitsOf(names: string[]): Record<string, { name: string }> {
  return Object.fromEntries(
    names.flatMap((text, index) => {
      const name = keptText(text);
      return name === null ? [] : [[`u${index + 1}`, { name }]];
    }),
  );
}
