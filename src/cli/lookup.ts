import { checkList } from '../assessment/answers/checks.ts';
import { type Unit, unitLabel, unitParts, unitsOf } from '../assessment/answers/units.ts';
import type { Assessment, Milestone } from '../assessment/assessment.ts';
import type { Day } from '../assessment/day.ts';
import { LANGS } from '../i18n/index.ts';
import type { Item, Questionnaire, Section, ValueField } from '../questionnaire/schema/schema.ts';
import { WorkspaceError } from '../workspace/errors.ts';
import type { Context } from './kernel/context.ts';
import { nearest } from './kernel/nearest.ts';
import { fold } from './kernel/parse.ts';
import { UsageError } from './kernel/usage-error.ts';
import { refuseFile } from './typed-file.ts';

/** An assessment with its questionnaire. */
export type Opened = { questionnaire: Questionnaire; assessment: Assessment };

/** What a person named but is not there, with the names that come near. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  readonly found: WorkspaceError;
  readonly suggestions: string[];

  constructor(found: WorkspaceError, suggestions: string[]) {
    super(found.message, { cause: found });
    this.found = found;
    this.suggestions = suggestions;
  }
}

/** The assessment of this id or name. Throws WorkspaceError `foreign-file` where the word is the path of a file. */
export async function openAssessment(context: Context, name: string): Promise<Opened> {
  const workspace = await context.workspace();
  try {
    return await workspace.open(name);
  } catch (error) {
    if (!(error instanceof WorkspaceError) || error.code !== 'no-assessment') throw error;
    await refuseFile(context, name);
    const all = await workspace.list();
    const names = all.flatMap(one => (one.kind === 'ok' ? [one.id, one.name] : [one.id]));
    throw new NotFound(error, nearest(name, names));
  }
}

/** The questionnaire of `id@version`, or the newest version of `id`. */
export async function openQuestionnaire(context: Context, reference: string): Promise<Questionnaire> {
  const workspace = await context.workspace();
  const [id = '', version] = reference.normalize('NFKC').trim().split('@');
  try {
    return await workspace.questionnaire(id, version || undefined);
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error;
    const known = (await workspace.catalogue()).map(one => `${one.id}@${one.version}`);
    throw new NotFound(error, nearest(reference, known));
  }
}

/** The item of this id, whatever its case and width. Throws UsageError with the nearest ids. */
export function findItem(questionnaire: Questionnaire, id: string): Item {
  const items = questionnaire.sections.flatMap(section => section.items);
  const item = items.find(one => fold(one.id) === fold(id));
  if (!item)
    throw new UsageError(
      'unknown-item',
      { item: id },
      nearest(
        id,
        items.map(one => one.id),
      ),
    );
  return item;
}

/** The scope question of this id. Throws UsageError. */
export function findGate(questionnaire: Questionnaire, id: string): string {
  const ids = (questionnaire.gates ?? []).map(gate => gate.id);
  const gate = ids.find(one => one === fold(id));
  if (!gate) throw new UsageError('unknown-gate', { gate: id, gates: ids.join(', ') }, nearest(id, ids));
  return gate;
}

/** The section of this id. Throws UsageError. */
export function findSection({ sections }: Questionnaire, name: string): Section {
  const found = sections.find(one => one.id === fold(name));
  if (!found) throw new UsageError('unknown-section', { name, names: sections.map(one => one.id).join(', ') });
  return found;
}

/** A milestone by its id or name. Throws UsageError. */
export function findMilestone({ milestones = [] }: Assessment, text: string): Milestone {
  const wanted = fold(text);
  const found = milestones.findLast(one => one.id === wanted || fold(one.name) === wanted);
  if (!found)
    throw new UsageError(
      'unknown-milestone',
      { name: text, names: milestones.map(one => one.name).join(', ') || '-' },
      nearest(
        text,
        milestones.map(one => one.name),
      ),
    );
  return found;
}

/** What an item asks, in common or of a unit. */
export type Asked = Pick<Item, 'id' | 'checks' | 'values'>;

/** What is asked of an item: all of it in common, or what is asked of a unit. */
export function askedPart(item: Item, unit: string | undefined): Asked {
  return unit === undefined ? item : { id: item.id, ...unitParts(item) };
}

/** The unit of this id, number or name. Throws UsageError. */
export function findUnit({ questionnaire, assessment }: Opened, text: string, today: Day): string {
  const units = unitsOf(questionnaire, assessment, today);
  const wanted = fold(text);
  const names = (unit: Unit): string[] =>
    [unit.id, String(unit.number), ...LANGS.map(lang => unitLabel(questionnaire, unit, lang))].map(fold);
  const unit = units.find(one => names(one).includes(wanted));
  if (unit) return unit.id;
  const known = units.map(one => (one.name ? `${one.id} ${one.name}` : one.id));
  throw new UsageError('unknown-unit', { unit: text, units: known.join(', ') || '-' });
}

/** The value field of this id. Throws UsageError. */
export function findField(item: Asked, id: string): ValueField {
  const field = item.values?.find(one => one.id === fold(id));
  if (!field) {
    const fields = (item.values ?? []).map(one => one.id);
    throw new UsageError(
      'unknown-field',
      { item: item.id, field: id, fields: fields.join(', ') || '-' },
      nearest(id, fields),
    );
  }
  return field;
}

/** The sub-question of this id. Throws UsageError. */
export function findCheck(item: Asked, id: string): string {
  const ids = item.checks ? checkList(item.checks).map(({ leaf }) => leaf.id) : [];
  const check = ids.find(one => one === fold(id));
  if (!check)
    throw new UsageError(
      'unknown-check',
      { item: item.id, check: id, checks: ids.join(', ') || '-' },
      nearest(id, ids),
    );
  return check;
}

/**
 * The id behind an id or name, also of an assessment that cannot be opened. One that is gone may still have backups,
 * so its id is taken as it is unless it must be `present`.
 */
export async function assessmentId(context: Context, name: string, { present = false } = {}): Promise<string> {
  const listed = await (await context.workspace()).list();
  const named = listed.filter(one => one.id === name || (one.kind === 'ok' && one.name === name));
  const exact = named.find(one => one.id === name) ?? named[0];
  if (exact && (exact.id === name || named.length === 1)) return exact.id;
  const isId = /^[a-z0-9][a-z0-9-]{0,59}$/.test(name);
  if (named.length === 0 && isId && !present) return name;
  return (await openAssessment(context, name)).assessment.id;
}
