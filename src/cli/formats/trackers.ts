import { type Action, openActions } from '../../assessment/plan.ts';
import { type Lang, translator } from '../../i18n/index.ts';
import { oneLine } from '../../report/markdown/clean.ts';
import type { ReportModel } from '../../report/report-model.ts';
import { type ReportLang, type Voice, voiceOf } from '../../report/voice.ts';
import { csvText } from './csv.ts';
import type { Target } from './targets.ts';

/** Trackers refuse longer files; Jira takes so many rows at a time. */
export const ROWS_AT_A_TIME = 250;

type Issue = { action: Action; key: string; title: string; body: string };
type Columns = Record<string, (issue: Issue) => string>;

/** Every open action as a row to import, in files of at most `most` rows. `part` names a file: `backlog`, `jira-2`. */
export function trackerFiles(
  model: ReportModel,
  lang: ReportLang,
  target: Target,
  most = ROWS_AT_A_TIME,
): { part: string; content: string }[] {
  const issues = openActions(model.plan).map(action => issueOf(voiceOf(lang), model, action));
  const columns = columnsOf(target, lang === 'both' ? 'ja' : lang);
  const chunks = Array.from({ length: Math.max(1, Math.ceil(issues.length / most)) }, (_, at) =>
    issues.slice(at * most, (at + 1) * most),
  );
  return chunks.map((chunk, at) => ({
    part: chunks.length === 1 ? target : `${target}-${at + 1}`,
    content: csvText(
      Object.keys(columns),
      chunk.map(issue => Object.values(columns).map(of => of(issue))),
    ),
  }));
}

/** The key in brackets finds an issue again, whatever its number in the tracker. */
function issueOf(voice: Voice, { questionnaire }: ReportModel, action: Action): Issue {
  const { state, also, title } = action;
  const ids = [state, ...also].map(({ item }) => item.id);
  const key = `[${questionnaire.id} | ${ids.join(', ')}]`;
  const part = ({ item, answer }: Action['state']): string =>
    [
      `${item.id} ${voice.pick(item.title)}`,
      voice.pick(item.ask),
      oneLine(answer.note ?? ''),
      ...(item.steps
        ? item.steps.ja.map((ja, at) => `${at + 1}. ${voice.pick({ ja, en: item.steps?.en[at] ?? '' })}`)
        : []),
    ]
      .filter(Boolean)
      .join('\n');
  return {
    action,
    key,
    title: `${key} ${voice.pick(title ?? state.item.title)}`,
    body: [state, ...also].map(part).join('\n\n'),
  };
}

/** The columns that each tracker reads. Backlog names them in the language of its project. */
function columnsOf(target: Target, lang: Lang): Columns {
  const owner: Columns[string] = ({ action }) => oneLine(action.owner ?? '');
  const days = ({ action }: Issue): string => String(action.days * 8);
  const risk = ({ action }: Issue) => action.state.item.risk;
  if (target === 'jira')
    return {
      Summary: one => one.title,
      Description: one => one.body,
      Priority: one => ({ high: 'High', medium: 'Medium', low: 'Low' })[risk(one)],
      Assignee: owner,
      'Start date': one => one.action.start,
      'Due date': one => one.action.due,
      'Original estimate': one => String(Math.round(one.action.days * 8 * 3600)),
      Labels: one => `tenken risk-${risk(one)}`,
    };
  if (target === 'github')
    return {
      title: one => one.title,
      body: one => one.body,
      labels: one => `tenken,risk-${risk(one)}`,
      assignees: owner,
      start: one => one.action.start,
      due: one => one.action.due,
    };
  const t = translator(lang);
  return {
    [t('tracker.subject')]: one => one.title,
    [t('tracker.description')]: one => one.body,
    [t('tracker.priority')]: one => t(`tracker.priority.${risk(one)}`),
    [t('tracker.assignee')]: owner,
    [t('tracker.start')]: one => one.action.start,
    [t('tracker.due')]: one => one.action.due,
    [t('tracker.hours')]: days,
  };
}
