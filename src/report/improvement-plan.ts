import type { RootContent } from 'mdast';
import { serialise } from './markdown/serialise.ts';
import { planAlone } from './parts/plan-section.ts';
import { documentTitle } from './parts/title.ts';
import type { ReportModel } from './report-model.ts';
import { type ReportLang, type Voice, voiceOf } from './voice.ts';

/** The improvement plan as a Markdown document of its own, with why and how for every action. */
export function improvementPlanReport(model: ReportModel, lang: ReportLang): string {
  return serialise(improvementPlanTree(model, voiceOf(lang)));
}

/** The same as a tree, for other formats. */
export function improvementPlanTree(model: ReportModel, voice: Voice): RootContent[] {
  return [documentTitle(model, voice.say('report.kind.plan')), ...planAlone(voice, model)];
}
