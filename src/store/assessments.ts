import type { Assessment } from '../assessment/assessment.ts';
import { type Backup, backupFiles, listBackups } from './backups.ts';
import { type ConflictCopy, conflictCopies } from './conflict-copies.ts';
import type { StoreError } from './errors.ts';
import { type Fs, nodeFs } from './files.ts';
import { homeFolders } from './home.ts';
import { type ListingFile, listsStamp, readListing, stampsOf, writeListing } from './listing-file.ts';
import { assessmentPath, backupFolder, createInTurn, type Place } from './place.ts';
import { type Host, thisHost } from './process.ts';
import { freeId, idsOf, type Listed, listAssessments, listOne, readAssessment } from './reading.ts';
import {
  type ListedSnapshot,
  listSnapshots,
  readSnapshot,
  type SavedVersion,
  type Snapshot,
  savedVersions,
  saveSnapshot,
} from './snapshots.ts';
import { sweep } from './sweep.ts';
import {
  createAssessment,
  openBackup,
  putAssessment,
  removeAssessment,
  restoreAssessment,
  setAsideAssessment,
  type UpdateOptions,
  updateAssessment,
} from './writing.ts';

/**
 * What a store works with. `home` is absolute and need not exist; `clock` dates backups; `fs` and `host` are the real
 * ones unless given; `onBackupError` hears of backups that failed while the answer was saved, `onUnsynced` of changes that
 * are in place but that the disk did not confirm.
 */
export type StoreOptions = {
  home: string;
  clock: () => Date;
  fs?: Fs;
  host?: () => Host;
  onBackupError?: (error: StoreError) => void;
  onUnsynced?: (error: StoreError) => void;
};

/** Assessments on disk. Every method that takes an id throws StoreError `invalid` where it is none. */
export type Store = {
  /** All assessments, last changed first, then by id; the unreadable ones at the end. Creates nothing. */
  list: () => Promise<Listed[]>;
  /** The ids of all answers files. Creates nothing. */
  ids: () => Promise<string[]>;
  /** One answers file as `list` gives it; undefined where it is gone. */
  listOne: (id: string) => Promise<Listed | undefined>;
  /** Of each file that has been left alone for some seconds, something that is another one after any change. */
  stamps: (ids: string[]) => Promise<Map<string, string>>;
  /** Something that is another one after a change of the questionnaires of third parties. */
  listsStamp: () => Promise<string>;
  /** What `writeListing` kept; undefined where there is nothing, or nothing of use. */
  readListing: () => Promise<ListingFile | undefined>;
  /** Keeps what a list said, for the next one. May be deleted at any time; a disk that refuses is no failure. */
  writeListing: (listing: ListingFile) => Promise<void>;
  /** Copies that programs which synchronise folders, editors or git have set aside beside the answers; at most 50. */
  conflictCopies: () => Promise<ConflictCopy[]>;
  /**
   * Gives the very same object while the file stays the same. Throws StoreError: `not-found`, `newer`, `damaged` (with
   * the newest good `backup`) or a failure of the disk.
   */
  read: (id: string) => Promise<Assessment>;
  /** Returns what a `read` will give. Throws StoreError: `exists` if there is one, `invalid` if it is no assessment. */
  create: (assessment: Assessment) => Promise<Assessment>;
  /**
   * Reads, changes and writes while nobody else does; returns what a `read` will give. Changes asked of one store
   * happen in that order. Writes nothing where nothing changed. Throws StoreError: `locked`, and as `read`, `create`;
   * with `backup` also where the state before cannot be kept.
   */
  update: (id: string, change: (assessment: Assessment) => Assessment, options?: UpdateOptions) => Promise<Assessment>;
  /**
   * Puts the outcome of a merge in place of what is there, readable or not, which becomes a backup or this is refused.
   * Throws StoreError `invalid`, `locked` or a failure of the disk.
   */
  put: (id: string, assessment: Assessment) => Promise<Assessment>;
  /** Moves an assessment, readable or not, into its backups; returns that backup. */
  remove: (id: string) => Promise<Backup>;
  /** The backups that can be restored, newest first. */
  backups: (id: string) => Promise<Backup[]>;
  /** All backups, sound or not, newest first; they are not read. */
  backupFiles: (id: string) => Promise<Backup[]>;
  /** What a backup of this id says. Throws StoreError `invalid`, and as `read`. */
  readBackup: (id: string, backupPath: string) => Promise<Assessment>;
  /** Puts a backup of this id in place; what was there, readable or not, becomes a backup. */
  restore: (id: string, backupPath: string) => Promise<Assessment>;
  /** Renames a damaged file within its folder; names the newest good backup. Throws `invalid` if it is not damaged. */
  setAside: (id: string) => Promise<{ movedTo: string; backup?: Backup }>;
  pathOf: (id: string) => string;
  /** Something that is another one after each write, by whomever; undefined where there is no file to look at. */
  stamp: (id: string) => Promise<string | undefined>;
  /** `base`, or the first of `base-2`, `base-3`, ... that has no file. */
  freeId: (base: string) => Promise<string>;
  /** Keeps a questionnaire of a third party, named by its id, version and content hash; returns the path. */
  saveQuestionnaire: (questionnaire: object) => Promise<string>;
  /** `hash` is the content hash or at least its first 12 digits. Throws StoreError `not-found`, `damaged`. */
  readQuestionnaire: (id: string, version: string, hash: string) => Promise<Snapshot>;
  listQuestionnaires: () => Promise<ListedSnapshot[]>;
  /** The versions of one questionnaire by the names of their files, which are not read; what was saved last comes last. */
  savedVersions: (id: string) => Promise<SavedVersion[]>;
  /** Removes temporary files that dead processes left; returns how many. Never throws StoreError. */
  sweep: () => Promise<number>;
};

/** A store on a data directory. Nothing is read or made before a method is called. */
export function createStore(options: StoreOptions): Store {
  const place = placeOf(options);
  return {
    list: () => listAssessments(place),
    ids: () => idsOf(place),
    listOne: id => listOne(place, id),
    stamps: ids => stampsOf(place, ids),
    listsStamp: () => listsStamp(place),
    readListing: () => readListing(place),
    writeListing: listing => writeListing(place, listing),
    conflictCopies: () => conflictCopies(place),
    read: async id => readAssessment(place, id),
    create: async assessment => createAssessment(place, assessment),
    update: async (id, change, options) => updateAssessment(place, id, change, options),
    put: async (id, assessment) => putAssessment(place, id, assessment),
    remove: async id => removeAssessment(place, id),
    backups: async id => listBackups(backupFolder(place, id), id, place.fs),
    backupFiles: async id => backupFiles(backupFolder(place, id), place.fs),
    readBackup: async (id, backupPath) => (await openBackup(place, id, backupPath)).assessment,
    restore: async (id, backupPath) => restoreAssessment(place, id, backupPath),
    setAside: async id => setAsideAssessment(place, id),
    pathOf: id => assessmentPath(place, id),
    stamp: async id => {
      const found = await place.fs.lstat(assessmentPath(place, id)).catch(() => undefined);
      return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
    },
    freeId: async base => freeId(place, base),
    saveQuestionnaire: async questionnaire => saveSnapshot(place, questionnaire),
    readQuestionnaire: async (id, version, hash) => readSnapshot(place, id, version, hash),
    listQuestionnaires: () => listSnapshots(place),
    savedVersions: id => savedVersions(place, id),
    sweep: () => sweep(place),
  };
}

function placeOf({ home, clock, fs = nodeFs, host, onBackupError, onUnsynced }: StoreOptions): Place {
  let known: Host | undefined;
  return {
    folders: homeFolders(home),
    clock,
    fs,
    host: () => (known ??= host?.() ?? thisHost()),
    inTurn: createInTurn(),
    backedUp: new Map(),
    last: new Map(),
    onBackupError: onBackupError ?? (() => undefined),
    onUnsynced: onUnsynced ?? (() => undefined),
  };
}
