import { BINDINGS } from '../../session/keys/bindings.ts';
import { contextOf } from '../../session/places.ts';
import { padText } from '../../text/wrap.ts';
import { keyLabel } from '../parts/key-label.ts';
import { hanging, line, type Row } from '../parts/row.ts';
import { scrolled } from '../parts/scrolled.ts';
import type { Canvas, OverlayView } from '../view.ts';

/** Help over whatever is shown. */
export const help: OverlayView<'help'> = (canvas, overlay) => scrolled(canvas, helpRows(canvas), overlay.scroll);

/** The keys of the place from which help was asked for, then what tenken is and is not. */
function helpRows(canvas: Canvas): Row[] {
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
