import type { WorkshopPlan } from '../assessment/workshop/workshop.ts';
import type { Lang } from '../i18n/index.ts';
import type { Effect } from '../session/core/action.ts';
import type { ReportKind, State } from '../session/core/state.ts';
import { startFrom } from '../session/screens/start.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a front end begins with: an assessment to open, a version to start one with, or Home without either. */
export type Beginning = {
  workspace: Pick<Workspace, 'catalogue' | 'list'>;
  lang: Lang;
  sideBySide: boolean;
  today: State['today'];
  size: State['size'];
  demo?: boolean | undefined;
  open?: string | undefined;
  /** The report to show of the assessment that is opened. */
  preview?: ReportKind | undefined;
  /** A meeting to prepare on the assessment that is opened. */
  workshop?: Partial<WorkshopPlan> | undefined;
  questionnaire?: { id: string; version: string } | undefined;
};

/** The state in which a front end begins, and what it asks for at once. */
export async function stateAtStart(wish: Beginning): Promise<{ state: State; effects: Effect[] }> {
  const { workspace, lang, sideBySide, today, size, demo = false, open, preview, workshop, questionnaire } = wish;
  const state: State = {
    lang,
    sideBySide,
    ascii: false,
    today,
    catalogue: await workspace.catalogue(),
    listed: open === undefined ? await workspace.list() : [],
    demo,
    screen: { name: 'home', index: 0 },
    behind: [],
    saving: { state: 'saved' },
    size,
  };
  if (open !== undefined)
    return {
      state,
      effects: [{ type: 'open', id: open, ...(preview && { preview }), ...(workshop && { workshop }) }],
    };
  return questionnaire ? startFrom(state, questionnaire) : { state, effects: [] };
}
