import { serialise } from './markdown/serialise.ts';
import { planAlone } from './parts/plan-section.ts';
import { documentTitle } from './parts/title.ts';
import type { ReportModel } from './report-model.ts';
import { type ReportLang, voiceOf } from './voice.ts';

/** The improvement plan as a Markdown document of its own, with why and how for every action. */
export function improvementPlanReport(model: ReportModel, lang: ReportLang): string {
  const voice = voiceOf(lang);
  return serialise([documentTitle(model, voice.say('report.kind.plan')), ...planAlone(voice, model)]);
}
