import { checkList } from '../../assessment/answers/checks.ts';
import { otherLang } from '../../i18n/index.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import type { ConfidenceLevel, Item, Lang } from '../../questionnaire/schema/schema.ts';
import { guideLinks } from '../../session/overlays/guide.ts';
import { hanging, line, type Row } from '../parts/row.ts';
import { scrolled } from '../parts/scrolled.ts';
import { type Canvas, type OverlayView, rowsBody } from '../view.ts';

/** The guide over the walk. */
export const guide: OverlayView<'guide'> = (canvas, overlay) => {
  const item = findItem(canvas.state.open?.questionnaire, overlay.item);
  return item ? scrolled(canvas, guideRows(canvas, item), overlay.scroll) : rowsBody([]);
};

const PARTS = ['good', 'evidence', 'pitfalls', 'benefits', 'steps', 'reviewer'] as const;

/** The guide to an item, whole, in one language or both. */
function guideRows(canvas: Canvas, item: Item): Row[] {
  const { state, t } = canvas;
  const langs: Lang[] = state.sideBySide ? [state.lang, otherLang(state.lang)] : [state.lang];
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
