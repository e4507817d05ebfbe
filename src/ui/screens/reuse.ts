import { isTaken, type Proposal } from '../../assessment/versions/reuse.ts';
import { reuseRows } from '../../session/screens/reuse.ts';
import { padText } from '../../text/wrap.ts';
import { cursorSpan, type Drawn, windowed } from '../parts/list.ts';
import { fitRow, hanging, indented, line, type Row, spread } from '../parts/row.ts';
import type { Canvas, ScreenView } from '../view.ts';

/** What another assessment offers, item by item, with what the two requirements have in common. */
export const reuse: ScreenView<'reuse'> = (canvas, screen) => {
  const { t, state, width } = canvas;
  const other = state.around?.others.find(one => one.assessment.id === screen.other);
  const rows = reuseRows(state, screen);
  const drawn: Drawn[] = [];
  for (const [at, one] of rows.entries()) {
    drawn.push({ draw: () => offerRow(canvas, one, at === screen.index), at });
    if (at === screen.index) drawn.push(...detail(canvas, one).map(row => ({ draw: () => row })));
  }
  if (rows.length === 0) drawn.push({ draw: () => line(`   ${t('reuse.none')}`, 'dim') });
  const top = [
    ...indented(t('reuse.from', { name: other?.assessment.name ?? '' }), width, 'title'),
    ...indented(t('reuse.help'), width, 'dim'),
  ];
  return windowed(canvas, top, drawn, screen.index);
};

function offerRow(canvas: Canvas, { item, from, was, ...one }: Proposal, selected: boolean): Row {
  const { t, state, width, theme } = canvas;
  const { assessment } = state.open ?? {};
  const taken = assessment !== undefined && isTaken({ item, from, was, ...one }, assessment);
  const offer = taken ? t('reuse.is-taken') : one.status ? t(`status.${one.status}`) : t('cli.reuse.words');
  const left: Row = [
    cursorSpan(canvas, selected),
    ...line(padText(item.id, 11), 'dim'),
    ...line(item.title[state.lang], undefined, selected),
  ];
  return spread(left, line(`${offer} `, taken ? 'good' : one.status ? 'accent' : 'dim'), width, theme.marks.ellipsis);
}

/** Where it comes from, how the two requirements relate, and what was written there. */
function detail({ t, width, theme }: Canvas, { from, was, strength, meets, note, evidence }: Proposal): Row[] {
  const relation = t(strength === 'subset' ? `also.meets-${meets ?? 'other'}` : `also.${strength}`);
  const said = t('reuse.detail', { item: from, status: t(`status.${was}`), relation });
  const more = [note, ...evidence.map(one => one.what)].filter(one => one !== undefined).join(t('list.separator'));
  const rows = hanging([{ text: '      ' }], said, width - 2, 'accent');
  return more ? [...rows, fitRow([{ text: '      ' }, ...line(more, 'dim')], width - 1, theme.marks.ellipsis)] : rows;
}
