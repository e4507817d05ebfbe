import type { Element, ElementContent } from 'hast';
import { addDays, daysBetween } from '../../assessment/day.ts';
import { openActions } from '../../assessment/plan/plan.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

const SHOWN = ['met', 'partly', 'not-met', 'unknown', 'unanswered'] as const;
const WIDTH = 760;
const LABEL = 300;
const ROW = 24;

type Props = Record<string, string | number | string[]>;

/** An element; numbers become text. */
export function h(tagName: string, properties: Props = {}, children: (ElementContent | string)[] = []): Element {
  const kids = children.map((one): ElementContent => (typeof one === 'string' ? { type: 'text', value: one } : one));
  return { type: 'element', tagName, properties, children: kids };
}

/** How far each section is, as bars, with the same in words for those who do not see them. */
export function readinessChart(voice: Voice, model: ReportModel): Element | undefined {
  const sections = model.sections.filter(({ counts }) => counts.applicable > 0);
  if (sections.length === 0) return undefined;
  const most = Math.max(...sections.map(({ counts }) => counts.applicable));
  const scale = (WIDTH - LABEL - 60) / most;
  const rows = sections.flatMap(({ section, counts }, index) => {
    let x = LABEL;
    const y = index * ROW;
    const bars = SHOWN.flatMap(status => {
      const width = counts[status] * scale;
      const bar = h('rect', { className: [status], x: round(x), y: y + 4, width: round(width), height: ROW - 8 });
      x += width;
      return width > 0 ? [bar] : [];
    });
    return [
      label(voice.pick(section.title), y),
      ...bars,
      h('text', { x: round(x + 6), y: y + 17, className: ['soft'] }, [`${counts.met}/${counts.applicable}`]),
    ];
  });
  const told = sections.map(
    ({ section, counts }) =>
      `${voice.pick(section.title)}: ${voice.say('status.met')} ${counts.met}/${counts.applicable}`,
  );
  const legend = SHOWN.flatMap((status, index) => [
    h('rect', { className: [status], x: 10 + index * 150, y: sections.length * ROW + 8, width: 12, height: 12 }),
    h('text', { x: 28 + index * 150, y: sections.length * ROW + 19 }, [voice.say(`status.${status}`)]),
  ]);
  return figure(voice.say('report.readiness'), told, sections.length * ROW + 28, [...rows, ...legend]);
}

/** When which action is worked on, as bars between today and the end of the window. */
export function timelineChart(voice: Voice, model: ReportModel): Element | undefined {
  const actions = openActions(model.plan);
  if (actions.length === 0) return undefined;
  const last = [...actions.map(one => one.end), model.plan.windowEnd].sort().at(-1) ?? model.today;
  const first = [...actions.map(one => one.start), model.today].sort()[0] ?? model.today;
  const scale = (WIDTH - LABEL - 20) / Math.max(daysBetween(first, last), 1);
  const at = (day: string): number => round(LABEL + daysBetween(first, day) * scale);
  const rows = actions.flatMap((action, index) => {
    const name = `${action.state.item.id} ${voice.pick(action.title ?? action.state.item.title)}`;
    const width = Math.max(at(addDays(action.end, 1)) - at(action.start), 4);
    const kind = action.overdue || action.late || action.slips || !action.fits ? 'late' : 'bar';
    const box = { className: [kind], x: at(action.start), y: index * ROW + 4, width: round(width), height: ROW - 8 };
    return [label(name, index * ROW), h('rect', box)];
  });
  const height = actions.length * ROW;
  const days = [
    ...(model.plan.reviewDate === undefined ? [] : [[voice.say('plan.dates.review'), model.plan.reviewDate] as const]),
    [voice.say('plan.dates.window'), model.plan.windowEnd] as const,
  ];
  const marks = days
    .filter(([, day]) => day >= first && day <= last)
    .flatMap(([, day]) => [
      h('line', { className: ['grid'], x1: at(day), x2: at(day), y1: 0, y2: height + 6 }),
      h('text', { className: ['soft'], x: Math.min(at(day), WIDTH - 80), y: height + 20 }, [day]),
    ]);
  const told = [
    ...actions.map(({ state, start, end, due, proposed }) => {
      const work = `${state.item.id}: ${start} – ${end}`;
      return proposed ? work : `${work} (${voice.say('plan.due')} ${due})`;
    }),
    ...days.map(([name, day]) => `${name}: ${day}`),
  ];
  return figure(voice.say('plan.timeline'), told, height + 28, [...rows, ...marks]);
}

/** A picture that says in words what it shows. */
function figure(title: string, told: string[], height: number, children: Element[]): Element {
  const svg = h(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: 'img', ariaLabel: `${title}. ${told.join('. ')}` },
    children,
  );
  return h('figure', {}, [svg, h('figcaption', {}, [title])]);
}

function label(text: string, y: number): Element {
  const letters = [...text];
  let width = 0;
  const fitting = letters.findIndex(letter => {
    width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7.2;
    return width > LABEL - 24;
  });
  return h('text', { x: 6, y: y + 17 }, [fitting === -1 ? text : `${letters.slice(0, fitting).join('')}…`]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
