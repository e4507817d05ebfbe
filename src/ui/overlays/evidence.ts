import type { Evidence } from '../../assessment/assessment.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { type EvidenceRow, evidenceRows } from '../../session/overlays/evidence.ts';
import { cursorSpan, type Drawn, windowed } from '../parts/list.ts';
import { hanging, indented, line, type Row, spread } from '../parts/row.ts';
import type { Canvas, OverlayView } from '../view.ts';

/** The evidence of an item, a row that adds one, and what could be taken from other items. */
export const evidence: OverlayView<'evidence'> = (canvas, overlay) => {
  const { t, width, state } = canvas;
  const item = findItem(state.open?.questionnaire, overlay.item);
  const still = (row: Row): Drawn => ({ draw: () => row });
  const head = (text: string): Drawn[] => [[], ...indented(text, width, 'accent')].map(still);
  const rows = evidenceRows(state, overlay.item);
  const drawn: Drawn[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'other' && rows[at - 1]?.kind === 'add') drawn.push(...head(t('evidence.others')));
    drawn.push({ at, draw: () => rowOf(canvas, row, at === overlay.index) });
  }
  const examples = (item?.evidence?.[state.lang] ?? []).flatMap(point =>
    hanging([{ text: '   - ', tone: 'dim' }], point, width - 1, 'dim'),
  );
  drawn.push(...head(t('evidence.examples')), ...examples.map(still));
  const top: Row[] = [
    [{ text: ` ${overlay.item}  `, tone: 'accent', bold: true }, ...line(t('evidence.title'), undefined, true)],
    [],
  ];
  return windowed(canvas, top, drawn, overlay.index);
};

function rowOf(canvas: Canvas, row: EvidenceRow, selected: boolean): Row {
  if (row.kind === 'own') return evidenceRow(canvas, selected, row.evidence);
  if (row.kind === 'other') return evidenceRow(canvas, selected, row.shared.evidence, row.shared.items);
  return [cursorSpan(canvas, selected), ...line(canvas.t('evidence.add'), selected ? undefined : 'dim', selected)];
}

/** One piece of evidence; that of other items names those instead of its dates. */
function evidenceRow(canvas: Canvas, selected: boolean, one: Evidence, items?: string[]): Row {
  const { t, theme, width, state } = canvas;
  const expired = one.validUntil !== undefined && one.validUntil < state.today;
  const dates = [one.date ?? '', one.validUntil ? t('evidence.until', { date: one.validUntil }) : ''];
  const [first = '', ...rest] = items ?? [];
  const right = items
    ? [first, ...(rest.length > 0 ? [`+${rest.length}`] : [])].join(' ')
    : dates.filter(Boolean).join('  ');
  return spread(
    [
      cursorSpan(canvas, selected),
      ...line(one.what, undefined, selected),
      ...line(one.where ? `  ${one.where}` : '', 'dim'),
    ],
    [
      ...line(one.sighted && !items ? `${theme.marks.status.met} ` : '', 'good'),
      ...line(`${right} `, expired ? 'bad' : 'dim'),
    ],
    width,
    theme.marks.ellipsis,
  );
}
