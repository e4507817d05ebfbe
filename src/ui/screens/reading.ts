import { checkList } from '../../assessment/answers/checks.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import type { ConfidenceLevel, Item, Lang } from '../../questionnaire/schema/schema.ts';
import { contextOf } from '../../session/core/context.ts';
import type { Overlay } from '../../session/core/state.ts';
import { BINDINGS } from '../../session/keys/bindings.ts';
import { guideLinks } from '../../session/overlay.ts';
import { padText } from '../../text/wrap.ts';
import { hanging, line, type Row } from '../parts/row.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { keyLabel } from './chrome.ts';

type Of<Kind extends Overlay['kind']> = Extract<Overlay, { kind: Kind }>;

/** Lines from `scroll` on, never past the end, with a sign of what is below. */
export function scrolled({ height, t, theme }: Canvas, rows: Row[], scroll: number): Body {
  const last = Math.max(0, rows.length - height);
  const start = Math.min(scroll, last);
  const shown = rows.slice(start, start + height);
  const left = rows.length - start - height;
  if (left > 0) shown[height - 1] = line(` ${theme.marks.ellipsis} ${t('reading.more', { n: left + 1 })}`, 'dim');
  return { ...rowsBody(shown), lastScroll: last };
}

const PARTS = ['good', 'evidence', 'pitfalls', 'benefits', 'steps', 'reviewer'] as const;

/** The guide to an item, whole, in one language or both. */
export function guideRows(canvas: Canvas, item: Item): Row[] {
  const { state, t } = canvas;
  const langs: Lang[] = state.sideBySide ? [state.lang, state.lang === 'ja' ? 'en' : 'ja'] : [state.lang];
  const [main] = langs;
  const first: Row = [{ text: ` ${item.id}  `, tone: 'accent', bold: true }];
  const rows: Row[] = [...hanging(first, item.title[main ?? 'ja'], canvas.width - 1, 'title'), []];
  const heading = (text: string): void => {
    rows.push([], line(` ${text}`, 'accent', true));
  };
  for (const [index, lang] of langs.entries()) rows.push(...paragraph(canvas, item.ask[lang], index > 0));
  const parts = [
    [t('part.checks'), item.checks],
    [t('part.units.checks'), item.perUnit?.checks],
  ] as const;
  for (const [label, checks] of parts) {
    if (!checks) continue;
    heading(label);
    for (const lang of langs)
      for (const { leaf, depth, join } of checkList(checks)) {
        const text = `${join === 'any' ? t('walk.or') : ''}${leaf.text[lang]}`;
        rows.push(...hanging([{ text: `   ${'  '.repeat(depth)}- ` }], text, canvas.width - 2));
      }
  }
  heading(t('part.why'));
  for (const [index, lang] of langs.entries()) rows.push(...paragraph(canvas, item.why?.[lang] ?? '', index > 0));
  for (const part of PARTS) {
    const points = item[part];
    if (!points) continue;
    heading(t(`part.${part}`));
    for (const [index, lang] of langs.entries())
      rows.push(...pointRows(canvas, points[lang], part === 'steps', index > 0));
  }
  rows.push(...linkRows(canvas, item), ...alsoRows(canvas, item), ...factRows(canvas, item, langs));
  return rows;
}

/** Related items with the number that opens their guide. */
function linkRows({ state, t, width }: Canvas, { id }: Item): Row[] {
  const links = guideLinks(state, id);
  if (links.length === 0) return [];
  const rows = links.flatMap((link, at) =>
    hanging(
      [{ text: `   ${at + 1} `, tone: 'accent' }, ...line(`${link}  `, 'dim')],
      findItem(state.open?.questionnaire, link)?.title[state.lang] ?? '',
      width - 2,
    ),
  );
  return [[], line(` ${t('part.related')}`, 'accent', true), ...rows];
}

/** What other questionnaires ask alike, and how far one answer serves for the other. */
function alsoRows({ state, t, width }: Canvas, { id }: Item): Row[] {
  const also = state.open?.questionnaire.also?.[id] ?? [];
  if (also.length === 0) return [];
  const rows = also.flatMap(one => {
    const strength = t(one.strength === 'subset' ? `also.meets-${one.meets ?? 'other'}` : `also.${one.strength}`);
    const text = `${one.questionnaire[state.lang]} ${one.item}: ${one.title[state.lang]}`;
    return hanging([{ text: '   - ', tone: 'dim' }], t('also.entry', { text, strength }), width - 2);
  });
  return [[], line(` ${t('part.also')}`, 'accent', true), ...rows];
}

function paragraph({ width }: Canvas, text: string, second: boolean): Row[] {
  return hanging([{ text: ' ' }], text.trim(), width - 2, second ? 'dim' : undefined);
}

function pointRows({ width }: Canvas, points: string[], numbered: boolean, second: boolean): Row[] {
  return points.flatMap((point, at) =>
    hanging(
      [{ text: numbered ? `  ${String(at + 1).padStart(2)}. ` : '   - ', tone: 'dim' }],
      point,
      width - 2,
      second ? 'dim' : undefined,
    ),
  );
}

const WEAK: ConfidenceLevel[] = ['mirror', 'partner', 'inferred', 'assumed'];

function factRows(canvas: Canvas, item: Item, langs: Lang[]): Row[] {
  const { t, width, state } = canvas;
  const links = guideLinks(state, item.id);
  const separator = t('list.separator');
  const facts = [
    t(`risk.${item.risk}`),
    ...(item.effort ? [t(`effort.${item.effort}`)] : []),
    t(`retrofit.${item.retrofit}`),
    t(`impact.${item.impact}`),
  ];
  const rows: Row[] = [
    [],
    line(` ${t('part.facts')}`, 'accent', true),
    ...hanging([{ text: '   ' }], facts.join(separator), width - 2),
  ];
  rows.push(
    ...hanging(
      [{ text: '   ' }],
      t('guide.who', { who: item.who.map(who => t(`who.${who}`)).join(separator) }),
      width - 2,
    ),
  );
  if (item.recurs)
    rows.push(...hanging([{ text: '   ' }], t('guide.recurs', { every: t(`recurs.${item.recurs}`) }), width - 2));
  if (item.officialAnswer === 'no') rows.push(...hanging([{ text: '   ' }], t('guide.official-no'), width - 2, 'warn'));
  const elsewhere = (item.related ?? []).filter(id => !links.includes(id));
  if (elsewhere.length > 0)
    rows.push(...hanging([{ text: '   ' }], t('guide.related', { ids: elsewhere.join(separator) }), width - 2));
  if (item.printed)
    rows.push(...hanging([{ text: '   ' }], t('guide.printed', { number: item.printed }), width - 2, 'dim'));
  if (item.waTool) rows.push(...hanging([{ text: '   ' }], t('guide.wa-tool', item.waTool), width - 2, 'dim'));
  const weak = (['id', 'title', 'rule'] as const).flatMap(facet => {
    const level = item.confidence?.[facet];
    return level && WEAK.includes(level)
      ? [t('guide.confidence-of', { facet: t(`confidence.facet.${facet}`), level: t(`confidence.${level}`) })]
      : [];
  });
  if (weak.length > 0)
    rows.push(...hanging([{ text: '   ' }], t('guide.confidence', { list: weak.join(separator) }), width - 2, 'warn'));
  for (const lang of langs) if (item.note) rows.push(...hanging([{ text: '   ' }], item.note[lang], width - 2, 'warn'));
  return rows;
}

/** The guide over the walk. */
export function guideBody(canvas: Canvas, overlay: Of<'guide'>): Body {
  const item = findItem(canvas.state.open?.questionnaire, overlay.item);
  return item ? scrolled(canvas, guideRows(canvas, item), overlay.scroll) : rowsBody([]);
}

/** The keys of the place from which help was asked for, then what tenken is and is not. */
export function helpRows(canvas: Canvas): Row[] {
  const { state, t, theme, width } = canvas;
  const { overlay: _, ...behind } = state;
  const context = contextOf(behind);
  const rows: Row[] = [line(` ${t('help.keys')}`, 'accent', true)];
  for (const binding of BINDINGS.filter(one => one.in.includes(context))) {
    const keys = binding.keys.map(key => keyLabel(key, theme)).join(' / ');
    rows.push(...hanging([{ text: '   ' }, { text: padText(keys, 20), bold: true }], t(binding.label), width - 1));
  }
  rows.push([], line(` ${t('help.about')}`, 'accent', true));
  for (const part of t('help.text').split('\n')) rows.push(...hanging([{ text: '   ' }], part, width - 2));
  rows.push(...hanging([{ text: '   ' }], t('app.unofficial'), width - 2, 'warn'));
  const questionnaire = state.open?.questionnaire;
  if (questionnaire) {
    rows.push([], line(` ${questionnaire.title[state.lang]} ${questionnaire.version}`, 'accent', true));
    rows.push(...hanging([{ text: '   ' }], `${questionnaire.label[state.lang]}`, width - 2));
    if (questionnaire.notice)
      rows.push(...hanging([{ text: '   ' }], questionnaire.notice[state.lang], width - 2, 'warn'));
    rows.push(...hanging([{ text: '   ' }], questionnaire.officialList.where[state.lang], width - 2));
    if (questionnaire.officialList.url)
      rows.push(...hanging([{ text: '   ' }], questionnaire.officialList.url, width - 2, 'dim'));
    rows.push([], ...hanging([{ text: '   ' }], t('help.not-covered'), width - 2));
    for (const point of questionnaire.notCovered?.[state.lang] ?? [])
      rows.push(...hanging([{ text: '   - ' }], point, width - 2, 'dim'));
  }
  return rows;
}

/** Help over whatever is shown. */
export function helpBody(canvas: Canvas, overlay: Of<'help'>): Body {
  return scrolled(canvas, helpRows(canvas), overlay.scroll);
}

/** Everything that is wrong, as long as it may be. */
export function problemsBody(canvas: Canvas, overlay: Of<'problems'>): Body {
  const rows = overlay.lines.flatMap(text => hanging([{ text: ' ' }], text, canvas.width - 2));
  return scrolled(canvas, rows, overlay.scroll);
}
