import mermaid from 'mermaid';
import { describe, expect, test } from 'vitest';
import { gantt } from '../../src/report/parts/gantt.ts';
import { type ReportLang, voiceOf } from '../../src/report/voice.ts';
import { assessment, model, pair, questionnaire } from './support.ts';

type Task = { id: string; task: string; section: string; startTime: Date; endTime: Date };

/** The chart as Mermaid understands it. */
async function read(text: string): Promise<Task[]> {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return (db as unknown as { getTasks: () => Task[] }).getTasks();
}

const chartOf = (lang: ReportLang, of = model()): string => gantt(voiceOf(lang), of) ?? '';

/** More pixels than the letters of a section name take in the browsers measured. */
const widthOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 11 : 6), 8);

describe('the names of sections', () => {
  test.each(['ja', 'en', 'both'] as const)('end before the bars begin in %s', lang => {
    const chart = chartOf(lang);
    const padding = Number(/^gantt\n {4}%%\{init: \{"gantt":\{"leftPadding":(\d+)\}\}\}%%\n/.exec(chart)?.[1]);
    const names = [...chart.matchAll(/^ {4}section (.+)$/gm)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(widthOf(name), name).toBeLessThan(padding);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('a bar is as long as the work, whatever day a person gave', async () => {
  const base = assessment();
  const answers = { ...base.answers, 'BAR-001': { status: 'not-met' as const, due: '2026-11-12' } };
  const of = model({ assessment: { ...base, answers } });
  const [action] = of.plan.waves.flatMap(({ actions }) => actions).filter(one => one.state.item.id === 'BAR-001');
  const bar = (await read(chartOf('en', of))).find(({ task }) => task.startsWith('BAR-001'));
  const local = (day: Date): string =>
    [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(n => String(n).padStart(2, '0')).join('-');
  expect(action).toMatchObject({ due: '2026-11-12', slips: true });
  expect([local(bar?.startTime ?? new Date(0)), local(new Date((bar?.endTime.getTime() ?? 0) - 1))]).toEqual([
    action?.start,
    action?.end,
  ]);
});

test('labels keep what Mermaid can take, and every bar is there', async () => {
  const titles = ['5%削減, 10 % off', 'a%%b', '#1; c', 'x%;y', '% first', 'click me'];
  const items = titles.map((title, at) => ({
    id: `A-${at}`,
    risk: 'high' as const,
    retrofit: 'easy' as const,
    impact: 'low' as const,
    who: ['technical' as const],
    title: pair(title, title),
    ask: pair('はい', 'Yes?'),
  }));
  const asked = questionnaire({ gates: [], sections: [{ id: 'all', title: pair('全部', 'All'), items }] });
  const answers = Object.fromEntries(items.map(({ id }) => [id, { status: 'not-met' as const }]));
  const of = model({ questionnaire: asked, assessment: assessment({ answers, gates: {} }) });
  const tasks = await read(chartOf('ja', of));
  expect(tasks.map(({ task }) => task.trim()).slice(0, 6)).toEqual([
    'A-0 5%削減, 10 % off',
    'A-1 a b',
    'A-2 1 c',
    'A-3 x% y',
    'A-4 % first',
    'A-5 click me',
  ]);
});
