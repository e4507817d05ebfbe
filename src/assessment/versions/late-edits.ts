import { allItems } from '../../questionnaire/schema/items.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { applyEdit, type Edit } from '../answers/edit.ts';
import type { Answer, Assessment, Retired } from '../assessment.ts';
import { answersJoined, merged } from '../merging/merge.ts';
import { type Change, rebased } from '../merging/rebase.ts';
import { stepsBack, titlesOf } from './undo.ts';
import { upgradedAlong, upgradePath } from './upgrade.ts';

/**
 * The assessment with a change of somebody who still saw a version that another program had left. It is made on that
 * version and carried the way that all answers go: as a change of version or its undoing does it, so
 * that what has no place any more is in `retired`. `versions` are those of the list.
 */
export function withLateChange(now: Assessment, change: Change, versions: Questionnaire[]): Assessment {
  const seen = change.base.questionnaire.version;
  const edited = (assessment: Assessment): Assessment => rebased(assessment, change);
  if (now.questionnaire.version === seen) return edited(now);
  return (
    carriedOn(now, seen, versions, edited) ??
    carriedBack(now, seen, versions, edited) ??
    withoutWay(now, change.edits, seen, versions)
  );
}

type Edited = (assessment: Assessment) => Assessment;

/** From an older version to the one of now: as an older copy is merged, with the state that it began from. */
function carriedOn(now: Assessment, seen: string, versions: Questionnaire[], edited: Edited): Assessment | undefined {
  const { author, without, ...whole } = now;
  const { upgrades = [], questionnaire, updatedAt } = whole;
  const gone = upgrades.findLastIndex(one => one.from === seen);
  const old = gone < 0 ? undefined : stepsBack(whole, upgrades.length - gone, titlesOf(versions));
  if (!old) return undefined;
  const at = upgrades[gone]?.at ?? updatedAt;
  const [base, theirs] = [old, edited(old)].map(one => upgradedAlong(one, versions, questionnaire.version, at));
  if (!base || !theirs) return undefined;
  const after = merged(whole, theirs, base);
  return { ...after, id: now.id, ...(author !== undefined && { author }), ...(without && { without }) };
}

/** From a newer version to the one of now: as the newer one would have been taken back. */
function carriedBack(now: Assessment, seen: string, versions: Questionnaire[], edited: Edited): Assessment | undefined {
  const steps = upgradePath(versions, now.questionnaire.version, seen)?.length;
  const newer = upgradedAlong(now, versions, seen, now.updatedAt);
  return newer && steps ? stepsBack(edited(newer), steps, titlesOf(versions)) : undefined;
}

/** Where no way is known: what has a place is put there, the rest is archived. */
function withoutWay(now: Assessment, edits: readonly Edit[], seen: string, versions: Questionnaire[]): Assessment {
  const here = versions.find(one => one.version === now.questionnaire.version);
  const known = new Set(here && allItems(here).map(item => item.id));
  const stays = (edit: Edit): boolean => !('item' in edit) || edit.item === undefined || known.has(edit.item);
  const after = edits.filter(stays).reduce(applyEdit, now);
  const lost = edits.filter(edit => !stays(edit) && edit.type !== 'position');
  const bare = lost.reduce(applyEdit, { ...now, answers: {} });
  const titles = titlesOf(versions);
  const entries = Object.entries(bare.answers).map(
    ([item, answer]): Retired => ({ item, version: seen, title: titles(item, seen) ?? { ja: item, en: item }, answer }),
  );
  return entries.length === 0 ? after : { ...after, retired: entries.reduce(archived, after.retired ?? []) };
}

/** Edits of one answer come one after the other: they are one entry. */
function archived(all: Retired[], entry: Retired): Retired[] {
  const same = all.find(one => one.item === entry.item && one.version === entry.version);
  if (!same) return [...all, entry];
  const answer: Answer = answersJoined(same.answer, entry.answer);
  return all.map(one => (one === same ? { ...one, answer } : one));
}
