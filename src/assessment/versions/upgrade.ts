import { wholeChanges } from '../../questionnaire/load/changes.ts';
import { allItems } from '../../questionnaire/schema/items.ts';
import type { Change, Item, Questionnaire } from '../../questionnaire/schema/schema.ts';
import { checkList } from '../answers/checks.ts';
import type { Answer, Assessment, Retired } from '../assessment.ts';
import { groupsOf, keptOf, own } from './kept.ts';
import type { LedgerEntry } from './ledger.ts';
import { answerAfter, fitting } from './step-answer.ts';

/** Changes after which an answer has to be given anew. */
const TO_CONFIRM = ['threshold', 'polarity', 'meaning', 'split', 'merged'];

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
 * requirement changed, or retired where it is gone; what was changed by this is kept as it was. An answer that was retired
 * when this version was left comes back. `to.changes` must come from the version of `from`.
 */
export function upgraded(assessment: Assessment, from: Questionnaire, to: Questionnaire, at: string): Assessment {
  const { same, changes } = wholeChanges(to.changes ?? {}, from, to);
  const ledger = ledgerOf(same, changes);
  const items = new Map(allItems(to).map(item => [item.id, item]));
  const carriedOver = groupsOf(ledger).flatMap(group =>
    group.new.flatMap(id => {
      const olds = group.old.map(old => own(assessment.answers, old));
      return carried(items.get(id), answerAfter(group, olds, from.version));
    }),
  );
  const answers = Object.fromEntries(carriedOver);
  const back = (assessment.retired ?? []).filter(
    ({ item, version }, index, all) =>
      version === to.version &&
      items.has(item) &&
      !Object.hasOwn(answers, item) &&
      index === all.findLastIndex(other => other.item === item && other.version === version),
  );
  const retired = [
    ...(assessment.retired ?? []).filter(one => !back.includes(one)),
    ...goneOf(assessment, ledger, from),
  ];
  const gates = new Set((to.gates ?? []).map(gate => gate.id));
  const position = positionIn(to, assessment.position);
  const { position: _, retired: __, ...rest } = assessment;
  const after: Assessment = {
    ...rest,
    questionnaire: { ...assessment.questionnaire, id: to.id, version: to.version, contentHash: to.contentHash },
    gates: Object.fromEntries(Object.entries(assessment.gates).filter(([id]) => gates.has(id))),
    answers: { ...answers, ...Object.fromEntries(back.map(one => [one.item, one.answer])) },
    ...(position !== undefined && { position }),
    ...((retired.length > 0 || assessment.retired) && { retired }),
    updatedAt: assessment.updatedAt > at ? assessment.updatedAt : at,
  };
  const step = { from: from.version, to: to.version, at, ledger };
  const before = { kept: keptOf(assessment, after, step) };
  return { ...after, upgrades: [...(assessment.upgrades ?? []), { ...step, before }] };
}

function goneOf({ answers }: Assessment, ledger: LedgerEntry[], from: Questionnaire): Retired[] {
  const titles = new Map(allItems(from).map(item => [item.id, item.title]));
  return ledger
    .filter(({ kind }) => kind === 'retired')
    .flatMap(({ old }) => old)
    .flatMap(id => {
      const answer = own(answers, id);
      return answer ? [{ item: id, version: from.version, title: titles.get(id) ?? { ja: id, en: id }, answer }] : [];
    });
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

/** An answer for a requirement of the new version, with only the sub-questions and values that it still has. */
function carried(item: Item | undefined, answer: Answer | undefined): [string, Answer][] {
  if (!item || !answer) return [];
  const parts = [item.checks, item.perUnit?.checks].flatMap(check => (check ? checkList(check) : []));
  const checks = new Set(parts.map(({ leaf }) => leaf.id));
  const values = new Set([...(item.values ?? []), ...(item.perUnit?.values ?? [])].map(field => field.id));
  return [[item.id, fitting(answer, checks, values)]];
}

function positionIn({ sections }: Questionnaire, position: string | undefined): string | undefined {
  return sections.some(section => section.items.some(item => item.id === position)) ? position : undefined;
}
