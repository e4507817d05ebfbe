import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Overlay, Screen } from '../../session/core/state.ts';
import { ballotOn, meetingClock, meetingOf } from '../../session/meeting.ts';
import { type WorkshopRow, workshopRows } from '../../session/workshop.ts';
import { padText } from '../../text/wrap.ts';
import { fitRow, hanging, line, type Row, spread } from '../parts/row.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { clockText } from './clock.ts';
import { cursorSpan, type Drawn, STATUS_TONES, windowed } from './lists.ts';

/** What is chosen before a meeting begins, or how it stands. */
export function workshopBody(canvas: Canvas, screen: Extract<Screen, { name: 'workshop' }>): Body {
  const { t, state, width } = canvas;
  const rows = workshopRows(state, screen);
  const meeting = meetingOf(state);
  const drawn = rows.map((row, at): Drawn => ({ draw: () => drawRow(canvas, screen, row, at === screen.index), at }));
  const clock = meetingClock(state);
  const done = clock && clock.settled === clock.of;
  const top = meeting
    ? [
        ...hanging([{ text: ' ' }], t(`workshop.kind.${meeting.kind}`), width - 1, 'title'),
        ...hanging(
          [{ text: ' ' }],
          done
            ? t('workshop.all-settled', { n: clock.of })
            : t('workshop.stands', {
                n: clock?.settled ?? 0,
                of: clock?.of ?? 0,
                minutes: Math.ceil((clock?.toGo ?? 0) / 60),
              }),
          width - 1,
          'dim',
        ),
      ]
    : hanging([{ text: ' ' }], t('workshop.help'), width - 1, 'dim');
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
}

function drawRow(
  canvas: Canvas,
  screen: Extract<Screen, { name: 'workshop' }>,
  row: WorkshopRow,
  selected: boolean,
): Row {
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

function chosen(
  { t, state }: Canvas,
  { draft }: Extract<Screen, { name: 'workshop' }>,
  { kind }: WorkshopRow,
): string | undefined {
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

/** Votes on an item: who is asked now, who has voted, and the spread once everybody has. */
export function voteBody(canvas: Canvas, overlay: Extract<Overlay, { kind: 'vote' }>): Body {
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
    return rowsBody([...head, ...rows, ...doubt, [], ...hanging([{ text: ' ' }], how, width - 1, 'dim')]);
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
  return windowed(canvas, [...head, ...hanging([{ text: ' ' }], ask, width - 1, 'dim')], drawn, overlay.index);
}

/** What the meeting has on an item so far, in a line each: votes, decision, dissent, the action promised. */
export function meetingRows(canvas: Canvas, id: string): Row[] {
  const { state, t, width, theme } = canvas;
  const answer = state.open?.assessment.answers[id] ?? {};
  const meeting = meetingOf(state);
  const { voters, waiting, isOpen, spread: groups } = ballotOn(state, id);
  const separator = t('list.separator');
  const votes = isOpen
    ? meeting?.kind === 'workshop' && voters.length > 0
      ? t('walk.votes-in', { n: voters.length - waiting.length, of: voters.length })
      : undefined
    : t('walk.votes', { text: groups.map(one => `${t(`status.${one.status}`)} ${one.names.length}`).join(separator) });
  const dissent = (answer.dissent ?? []).map(one => (one.reason ? `${one.name}: ${one.reason}` : one.name));
  const { action } = answer.plan ?? {};
  const texts = [
    votes,
    answer.decision && t('walk.decision', { text: answer.decision }),
    dissent.length > 0 && t('walk.dissent', { text: dissent.join(separator) }),
    action && t('walk.action', { text: action }),
    answer.later && t('walk.later'),
  ].filter(text => typeof text === 'string' && text !== '');
  return texts.map(text => fitRow([{ text: ' ' }, ...line(String(text), 'accent')], width - 1, theme.marks.ellipsis));
}

/** On a large screen in a meeting: what there is to talk about, part by part as far as whole parts fit. */
export function talkRows({ state, t, width }: Canvas, { item }: ItemState, room: number): Row[] {
  const { lang } = state;
  const parts: [string, string[]][] = [
    [t('part.why'), item.why ? item.why[lang].split('\n').filter(Boolean) : []],
    [t('part.pitfalls'), (item.pitfalls?.[lang] ?? []).map(text => `- ${text}`)],
    [t('part.steps'), (item.steps?.[lang] ?? []).map((text, at) => `${at + 1}. ${text}`)],
  ];
  const rows: Row[] = [];
  for (const [label, texts] of parts) {
    const own = [[], line(` ${label}`, 'dim'), ...texts.flatMap(text => hanging([{ text: '   ' }], text, width - 4))];
    if (texts.length === 0 || rows.length + own.length > room) continue;
    rows.push(...own);
  }
  return rows;
}
