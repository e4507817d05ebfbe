import { addDays, parseDay } from '../../../assessment/day.ts';
import { padStyled, styledWidth, wrapStyled } from './ansi.ts';
import { behind, type Page } from './page.ts';

/** A bar of the chart, or a section where there are no dates. */
interface Entry {
  name: string;
  dates?: string;
  late: boolean;
}

const SETTING = /^(gantt|dateFormat|axisFormat)\b/;
const SECTION = /^section (.+)$/;
const BAR = /^(.+?) :(.*?)(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d|0d)$/;

/** A Gantt chart in Mermaid as lines of names and dates, or nothing when it is another kind of chart. */
export function ganttLines(page: Page, code: string, width: number): string[] | undefined {
  if (!code.trimStart().startsWith('gantt')) return undefined;
  const lines = code.split('\n').map(line => line.trim());
  const entries = lines.filter(line => line !== '' && !SETTING.test(line)).map(line => entry(page, line));
  const bars = entries.filter(({ dates }) => dates);
  const names = Math.max(0, ...bars.map(({ name }) => styledWidth(name)));
  const dates = Math.max(0, ...bars.map(bar => styledWidth(bar.dates ?? '')));
  const column = 2 + names + 2 + dates <= width ? names : undefined;
  return entries.flatMap((one, index) => {
    if (one.dates !== undefined) return barLines(page, { ...one, dates: one.dates }, width, column);
    const title = wrapStyled(page.look.strong(one.name), width);
    return index > 0 ? ['', ...title] : title;
  });
}

function entry({ look }: Page, line: string): Entry {
  const [, section] = SECTION.exec(line) ?? [];
  const [, name, tags, start, end] = BAR.exec(line) ?? [];
  if (name === undefined || start === undefined || end === undefined)
    return { name: look.plain(section ?? line), late: false };
  const due = lastDay(end);
  const dates = due === undefined || due === start ? start : `${start} ${look.marks.arrow} ${due}`;
  return { name: look.plain(name), dates, late: /\bcrit\b/.test(tags ?? '') };
}

/** The last day of a bar: the chart names the day after it, and no day for a milestone. */
function lastDay(end: string): string | undefined {
  const day = parseDay(end);
  return day === undefined ? undefined : addDays(day, -1);
}

function barLines({ look }: Page, bar: Entry & { dates: string }, width: number, column: number | undefined): string[] {
  const mark = bar.late ? look.warn(look.marks.late) : '  ';
  const dates = look.dim(bar.dates);
  if (column !== undefined) return [`${mark}${padStyled(bar.name, column)}  ${dates}`];
  const name = behind(mark, '  ', width, room => wrapStyled(bar.name, room));
  return [...name, ...behind('    ', '    ', width, room => wrapStyled(dates, room))];
}
