/** What a change is that replaces more than one answer, as its backup says it. */
export type BackupReason = 'merge' | 'upgrade' | 'undo' | 'restore' | 'remove' | 'milestone';

/**
 * Why a state was kept: `start` as it was before the first change, `edit` before a change of answers, a `BackupReason` before
 * such a change, `after-…` as that change had left it; `old` is one that a version before 0.2 kept.
 */
export type KeptReason = 'old' | 'start' | 'edit' | BackupReason | `after-${BackupReason}`;

/**
 * What the name of a backup says. `seq` grows with every backup of an assessment and is 0 for those of versions before 0.2;
 * `at` is the ISO instant by the clock of then, which may have been wrong; `digest` belongs to its bytes.
 */
export type BackupName = { name: string; seq: number; at: string; reason: KeptReason; digest?: string };

const REASONS = ['merge', 'upgrade', 'undo', 'restore', 'remove', 'milestone'] as const;
const OLD = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json$/;
const NAME =
  /^(\d{6,14})-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-((?:after-)?[a-z]{4,9})-([0-9a-f]{12})\.json$/;

/** What nothing but a hand could have written: no sequence grows that long. */
const MOST = 10 ** 13;
const FIRST_MS = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** An instant as part of a file name, in UTC: `2026-11-22T09-05-00-000Z`; also where the clock is out of its senses. */
export function stamp(at: Date): string {
  const ms = Number.isNaN(at.getTime()) ? 0 : Math.min(Math.max(at.getTime(), FIRST_MS), LAST_MS);
  return new Date(ms).toISOString().replace(/[:.]/g, '-');
}

/** What the name of a file in a folder of backups says; undefined for any other name. */
export function parseBackupName(name: string): BackupName | undefined {
  const [, day, hour, minute, second, ms] = OLD.exec(name) ?? [];
  if (day !== undefined) return { name, seq: 0, at: `${day}T${hour}:${minute}:${second}.${ms}Z`, reason: 'old' };
  const parts = NAME.exec(name);
  if (!parts) return undefined;
  const [, seq, date, h, m, s, thousandth, reason, digest = ''] = parts;
  if (!isReason(reason) || Number(seq) > MOST) return undefined;
  return { name, seq: Number(seq), at: `${date}T${h}:${m}:${s}.${thousandth}Z`, reason, digest };
}

/** The name of a backup. */
export function backupName(seq: number, at: Date, reason: KeptReason, digest: string): string {
  return `${String(seq).padStart(6, '0')}-${stamp(at)}-${reason}-${digest}.json`;
}

/** The names of backups among these names, newest first: by their sequence, whatever the clock said. */
export function newestFirst(names: string[]): BackupName[] {
  return names.flatMap(name => parseBackupName(name) ?? []).sort((a, b) => b.seq - a.seq || (a.name < b.name ? 1 : -1));
}

/** The change that a state was kept before, where it was one that replaces more than an answer. */
export function changeAfter(reason: KeptReason): BackupReason | undefined {
  return REASONS.find(one => one === reason);
}

/** Whether a state is more than one of many between two answers. */
export function isMarked(reason: KeptReason): boolean {
  return reason !== 'edit' && reason !== 'old';
}

function isReason(text: string | undefined): text is KeptReason {
  const plain = text?.replace(/^after-/, '');
  return text === 'start' || text === 'edit' || REASONS.some(one => one === plain);
}
