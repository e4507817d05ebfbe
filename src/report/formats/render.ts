import type { RootContent } from 'mdast';
import type { ReportModel } from '../report-model.ts';
import type { ReportLang, Voice } from '../voice.ts';

/** What a report can be written as; the same word is the ending of its file. */
export const FORMATS = ['md', 'html', 'xlsx', 'csv', 'json', 'ics'] as const;
export type Format = (typeof FORMATS)[number];
export type ReportKind = 'gap-report' | 'improvement-plan' | 'minutes';

/** Minutes are a text; the other kinds can be every format. */
export const MINUTES_FORMATS: readonly Format[] = ['md', 'html'];

const TITLES = {
  'gap-report': 'report.kind.gap',
  'improvement-plan': 'report.kind.plan',
  minutes: 'report.kind.minutes',
} as const;

/** What a person should know of a file: cells that were cut, or that a program which is likely to open it would cut. */
export type Remark = { kind: 'cut' | 'long-cells'; n: number; most: number };

/** A report in one format. Each format is loaded only when it is asked for. */
export async function render(
  model: ReportModel,
  kind: ReportKind,
  lang: ReportLang,
  format: Format,
  tell: (remark: Remark) => void = () => undefined,
): Promise<string | Uint8Array> {
  const { voiceOf } = await import('../voice.ts');
  const voice = voiceOf(lang);
  switch (format) {
    case 'md':
      return (await import('../markdown/serialise.ts')).serialise(await treeOf(model, kind, voice));
    case 'html': {
      const { htmlDocument } = await import('../html/document.ts');
      return htmlDocument(voice, model, await treeOf(model, kind, voice), voice.say(TITLES[kind]));
    }
    case 'xlsx': {
      const { CELL_LIMIT: most, xlsxBytes } = await import('./xlsx.ts');
      const { workbook } = await import('../sheets.ts');
      const mark = (n: number): string => voice.say('cell.cut', { n });
      return xlsxBytes(workbook(voice, model), mark, n => tell({ kind: 'cut', n, most }));
    }
    case 'csv': {
      const { answersSheet, planSheet } = await import('../sheets.ts');
      const { csvText, EXCEL_LIMIT: most, longCells } = await import('./csv.ts');
      const { columns, rows } = kind === 'gap-report' ? answersSheet(voice, model) : planSheet(voice, model);
      const n = longCells(rows);
      if (n > 0) tell({ kind: 'long-cells', n, most });
      return csvText(
        columns.map(one => one.title),
        rows,
      );
    }
    case 'json': {
      const { reportJson } = await import('../report-json.ts');
      return `${JSON.stringify(reportJson(model, kind === 'minutes' ? 'gap-report' : kind), null, 2)}\n`;
    }
    case 'ics': {
      const { calendarEvents } = await import('../calendar.ts');
      const { assessment } = model;
      return (await import('./ics.ts')).icsText(assessment.name, calendarEvents(voice, model), {
        updatedAt: assessment.updatedAt,
        today: model.today,
      });
    }
  }
}

async function treeOf(model: ReportModel, kind: ReportKind, voice: Voice): Promise<Iterable<RootContent>> {
  switch (kind) {
    case 'gap-report':
      return (await import('../gap-report.ts')).gapReportTree(model, voice);
    case 'improvement-plan':
      return (await import('../improvement-plan.ts')).improvementPlanTree(model, voice);
    case 'minutes':
      return (await import('../minutes.ts')).minutesTree(model, voice);
  }
}
