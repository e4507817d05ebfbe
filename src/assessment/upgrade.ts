import { wholeChanges } from '../questionnaire/changes.ts';
import { allItems } from '../questionnaire/items.ts';
import type { Change, Item, Questionnaire } from '../questionnaire/schema.ts';
import type { Answer, Assessment, LedgerEntry, Status } from './assessment.ts';
import { checkList } from './checks.ts';

/** Changes after which an answer has to be given anew. */
const TO_CONFIRM = ['threshold', 'polarity', 'meaning', 'split', 'merged'];

/** From what weighs most when several answers become one; a part without an answer comes before what is settled. */
const WEIGHT: (Status | undefined)[] = ['not-met', 'partly', 'unknown', undefined, 'met', 'not-applicable'];

/** A version that another one says it came from. */
type Version = Pick<Questionnaire, 'version' | 'changes'>;

/** The versions on the way from one to another, oldest first, without the first; undefined if no way is known. */
export function upgradePath<One extends Version>(versions: One[], from: string, to: string): One[] | undefined {
  const last = versions.find(one => one.version === to);
  if (!last || from === to) return last && [];
  const before = last.changes && upgradePath(versions, from, last.changes.from);
  return before && [...before, last];
}

/**
 * The assessment on the next version. Nothing is deleted: answers are carried, or carried to be confirmed where the
 * requirement changed, or retired where it is gone; the whole assessment as it was stays in the file.
 * `to.changes` must come from the version of `from`.
 */
export function upgraded(assessment: Assessment, from: Questionnaire, to: Questionnaire, at: string): Assessment {
  const { same, changes } = wholeChanges(to.changes ?? {}, from, to);
  const items = new Map(allItems(to).map(item => [item.id, item]));
  const titles = new Map(allItems(from).map(item => [item.id, item.title]));
  const kept = same.flatMap(id => carried(items.get(id), assessment.answers[id]));
  const changed = changes.flatMap(change =>
    (change.new ?? []).flatMap(id => {
      const olds = (change.old ?? []).map(old => assessment.answers[old]);
      return carried(items.get(id), joined(olds), asConfirm(change, from.version));
    }),
  );
  const gone = changes
    .filter(({ kind }) => kind === 'removed')
    .flatMap(({ old = [] }) => old)
    .flatMap(id => {
      const answer = assessment.answers[id];
      return answer ? [{ item: id, version: from.version, title: titles.get(id) ?? { ja: id, en: id }, answer }] : [];
    });
  const gates = new Set((to.gates ?? []).map(gate => gate.id));
  const position = positionIn(to, assessment.position);
  const { position: _, ...rest } = assessment;
  return {
    ...rest,
    questionnaire: { ...assessment.questionnaire, id: to.id, version: to.version, contentHash: to.contentHash },
    gates: Object.fromEntries(Object.entries(assessment.gates).filter(([id]) => gates.has(id))),
    answers: Object.fromEntries([...kept, ...changed]),
    ...(position !== undefined && { position }),
    retired: [...(assessment.retired ?? []), ...gone],
    upgrades: [
      ...(assessment.upgrades ?? []),
      { from: from.version, to: to.version, at, ledger: ledgerOf(same, changes), before: assessment },
    ],
    updatedAt: at,
  };
}

/** The assessment taken from version to version along the way to `to`; undefined where no way is known or it is there. */
export function upgradedAlong(
  assessment: Assessment,
  versions: Questionnaire[],
  to: string,
  at: string,
): Assessment | undefined {
  const path = upgradePath(versions, assessment.questionnaire.version, to);
  if (!path || path.length === 0) return undefined;
  return path.reduce((before, next) => {
    const old = versions.find(one => one.version === before.questionnaire.version);
    return old ? upgraded(before, old, next, at) : before;
  }, assessment);
}

/** The assessment as it was before its last change of version, byte for byte; undefined if there was none. */
export function undone({ upgrades = [] }: Assessment): Assessment | undefined {
  const before = upgrades.at(-1)?.before;
  // A copy for somebody else may have been made without it.
  return before && 'answers' in before ? (before as Assessment) : undefined;
}

/** Items whose answer came from an earlier version and has to be confirmed. */
export function isToConfirm({ confirm, status }: Answer): boolean {
  return confirm !== undefined && status === undefined;
}

function ledgerOf(same: string[], changes: Change[]): LedgerEntry[] {
  const kindOf = ({ kind }: Change): LedgerEntry['kind'] =>
    kind === 'added' ? 'new' : kind === 'removed' ? 'retired' : TO_CONFIRM.includes(kind) ? 'confirm' : 'carried';
  return [
    { kind: 'carried', change: 'same', old: same, new: same },
    ...changes.map(change => ({
      kind: kindOf(change),
      change: change.kind,
      old: change.old ?? [],
      new: change.new ?? [],
      note: change.note,
    })),
  ];
}

type ConfirmNote = Pick<NonNullable<Answer['confirm']>, 'from' | 'item' | 'change' | 'note'>;

/** What is told beside an answer that has to be confirmed; undefined where the change lets it stand. */
function asConfirm({ kind, old = [], note }: Change, from: string): ConfirmNote | undefined {
  return TO_CONFIRM.includes(kind) ? { from, item: old.join(', '), change: kind, note } : undefined;
}

/** An answer for a requirement of the new version, with only the sub-questions and values that it still has. */
function carried(item: Item | undefined, answer: Answer | undefined, confirm?: ConfirmNote): [string, Answer][] {
  if (!item || !answer) return [];
  const parts = [item.checks, item.perUnit?.checks].flatMap(check => (check ? checkList(check) : []));
  const checks = new Set(parts.map(({ leaf }) => leaf.id));
  const values = new Set([...(item.values ?? []), ...(item.perUnit?.values ?? [])].map(field => field.id));
  const fitting = <One extends Pick<Answer, 'checks' | 'values'>>(one: One): One => ({
    ...one,
    ...(one.checks && { checks: only(one.checks, checks) }),
    ...(one.values && { values: only(one.values, values) }),
  });
  const units = answer.units && Object.fromEntries(Object.entries(answer.units).map(([id, one]) => [id, fitting(one)]));
  const whole: Answer = { ...fitting(answer), ...(units && { units }) };
  return [[item.id, confirm ? open(whole, confirm) : whole]];
}

function only<Value>(record: Record<string, Value>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}

/** The answer without its statuses, which are told as what they were. */
function open({ status, reason, units = {}, confirm: earlier, ...rest }: Answer, confirm: ConfirmNote): Answer {
  const was = Object.fromEntries(Object.entries(units).flatMap(([id, one]) => (one.status ? [[id, one.status]] : [])));
  const bare = Object.fromEntries(Object.entries(units).map(([id, { status: _, reason: __, ...one }]) => [id, one]));
  return {
    ...rest,
    ...(reason && { reason }),
    ...(Object.keys(units).length > 0 && { units: bare }),
    // What nobody has confirmed since an earlier change is still what was said last.
    confirm: {
      ...(earlier ? both(earlier, confirm) : confirm),
      ...((status ?? earlier?.was) && { was: status ?? earlier?.was }),
      ...(Object.keys({ ...earlier?.units, ...was }).length > 0 && { units: { ...earlier?.units, ...was } }),
    },
  };
}

/** Two changes in a row that nobody has confirmed: from the first version on, and both told. */
function both(earlier: ConfirmNote, later: ConfirmNote): ConfirmNote {
  const { from, item, note } = earlier;
  const { ja, en } = later.note;
  return { from, item, change: later.change, note: { ja: `${note.ja}${ja}`, en: `${note.en} ${en}` } };
}

/**
 * Several answers as one: the status that weighs most, notes below each other, all evidence, the first of what else there
 * can only be one.
 */
function joined(answers: (Answer | undefined)[]): Answer | undefined {
  const given = answers.filter(one => one !== undefined);
  if (answers.length < 2 || given.length === 0) return given[0];
  const notes = given.map(one => one.note).filter(Boolean);
  const evidence = given.flatMap(one => one.evidence ?? []).map((one, at) => ({ ...one, id: `e${at + 1}` }));
  const owners = [...new Set(given.map(one => one.owner).filter(Boolean))];
  const { status: _, ...first }: Answer = Object.assign({}, ...given.toReversed());
  const statuses = answers.map(one => one?.status);
  const status = WEIGHT.find(one => statuses.includes(one));
  return {
    ...first,
    ...(status && { status }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(evidence.length > 0 && { evidence }),
    ...(owners.length > 0 && { owner: owners.join(', ') }),
  };
}

function positionIn({ sections }: Questionnaire, position: string | undefined): string | undefined {
  return sections.some(section => section.items.some(item => item.id === position)) ? position : undefined;
}
