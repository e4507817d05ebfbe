import { basename } from 'node:path';
import { answerCount, type StateChanges, stateChanges } from '../../assessment/answers/state-changes.ts';
import { type T, wordOf } from '../../i18n/index.ts';
import type { Store } from '../../store/assessments.ts';
import type { Backup } from '../../store/backups.ts';
import { StoreError } from '../../store/errors.ts';
import { localTime } from '../../store/local-time.ts';
import { oneLine } from '../kernel/output.ts';

/**
 * A kept state as lists tell of it: `number` is 1 for the newest; `state` is `ok` or the code of what is wrong with it;
 * `next` is what came between it and the next newer one that can be read, which for the newest is the present file.
 */
export type KeptState = Backup & { number: number; state: string; answers?: number; next?: StateChanges };

/** All backups of an assessment, newest first, with what is in each. No more than two of them are held at a time. */
export async function keptStates(store: Store, id: string): Promise<KeptState[]> {
  let newer = await store.read(id).catch(onlyStoreError);
  const states: KeptState[] = [];
  for (const [index, backup] of (await store.backupFiles(id)).entries()) {
    const known = { ...backup, number: index + 1 };
    try {
      const assessment = await store.readBackup(id, backup.path);
      const next = newer && stateChanges(assessment, newer);
      states.push({ ...known, state: 'ok', answers: answerCount(assessment), ...(next && { next }) });
      newer = assessment;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Removed by another program since the folder was read.
      if (error.code !== 'not-found') states.push({ ...known, state: error.code });
    }
  }
  return states;
}

function onlyStoreError(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
}

/** ` 1  2026-11-30 18:05:09  before a merge  36 KB  31 answers  then +3 answered, 1 note` */
export function backupLine({ number, at, reason, bytes, state, answers, next }: KeptState, t: T): string {
  const facts = [
    localTime(at),
    wordOf(t, 'backup.reason', reason),
    sizeText(bytes),
    state === 'ok' ? t('cli.backups.answers', { n: answers ?? 0 }) : wordOf(t, 'cli.bad', state),
    ...(next ? [t('cli.backups.then', { changes: changesText(next, t) })] : []),
  ];
  return [String(number).padStart(2), ...facts.map(oneLine)].join('  ');
}

/** `backups --json`. */
export function backupsJson(id: string, states: KeptState[]): object {
  return { id, backups: states.map(one => ({ ...one, name: basename(one.path, '.json') })) };
}

function changesText(changes: StateChanges, t: T): string {
  const told = Object.entries(changes).filter(([, n]) => n > 0);
  if (told.length === 0) return t('cli.backups.same');
  return told.map(([kind, n]) => t(`backup.change.${kind as keyof StateChanges}`, { n })).join(', ');
}

function sizeText(bytes: number): string {
  const kb = Math.ceil(bytes / 1024);
  return kb < 1024 ? `${kb} KB` : `${(kb / 1024).toFixed(1)} MB`;
}
