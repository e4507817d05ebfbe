import { ballotOn } from '../../session/meeting.ts';
import { padText } from '../../text/wrap.ts';
import { cursorSpan, type Drawn, STATUS_TONES, windowed } from '../parts/list.ts';
import { hanging, indented, line, type Row, spread } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** Votes on an item: who is asked now, who has voted, and the spread once everybody has. */
export const vote: OverlayView<'vote'> = (canvas, overlay) => {
  const { t, state, width, theme } = canvas;
  const { voters, waiting, isOpen, spread: groups, unsure } = ballotOn(state, overlay.item);
  const item = state.open?.questionnaire.sections.flatMap(one => one.items).find(one => one.id === overlay.item);
  const head = [
    ...hanging(
      [{ text: ` ${overlay.item}  `, tone: 'accent', bold: true }],
      item?.title[state.lang] ?? '',
      width - 1,
      'title',
    ),
    [],
  ];
  if (!isOpen) {
    const rows = groups.flatMap(({ status, names }): Row[] =>
      hanging(
        [
          {
            text: `   ${theme.marks.status[status]} ${padText(t(`status.${status}`), 16)} ${names.length}  `,
            tone: STATUS_TONES[status],
          },
        ],
        names.join(t('list.separator')),
        width - 1,
      ),
    );
    const doubt =
      unsure.length === 0
        ? []
        : hanging([{ text: '   ' }], t('vote.unsure', { names: unsure.join(t('list.separator')) }), width - 1, 'warn');
    const how = t(groups.length === 1 ? 'vote.agreed' : 'vote.differs');
    return rowsBody([...head, ...rows, ...doubt, [], ...indented(how, width, 'dim')]);
  }
  const drawn = voters.map((name, at): Drawn => {
    const selected = at === overlay.index;
    const voted = !waiting.includes(name);
    const said = selected && overlay.status !== undefined ? t('vote.how-sure') : voted ? t('vote.is-in') : '';
    return {
      draw: () =>
        spread(
          [
            cursorSpan(canvas, selected),
            { text: `${theme.marks.tick[voted ? 'yes' : 'open']} ` },
            ...line(name, undefined, selected),
          ],
          line(`${said} `, voted ? 'good' : 'accent'),
          width,
          theme.marks.ellipsis,
        ),
      at,
    };
  });
  const ask = overlay.status === undefined ? t('vote.ask') : t('vote.ask-sure');
  return windowed(canvas, [...head, ...indented(ask, width, 'dim')], drawn, overlay.index);
};
