import type { ReportModel } from '../../report/report-model.ts';
import type { ReportLang } from '../../report/voice.ts';

/** What a report can be written as; the same word is the ending of its file. */
export const FORMATS = ['md', 'html', 'xlsx', 'csv', 'json', 'ics'] as const;
export type Format = (typeof FORMATS)[number];
export type ReportKind = 'gap-report' | 'improvement-plan';

/** A report in one format. Each format is loaded only when it is asked for. */
export async function render(
  model: ReportModel,
  kind: ReportKind,
  lang: ReportLang,
  format: Format,
): Promise<string | Uint8Array> {
  const { voiceOf } = await import('../../report/voice.ts');
  const voice = voiceOf(lang);
  switch (format) {
    case 'md':
      return kind === 'gap-report'
        ? (await import('../../report/gap-report.ts')).gapReport(model, lang)
        : (await import('../../report/improvement-plan.ts')).improvementPlanReport(model, lang);
    case 'html': {
      const { htmlDocument } = await import('../../report/html/document.ts');
      return kind === 'gap-report'
        ? htmlDocument(
            voice,
            model,
            (await import('../../report/gap-report.ts')).gapReportTree(model, voice),
            voice.say('report.kind.gap'),
          )
        : htmlDocument(
            voice,
            model,
            (await import('../../report/improvement-plan.ts')).improvementPlanTree(model, voice),
            voice.say('report.kind.plan'),
          );
    }
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxBytes((await import('../../report/sheets.ts')).workbook(voice, model));
    case 'csv': {
      const { answersSheet, planSheet } = await import('../../report/sheets.ts');
      const { columns, rows } = kind === 'gap-report' ? answersSheet(voice, model) : planSheet(voice, model);
      return (await import('./csv.ts')).csvText(
        columns.map(one => one.title),
        rows,
      );
    }
    case 'json': {
      const { reportJson } = await import('../../report/report-json.ts');
      return `${JSON.stringify(reportJson(model, kind), null, 2)}\n`;
    }
    case 'ics': {
      const { calendarEvents } = await import('../../report/calendar.ts');
      const { assessment } = model;
      return (await import('./ics.ts')).icsText(assessment.name, calendarEvents(voice, model), assessment.updatedAt);
    }
  }
}
