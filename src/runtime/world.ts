import type { Assessment } from '../assessment/assessment.ts';
import type { Lang } from '../i18n/index.ts';
import type { Action } from '../session/core/action.ts';
import type { Message, ReportKind, State } from '../session/core/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Editor } from './editor/editor.ts';

/** The terminal that the screens hold. */
export type Terminal = { exit: (code: number) => void; suspend: (work: () => Promise<void>) => Promise<void> };

/** What the runner needs of the world. */
export type RunnerWorld = {
  workspace: Workspace;
  getState: () => State;
  dispatch: (action: Action) => void;
  now: () => Date;
  prefer: (key: 'lang' | 'sideBySide' | 'lastOpened', value: string | boolean) => Promise<unknown>;
  writeReport: (state: State, which: ReportKind, lang: 'ja' | 'en' | 'both') => Promise<string>;
  edit: Editor['edit'];
  /** The file that a path means as a person types it; as it stands without. */
  locate?: (typed: string) => Promise<string>;
  pause: () => Promise<void>;
  /** Draws everything anew, whatever is on the terminal. */
  redraw?: () => void;
  /** Where an assessment holds tokens of services; without it none are looked for. */
  tokens?: (assessment: Assessment) => Promise<string[]>;
  explain: (error: unknown, lang: Lang) => Message;
  /** What is left to do once everything is written, while the screens still have the keys. */
  leaving?: () => Promise<void>;
};
