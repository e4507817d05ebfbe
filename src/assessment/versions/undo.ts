import { findItem } from '../../questionnaire/schema/items.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Answer, Assessment, Kept, Retired, Upgrade } from '../assessment.ts';
import { isSame } from '../merging/copy.ts';
import { answersJoined } from '../merging/merge.ts';
import { groupsOf, own } from './kept.ts';
import type { LedgerEntry } from './ledger.ts';
import { answerAfter, fitting } from './step-answer.ts';

/** The change of version that is taken back at once: the steps that one command or key made. */
export type LastUpgrade = { from: string; to: string; at: string; steps: number };

/** The title that a version has for an item, as far as it is known. */
export type Titles = (item: string, version: string) => Retired['title'] | undefined;

/** The titles of these versions of a list. */
export function titlesOf(versions: Questionnaire[]): Titles {
  return (item, version) =>
    findItem(
      versions.find(one => one.version === version),
      item,
    )?.title;
}

/** What would be taken back; undefined where there is nothing, or a copy was made without what was before. */
export function lastUpgrade({ upgrades = [] }: Pick<Assessment, 'upgrades'>): LastUpgrade | undefined {
  const last = upgrades.at(-1);
  if (!last?.before.kept) return undefined;
  const other = upgrades.findLastIndex(one => one.at !== last.at || !one.before.kept);
  const steps = upgrades.length - 1 - other;
  return { from: upgrades[other + 1]?.from ?? last.from, to: last.to, at: last.at, steps };
}

/**
 * The assessment with its last change of version taken back, all steps of it: as it was before, byte for byte, where
 * nothing was said since. What was said since comes along: into the item that it belongs to, else into `retired` with the
 * title that `titles` gives. Undefined if there is nothing to take back.
 */
export function undone(assessment: Assessment, titles: Titles = () => undefined): Assessment | undefined {
  const last = lastUpgrade(assessment);
  return last && stepsBack(assessment, last.steps, titles);
}

/** The same for a number of steps; undefined where one of them is missing, or was made without what was before. */
export function stepsBack(assessment: Assessment, steps: number, titles: Titles): Assessment | undefined {
  let state: Assessment = assessment;
  for (let step = 0; step < steps; step += 1) {
    if (!state.upgrades?.at(-1)?.before.kept) return undefined;
    state = back(state, titles);
  }
  return state;
}

/** The items answered, or answered anew, since the last change of version, in the order of their ids. */
export function answeredSince(assessment: Assessment): string[] {
  const upgrades = assessment.upgrades ?? [];
  const steps = upgrades.slice(upgrades.length - (lastUpgrade(assessment)?.steps ?? 0)).reverse();
  const [step] = steps;
  if (!step) return [];
  const groups = steps.map(byNew);
  const isNew = ([id, answer]: [string, Answer]): boolean => {
    if (answer.updatedAt !== undefined && answer.updatedAt > step.at) return true;
    if (!hasOrigin(id, groups)) return true;
    const group = groups[0]?.get(id);
    const base = group && baseOf(step, group, answer);
    // One that is not kept was the same before.
    return base !== undefined && !isSame(base, answer);
  };
  return Object.entries(assessment.answers)
    .filter(isNew)
    .map(([id]) => id)
    .sort();
}

/** Whether an item was there before these steps, the last of which comes first. */
function hasOrigin(item: string, groups: Map<string, LedgerEntry>[]): boolean {
  const [last, ...earlier] = groups;
  return last === undefined || (last.get(item)?.old.some(id => hasOrigin(id, earlier)) ?? false);
}

function byNew({ ledger }: Upgrade): Map<string, LedgerEntry> {
  return new Map(groupsOf(ledger).flatMap(group => group.new.map(id => [id, group] as const)));
}

/** One step back. */
function back(now: Assessment, titles: Titles): Assessment {
  const upgrades = now.upgrades ?? [];
  const step = upgrades.at(-1);
  const kept = step?.before.kept;
  if (!step || !kept) return now;
  const { position: _, retired: __, upgrades: ___, ...rest } = now;
  const position = positionBefore(now, step, kept);
  const retired = [...retiredBefore(now, step, kept), ...homeless(now, step, titles)];
  return {
    ...rest,
    questionnaire: kept.questionnaire,
    gates: { ...now.gates, ...kept.gates },
    answers: answersBefore(now, step, kept),
    ...(position !== undefined && { position }),
    ...((retired.length > 0 || kept.retired) && { retired }),
    ...(upgrades.length > 1 && { upgrades: upgrades.slice(0, -1) }),
    updatedAt: now.updatedAt > step.at ? now.updatedAt : kept.updatedAt,
  };
}

function answersBefore(now: Assessment, step: Upgrade, kept: Kept): Record<string, Answer> {
  const groups = groupsOf(step.ledger);
  const placed = new Set(groups.flatMap(group => group.old));
  const strangers = Object.entries(kept.answers).filter(([id]) => !placed.has(id));
  const told = groups.flatMap(group =>
    group.old.flatMap((id): [string, Answer][] => {
      const answer = answerBefore(now, step, group, id);
      return answer ? [[id, answer]] : [];
    }),
  );
  return Object.fromEntries([...strangers, ...told]);
}

/** What an item had, with what was said since of the items that it became. */
function answerBefore(now: Assessment, step: Upgrade, group: LedgerEntry, id: string): Answer | undefined {
  const was = own(step.before.kept?.answers ?? {}, id);
  // What one item handed on to one other as it was is not kept.
  if (!was && group.old.length === 1 && group.new.length === 1) return own(now.answers, group.new[0] ?? '');
  const archived = lateInArchive(now, step, group).filter(one => one.item === id);
  const since = [
    // Several may be there, from copies that were upgraded apart: none of them takes anything of another one away.
    ...archived.map(({ answer }) => ({ now: answer, base: {} })),
    ...partsNow(now, step, group),
  ].filter(one => !isSame(one.now, one.base));
  const before = since.reduce((all, one) => withSince(all, one.now, one.base), was ?? {});
  return was || Object.keys(before).length > 0 ? before : undefined;
}

/**
 * What became of an item by now. Of several items that it became, what any of them still says is said: a word that was
 * replaced in one and left in another is not gone.
 */
function partsNow({ answers }: Assessment, step: Upgrade, group: LedgerEntry): { now: Answer; base: Answer }[] {
  const parts = group.new.map(to => own(answers, to)).filter(one => one !== undefined);
  const each = parts.map(part => ({ now: part, base: baseOf(step, group, part) ?? {} }));
  if (parts.length < 2 || each.every(one => isSame(one.now, one.base))) return each;
  const all = parts.map(toldApart).reduce((one, other) => answersJoined(one, other));
  return [{ now: all, base: baseOf(step, group, all) ?? {} }];
}

/** Answers that were given to an item which the step had retired, as by a program that did not know of it yet. */
function lateInArchive({ retired = [] }: Assessment, step: Upgrade, { kind, old }: LedgerEntry): Retired[] {
  const kept = step.before.kept?.answers ?? {};
  if (kind !== 'retired') return [];
  return retired.filter(
    ({ item, version, answer }) => version === step.from && old.includes(item) && !isSame(answer, own(kept, item)),
  );
}

/**
 * What the step made of the answers that it kept, for the item whose answer is `now`. Sub-questions that `now` does not
 * have count as dropped by the step, so that what was said of them stays.
 */
function baseOf({ before, from }: Upgrade, group: LedgerEntry, now: Answer): Answer | undefined {
  const olds = group.old.map(id => own(before.kept?.answers ?? {}, id));
  const made = answerAfter(group, olds, from);
  const parts = [now, ...Object.values(now.units ?? {})];
  const known = (field: 'checks' | 'values') => new Set(parts.flatMap(one => Object.keys(one[field] ?? {})));
  return made && fitting(made, known('checks'), known('values'));
}

/** An answer as it was before, with what was said since. Whoever gave a status has confirmed what came from earlier. */
function withSince(was: Answer, now: Answer, base: Answer): Answer {
  // What copies disagreed on before the step stays a difference: nothing of it counts as taken away.
  const { differs: __, ...agreed } = toldApart(base);
  const since = answersJoined(was, toldApart(now), agreed);
  if (now.status === undefined || now.status === base.status) return since;
  const { confirm: _, ...confirmed } = since;
  return confirmed;
}

/** An answer without what the step wrote into it. */
function toldApart({ confirm: _, differs, by, ...answer }: Answer): Answer {
  const { confirm: __, ...left } = differs ?? {};
  const { confirm: ___, ...known } = by ?? {};
  return {
    ...answer,
    ...(Object.keys(left).length > 0 && { differs: left }),
    ...(Object.keys(known).length > 0 && { by: known }),
  };
}

/** The position that was left, else the item that the one of now was. */
function positionBefore({ position }: Assessment, step: Upgrade, kept: Kept): string | undefined {
  const groups = byNew(step);
  const after = kept.position !== undefined && groups.has(kept.position) ? kept.position : undefined;
  if (position === undefined || position === after) return kept.position;
  return groups.get(position)?.old[0] ?? kept.position;
}

/** What was retired before the step and what has come in since; what the step retired is back in its item. */
function retiredBefore({ retired = [] }: Assessment, step: Upgrade, kept: Kept): Retired[] {
  const gone = new Set(step.ledger.filter(one => one.kind === 'retired').flatMap(one => one.old));
  return [...(kept.retired ?? []), ...retired.filter(({ item, version }) => version !== step.from || !gone.has(item))];
}

/** Answers to items that the version before does not have. */
function homeless({ answers }: Assessment, step: Upgrade, titles: Titles): Retired[] {
  const groups = byNew(step);
  const back = step.before.kept?.retired ?? [];
  return Object.entries(answers).flatMap(([item, answer]): Retired[] => {
    if ((groups.get(item)?.old.length ?? 0) > 0 || Object.keys(answer).length === 0) return [];
    // It had come back from the archive and goes there again.
    if (back.some(one => one.item === item && isSame(one.answer, answer))) return [];
    return [{ item, version: step.to, title: titles(item, step.to) ?? { ja: item, en: item }, answer }];
  });
}
