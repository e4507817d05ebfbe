import type { On } from '../../session/core/state.ts';
import { meetingClock, meetingOf } from '../../session/meeting.ts';
import { type WorkshopRow, workshopRows } from '../../session/screens/workshop.ts';
import { padText } from '../../text/wrap.ts';
import { clockText } from '../clock.ts';
import { cursorSpan, type Drawn, windowed } from '../parts/list.ts';
import { fitRow, indented, line, type Row, spread } from '../parts/row.ts';
import type { Canvas, ScreenView } from '../view.ts';

/** What is chosen before a meeting begins, or how it stands. */
export const workshop: ScreenView<'workshop'> = (canvas, screen) => {
  const { t, state, width } = canvas;
  const rows = workshopRows(state, screen);
  const meeting = meetingOf(state);
  const drawn = rows.map((row, at): Drawn => ({ draw: () => drawRow(canvas, screen, row, at === screen.index), at }));
  const clock = meetingClock(state);
  const done = clock && clock.settled === clock.of;
  const top = meeting
    ? [
        ...indented(t(`workshop.kind.${meeting.kind}`), width, 'title'),
        ...indented(
          done
            ? t('workshop.all-settled', { n: clock.of })
            : t('workshop.stands', {
                n: clock?.settled ?? 0,
                of: clock?.of ?? 0,
                minutes: Math.ceil((clock?.toGo ?? 0) / 60),
              }),
          width,
          'dim',
        ),
      ]
    : indented(t('workshop.help'), width, 'dim');
  for (const parked of state.open?.assessment.parking ?? [])
    if (meeting)
      drawn.push({
        draw: () =>
          fitRow(
            line(`     ${t('workshop.parked', { text: parked.text })}`, 'dim'),
            width - 1,
            canvas.theme.marks.ellipsis,
          ),
      });
  return windowed(canvas, [...top, []], drawn, screen.index);
};

function drawRow(canvas: Canvas, screen: On<'workshop'>, row: WorkshopRow, selected: boolean): Row {
  const { width, theme, t, state } = canvas;
  const cursor = cursorSpan(canvas, selected);
  if (row.kind === 'person') {
    const here = screen.draft.present.includes(row.name);
    const role = state.open?.assessment.participants.find(one => one.name === row.name)?.role;
    return spread(
      [
        cursor,
        { text: `${theme.marks.tick[here ? 'yes' : 'open']} ` },
        ...line(row.name, here ? undefined : 'dim', selected),
      ],
      line(role ? `${t(`role.${role}`)} ` : `${t('workshop.no-role')} `, 'dim'),
      width,
      theme.marks.ellipsis,
    );
  }
  const value = chosen(canvas, screen, row);
  const label = t(`workshop.row.${row.kind}`);
  const text =
    value === undefined ? line(label, undefined, selected) : line(padText(label, width < 60 ? 14 : 20), 'dim');
  return fitRow(
    [cursor, ...text, ...(value === undefined ? [] : line(value, undefined, selected))],
    width,
    theme.marks.ellipsis,
  );
}

function chosen({ t, state }: Canvas, { draft }: On<'workshop'>, { kind }: WorkshopRow): string | undefined {
  switch (kind) {
    case 'kind':
      return t(`workshop.kind.${draft.kind}`);
    case 'agenda':
      return t(`workshop.agenda.${draft.agenda}`);
    case 'section':
      return state.open?.questionnaire.sections.find(one => one.id === draft.section)?.title[state.lang] ?? '';
    case 'minutes':
      return t('workshop.minutes', { n: draft.minutes });
    case 'pace':
      return t('workshop.pace', { time: clockText(draft.pace) });
    default:
      return undefined;
  }
}
