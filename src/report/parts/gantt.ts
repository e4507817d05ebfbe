import { addDays } from '../../assessment/day.ts';
import { type Action, openActions } from '../../assessment/plan/plan.ts';
import { oneLine } from '../markdown/clean.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

const LONGEST_LABEL = 40;
/**
 * Characters with a meaning in a Mermaid chart, or in what a page makes of it. A single `%` and `,` have none in a name;
 * two `%`, or one right after the first letter, start a comment.
 */
const SYNTAX = /[:;#`"'<>{}[\]\\|]|%{2,}/g;
const COMMENT = /^(.?)%/u;
/** Where bars begin, in pixels, so that the names of sections end before them: the usual place is in their midst. */
const PADDING = { one: 150, both: 240 };
/** Words that start a statement of a Gantt chart, and dates, which its lexer takes before a name. */
const STATEMENT =
  /^(gantt|title|section|dateformat|axisformat|tickinterval|todaymarker|inclusiveenddates|topaxis|excludes|includes|weekday|weekend|click|call|href|acctitle|accdescr|\d{4}-\d\d-\d\d)/i;

/** A Mermaid Gantt chart of the plan in the plainest syntax, or undefined when there is nothing to do. */
export function gantt(voice: Voice, { plan }: ReportModel): string | undefined {
  if (openActions(plan).length === 0) return undefined;
  let count = 0;
  const bars = plan.waves
    .filter(wave => wave.actions.length > 0)
    .flatMap(wave => [
      section(voice.say(`plan.wave.${wave.wave}`)),
      ...wave.actions.map(action => {
        count += 1;
        return bar(voice, action, `a${count}`);
      }),
    ]);
  const dates = [
    section(voice.say('plan.dates')),
    ...(plan.reviewDate === undefined ? [] : [milestone(voice.say('plan.dates.review'), 'm1', plan.reviewDate)]),
    milestone(voice.say('plan.dates.window'), 'm2', plan.windowEnd),
  ];
  const leftPadding = voice.langs.length > 1 ? PADDING.both : PADDING.one;
  const init = `%%{init: ${JSON.stringify({ gantt: { leftPadding } })}}%%`;
  return ['gantt', `    ${init}`, '    dateFormat YYYY-MM-DD', '    axisFormat %Y-%m-%d', ...bars, ...dates].join('\n');
}

function section(name: string): string {
  return `    section ${ganttLabel(name)}`;
}

/** A bar is as long as the work and ends when its last day ends: Mermaid takes the end of a bar as the start of a day. */
function bar(voice: Voice, action: Action, id: string): string {
  const { item } = action.state;
  const more = action.also.length > 0 ? ` +${action.also.length}` : '';
  // Two titles do not fit beside a bar; the tables above name the item in both languages.
  const title = (action.title ?? item.title)[voice.langs[0] ?? 'en'];
  const late = action.overdue || action.late || action.slips || !action.fits;
  const tags = `${late ? 'crit, ' : ''}${action.progress === 'in-progress' ? 'active, ' : ''}`;
  return `    ${ganttLabel(`${item.id}${more} ${title}`)} :${tags}${id}, ${action.start}, ${addDays(action.end, 1)}`;
}

function milestone(name: string, id: string, day: string): string {
  return `    ${ganttLabel(name)} :milestone, ${id}, ${day}, 0d`;
}

/** Text that Mermaid can only take as a name. */
export function ganttLabel(text: string): string {
  const named = oneLine(oneLine(text).replace(SYNTAX, ' '));
  const plain = oneLine(named.replace(COMMENT, '$1 '));
  const safe = STATEMENT.test(plain) ? `- ${plain}` : plain;
  const letters = [...safe];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : safe || '-';
}
