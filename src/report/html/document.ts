import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { slugOf } from '../markdown/anchor.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { h, readinessChart, timelineChart } from './charts.ts';
import { STYLE } from './style.ts';

/** Nothing is fetched, run or embedded; only the style inside the page counts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one HTML page. The tree is the one of the Markdown; its Mermaid blocks become pictures. */
export function htmlDocument(voice: Voice, model: ReportModel, tree: Iterable<RootContent>, kind: string): string {
  const charts = { pie: readinessChart(voice, model), gantt: timelineChart(voice, model) };
  const body = toHast({ type: 'root', children: [...tree].map(node => drawn(node, charts)) }) as HastRoot;
  const content = withFilters(voice, entries(identified(body.children as ElementContent[])));
  const lang = voice.langs[0] ?? 'en';
  const page: HastRoot = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang }, [
        h('head', {}, [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'generator', content: `tenken ${model.toolVersion}` }),
          h('title', {}, [`${model.assessment.name} ${kind}`]),
          h('style', {}, [STYLE]),
        ]),
        h('body', {}, [h('main', {}, content)]),
      ]),
    ],
  };
  return `${toHtml(page, { upperDoctype: true })}\n`;
}

type Charts = Record<'pie' | 'gantt', Element | undefined>;

/** A Mermaid block gives way to the picture of its kind. */
function drawn(node: RootContent, charts: Charts): RootContent {
  if (node.type !== 'code' || node.lang !== 'mermaid') return node;
  const chart = node.value.startsWith('pie') ? charts.pie : charts.gantt;
  const { tagName, children } = chart ?? h('figure');
  return { type: 'paragraph', children: [], data: { hName: tagName, hChildren: children } };
}

/** A tick of a list is a mark, not a control that nobody can use. */
function ticked(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'input') return { type: 'text', value: node.properties['checked'] ? '☑' : '☐' };
  return { ...node, children: node.children.map(ticked) };
}

/** Headings get the ids that links inside the report use; wide tables scroll by themselves. */
function identified(nodes: ElementContent[]): ElementContent[] {
  const used = new Map<string, number>();
  return nodes.map(ticked).map((node): ElementContent => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'table') return h('div', { className: ['scroll'], tabIndex: 0, role: 'group' }, [node]);
    if (!/^h[1-6]$/.test(node.tagName)) return node;
    const slug = slugOf(textOf(node));
    const times = used.get(slug) ?? 0;
    used.set(slug, times + 1);
    return { ...node, properties: { ...node.properties, id: times === 0 ? slug : `${slug}-${times}` } };
  });
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** What belongs to a gap stands in one box, so that it can be hidden as a whole. */
function entries(nodes: ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let box: Element | undefined;
  for (const node of nodes) {
    const level = node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 9) : 9;
    if (level <= 4) box = undefined;
    if (node.type === 'element' && node.properties['dataRisk'] !== undefined) {
      const { dataRisk, dataStatus, ...rest } = node.properties;
      box = h('section', { className: ['entry'], dataRisk: String(dataRisk), dataStatus: String(dataStatus) });
      box.children.push({ ...node, properties: rest });
      out.push(box);
    } else if (box) box.children.push(node);
    else out.push(node);
  }
  return out;
}

/** Above the gaps, boxes to tick for what is shown; style alone does the rest. */
function withFilters(voice: Voice, nodes: ElementContent[]): ElementContent[] {
  const at = nodes.findIndex(isEntry);
  if (at === -1) return nodes;
  // Above the heading of the risk that comes first.
  const before = nodes.slice(0, at).findLastIndex(node => node.type === 'element' && node.tagName === 'h3');
  const boxes = [
    ...(['high', 'medium', 'low'] as const).map(risk => [risk, voice.say(`risk.${risk}`)] as const),
    ...(['partly', 'not-met'] as const).map(status => [status, voice.say(`status.${status}`)] as const),
  ].map(([id, text]) => h('label', {}, [h('input', { type: 'checkbox', id: `show-${id}`, checked: 'checked' }), text]));
  const filters = h('fieldset', { className: ['filters'] }, [h('legend', {}, [voice.say('report.show')]), ...boxes]);
  return nodes.toSpliced(before === -1 ? at : before, 0, filters);
}

function isEntry(node: ElementContent): boolean {
  return node.type === 'element' && node.properties['dataRisk'] !== undefined;
}
