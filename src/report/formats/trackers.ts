import type { ItemState } from '../../assessment/answers/item-state.ts';
import { openActions, type Remediation } from '../../assessment/plan/plan.ts';
import { type Lang, translator } from '../../i18n/index.ts';
import { hasWords } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import { type ReportLang, type Voice, voiceOf } from '../voice.ts';
import { csvText } from './csv.ts';
import { cutTo } from './cut.ts';
import type { Target } from './targets.ts';
import { type Piece, trackerText } from './tracker-text.ts';

/** Trackers refuse longer files; Jira takes so many rows at a time. */
export const ROWS_AT_A_TIME = 250;

type Issue = { action: Remediation; key: string; title: string; body: string };
type Columns = Record<string, (issue: Issue) => string>;

/** The characters that a tracker takes in the text of an issue; Backlog says no number. */
const TEXT_LIMIT: Partial<Record<Target, number>> = { jira: 32_767, github: 65_536 };

type Told = { n: number; most: number };

/**
 * Every open action as a row to import, in files of at most `most` rows. `part` names a file: `backlog`, `jira-2`. `tell`
 * hears of texts that were cut because the tracker takes no more.
 */
export function trackerFiles(
  model: ReportModel,
  lang: ReportLang,
  target: Target,
  most = ROWS_AT_A_TIME,
  tell: (cut: Told) => void = () => undefined,
): { part: string; content: string }[] {
  const voice = voiceOf(lang);
  const limit = TEXT_LIMIT[target] ?? Number.POSITIVE_INFINITY;
  let n = 0;
  const issues = openActions(model.plan).map(action => {
    const issue = issueOf(voice, model, action, target);
    const body = cutTo(
      issue.body,
      limit,
      length => voice.say('cell.cut', { n: length }),
      () => {
        n += 1;
      },
    );
    return { ...issue, body };
  });
  if (n > 0) tell({ n, most: limit });
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
function issueOf(voice: Voice, { questionnaire }: ReportModel, action: Remediation, target: Target): Issue {
  const { state, also, title } = action;
  const ids = [state, ...also].map(({ item }) => item.id);
  const key = `[${questionnaire.id} | ${ids.join(', ')}]`;
  const pieces = [state, ...also].flatMap(one => piecesOf(voice, one));
  return {
    action,
    key,
    title: `${key} ${voice.pick(title ?? state.item.title)}`,
    body: trackerText(target, [...pieces, { kind: 'words', text: workOf(voice, action) }]),
  };
}

function piecesOf(voice: Voice, { item, answer }: ItemState): Piece[] {
  const said = [answer.note, answer.plan?.action].filter(hasWords);
  const { steps } = item;
  return [
    { kind: 'title', text: `${item.id} ${voice.pick(item.title)}` },
    { kind: 'words', text: voice.pick(item.ask) },
    ...said.map((text): Piece => ({ kind: 'said', text })),
    ...(steps
      ? [{ kind: 'steps' as const, steps: steps.ja.map((ja, at) => voice.pick({ ja, en: steps.en[at] ?? '' })) }]
      : []),
  ];
}

/** When the work is expected to take place, and that it ends too late where it does. */
function workOf(voice: Voice, { start, end, due, days, slips, overdue }: Remediation): string {
  return voice.say(slips || overdue ? 'tracker.work.slips' : 'tracker.work', { start, end, due, days });
}

/** Trackers refuse an issue that starts after its due date; when the work is expected stands in the text. */
function startOf({ action }: Issue): string {
  return action.start <= action.due ? action.start : '';
}

/** A name as it was written. */
function ownerOf({ action }: Issue): string {
  return (action.owner ?? '').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** The columns that each tracker reads. Backlog names them in the language of its project. */
function columnsOf(target: Target, lang: Lang): Columns {
  const days = ({ action }: Issue): string => String(action.days * 8);
  const risk = ({ action }: Issue) => action.state.item.risk;
  if (target === 'jira')
    return {
      Summary: one => one.title,
      Description: one => one.body,
      Priority: one => ({ high: 'High', medium: 'Medium', low: 'Low' })[risk(one)],
      Assignee: ownerOf,
      'Start date': startOf,
      'Due date': one => one.action.due,
      'Original estimate': one => String(Math.round(one.action.days * 8 * 3600)),
      Labels: one => `tenken risk-${risk(one)}`,
    };
  if (target === 'github')
    return {
      title: one => one.title,
      body: one => one.body,
      labels: one => `tenken,risk-${risk(one)}`,
      assignees: ownerOf,
      start: startOf,
      due: one => one.action.due,
    };
  const t = translator(lang);
  return {
    [t('tracker.subject')]: one => one.title,
    [t('tracker.description')]: one => one.body,
    [t('tracker.priority')]: one => t(`tracker.priority.${risk(one)}`),
    [t('tracker.assignee')]: ownerOf,
    [t('tracker.start')]: startOf,
    [t('tracker.due')]: one => one.action.due,
    [t('tracker.hours')]: days,
  };
}
