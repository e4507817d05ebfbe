import type { Edit } from '../../assessment/answers/edit.ts';
import type { Listed } from '../../assessment/answers/listed.ts';
import type { Assessment, Status } from '../../assessment/assessment.ts';
import type { Change } from '../../assessment/merging/rebase.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { WorkshopPlan } from '../../assessment/workshop/workshop.ts';
import type { Lang, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Summary } from '../../questionnaire/schema/summary.ts';
import type { Message, OfferedCopy, ReportKind, Screen, State } from './state.ts';

/** What a key can mean besides going to a screen. Text fields use the editing commands, every screen uses the rest. */
export const OWN_COMMANDS = [
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'first',
  'last',
  'enter',
  'space',
  'back',
  'quit',
  'interrupt',
  'help',
  'language',
  'side-by-side',
  'search',
  'new',
  'mark-all',
  'accept',
  'sight',
  'progress',
  'import',
  'delete',
  'answer-1',
  'answer-2',
  'answer-3',
  'answer-4',
  'answer-5',
  'clear',
  'note',
  'evidence',
  'owner',
  'due',
  'flag',
  'guide',
  'vote',
  'decision',
  'dissent',
  'action-item',
  'park',
  'later',
  'pause-meeting',
  'unit-next',
  'unit-previous',
  'same-for-all',
  'link-1',
  'link-2',
  'link-3',
  'link-4',
  'link-5',
  'link-6',
  'link-7',
  'link-8',
  'link-9',
  'next-open',
  'filter',
  'write',
  'which',
  'word-left',
  'word-right',
  'line-start',
  'line-end',
  'text-start',
  'text-end',
  'backspace',
  'delete-right',
  'delete-word-left',
  'delete-word-right',
  'kill-to-end',
  'kill-to-start',
  'yank',
  'undo',
  'redo',
  'save-field',
  'editor',
  'next-field',
  'previous-field',
  'suspend',
  'redraw',
] as const;
/** What a key can mean; the name of a screen is to go there. */
export type Command = (typeof OWN_COMMANDS)[number] | Screen['name'];

/** Which note: of an item, or of a unit's part of it, in an assessment. */
export type NoteRef = { id: string; item: string; unit?: string };

/** What an editor gave back, and what it had been given: what was stored and what stood in the field. */
export type Edited = { note: NoteRef; before: readonly string[]; text: string };

/**
 * What happened: a key, typed text, or the result of an effect. `at` is an ISO instant in UTC; `last` is the last position
 * of what is being read, where something is and its length is known.
 */
export type Action =
  | { type: 'command'; command: Command; at: string; last?: number }
  | { type: 'text'; text: string; at: string }
  | { type: 'resized'; size: State['size'] }
  | { type: 'listed'; listed: Listed[] }
  | { type: 'loaded'; questionnaire: Questionnaire }
  | {
      type: 'opened';
      open: OpenAssessment;
      demo?: boolean;
      unsaved?: boolean;
      preview?: ReportKind;
      workshop?: Partial<WorkshopPlan>;
    }
  | { type: 'tick'; at: string }
  | { type: 'day'; today: State['today'] }
  | { type: 'around'; around: NonNullable<State['around']> }
  | { type: 'tokens'; tokens: NonNullable<State['tokens']> }
  | { type: 'upgraded'; open: OpenAssessment; from: string; how?: 'back' | 'elsewhere' }
  | { type: 'saved'; assessment: Assessment; pending: Change[] }
  | { type: 'save-failed'; message: Message }
  | { type: 'wrote'; paths: string[] }
  /**
   * A text from an editor; with `problem` the field stays open with it, `later` comes from one that had returned already.
   */
  | ({ type: 'edited'; at: string; problem?: Message; later?: true } & Edited)
  /** News from outside for the line at the bottom. */
  | { type: 'told'; message: Message; tone: 'good' | 'bad' }
  | { type: 'trouble'; id: string; code: string; path: string; backup?: string }
  /** `hidden` counts the texts that hidden characters were taken out of. */
  | { type: 'imported'; id: string; version: string; catalogue: Summary[]; hidden?: number }
  | { type: 'offered'; path: string; copy: OfferedCopy }
  | { type: 'failed'; message: Message };

export type CommandAction = Extract<Action, { type: 'command' }>;
export type TextAction = Extract<Action, { type: 'text' }>;

/** Something to do in the world, as data; the runner does it and answers with actions. */
export type Effect =
  | { type: 'list' }
  | { type: 'load'; id: string; version: string }
  | { type: 'open'; id: string; preview?: ReportKind; workshop?: Partial<WorkshopPlan> }
  | { type: 'create'; draft: NewAssessment; questionnaire: Questionnaire }
  /** Writes edits that were made on `base`. */
  | { type: 'save'; id: string; edits: Edit[]; base: Assessment }
  | { type: 'around' }
  /** Looks for tokens of services in the open assessment. */
  | { type: 'tokens' }
  /** Takes the open assessment to another version; without `to` the last change of version is taken back. */
  | { type: 'upgrade'; id: string; to?: string }
  | { type: 'prefer'; key: 'lang' | 'sideBySide'; value: Lang | boolean }
  | { type: 'write-report'; which: ReportKind; lang: Lang | 'both' }
  | { type: 'editor'; text: string; note: NoteRef; stored: string }
  | { type: 'import'; path: string }
  /** Makes an assessment of this name from the copy in a file, and opens it. */
  | { type: 'take'; path: string; name: string }
  | { type: 'remove'; id: string }
  | { type: 'restore'; id: string; backup?: string }
  | { type: 'suspend' }
  /** Draws everything anew, whatever is on the terminal. */
  | { type: 'redraw' }
  | { type: 'exit'; code: number };

type NewAssessment = Pick<Assessment, 'name' | 'gates' | 'participants' | 'lang' | 'reviewDate' | 'units'>;

/**
 * What says that an effect which brings another screen has brought it; none for the others. Keys that are pressed meanwhile
 * wait for it. One that fails says `failed`.
 */
export const BROUGHT_BY: { readonly [Type in Effect['type']]: readonly Action['type'][] } = {
  open: ['opened', 'trouble'],
  load: ['loaded'],
  create: ['opened'],
  import: ['imported', 'offered'],
  take: ['opened', 'trouble'],
  upgrade: ['upgraded'],
  list: [],
  tokens: [],
  save: [],
  around: [],
  prefer: [],
  'write-report': [],
  editor: [],
  remove: [],
  restore: [],
  suspend: [],
  redraw: [],
  exit: [],
};

/** What `update` gives back. */
export type Step = { state: State; effects: Effect[] };

/** The status that each answer key stands for. */
export const ANSWER_KEYS: Partial<Record<Command, Status>> = {
  'answer-1': 'met',
  'answer-2': 'partly',
  'answer-3': 'not-met',
  'answer-4': 'not-applicable',
  'answer-5': 'unknown',
};
