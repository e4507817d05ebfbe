import type { Listed } from '../../assessment/answers/listed.ts';
import { daysBetween, localDay, shortDay } from '../../assessment/day.ts';
import { newestAccepted, validityDate, validityOn, validityWord } from '../../assessment/review/readiness.ts';
import { type HomeRow, homeRows } from '../../session/core/select.ts';
import { padText, textWidth, truncateText } from '../../text/wrap.ts';
import { cursorSpan, type Drawn, windowRows } from '../parts/list.ts';
import { progressBar } from '../parts/progress-bar.ts';
import { fitRow, indented, line, type Row, rowWidth, spread } from '../parts/row.ts';
import { type Canvas, rowsBody, type ScreenView } from '../view.ts';

/** Continue first, start second, and what this program is. */
export const home: ScreenView<'home'> = (canvas, screen) => {
  const { state, t, width, height } = canvas;
  const rows = homeRows(state);
  const drawn: Drawn[] = [];
  const kinds = { assessment: t('home.continue'), questionnaire: t('home.start') };
  for (const [at, row] of rows.entries()) {
    if (rows[at - 1]?.kind !== row.kind) drawn.push({ draw: () => line(` ${kinds[row.kind]}`, 'accent', true) });
    drawn.push({ draw: () => homeRow(canvas, row, at === screen.index), at });
  }
  const about = [[], ...indented(t('app.unofficial'), width, 'dim')];
  if (state.listed.length === 0) about.unshift([], ...indented(t('home.welcome'), width));
  const room = Math.max(height - about.length, Math.min(height, 4));
  return rowsBody([...windowRows(drawn, screen.index, room), ...about].slice(0, height));
};

function homeRow(canvas: Canvas, row: HomeRow, selected: boolean): Row {
  const { theme, width, state, t } = canvas;
  const start: Row = [cursorSpan(canvas, selected)];
  const bold = selected;
  if (row.kind === 'questionnaire') {
    const { newest, versions } = row;
    const validity = validityOn(newest, state.today);
    const accepted =
      validity.state === 'unknown'
        ? ''
        : t(`validity.${validityWord(validity, state.today)}`, { date: validityDate(validity) });
    const isClosing = ['past', 'last-day'].includes(validityWord(validity, state.today));
    const more = versions > 1 ? t('home.more-versions', { n: versions - 1 }) : '';
    const name = padText(newest.title[state.lang], titleColumn(canvas));
    const whole: Row = [
      ...start,
      ...line(name, undefined, bold),
      ...line(` ${padText(newest.version, 11)}`),
      ...line(accepted, isClosing ? 'warn' : 'dim'),
    ];
    const rest = line(more ? `  ${more}` : '', 'dim');
    const fits = rowWidth(whole) + rowWidth(rest) <= width;
    return fitRow(fits ? [...whole, ...rest] : whole, width, theme.marks.ellipsis);
  }
  const { listed } = row;
  if (listed.kind === 'bad')
    return fitRow(
      [...start, ...line(listed.id, 'bad', bold), ...line(`  ${t('home.unreadable')}`, 'bad')],
      width,
      theme.marks.ellipsis,
    );
  if (listed.kind === 'copy')
    return fitRow(
      [...start, ...line(listed.id, undefined, bold), ...line(`  ${t('home.copy')}`, 'warn')],
      width,
      theme.marks.ellipsis,
    );
  const bar = width >= 70 ? `${progressBar(listed.answered, listed.total, 10, theme)} ` : '';
  const right: Row = [
    { text: `${bar}${listed.answered}/${listed.total}` },
    ...(width >= 60
      ? [{ text: `  ${t('header.gaps', { n: listed.gaps })}`, ...(listed.gaps > 0 && { tone: 'warn' as const }) }]
      : []),
    ...(width >= 60 ? line(`  ${ago(listed.updatedAt, canvas)} `, 'dim') : line(' ')),
  ];
  const names = nameColumn(canvas);
  const left: Row = [
    ...start,
    ...line(padText(truncateText(listed.name, names, theme.marks.ellipsis), names), undefined, bold),
    ...line(`  ${listed.title[state.lang]} ${listed.version}`, 'dim'),
    ...closingSpan(canvas, listed),
  ];
  return spread(left, right, width, theme.marks.ellipsis);
}

/** Until when the version may be handed in, where the planned day is later or that very day; or the one to go to. */
function closingSpan(
  { state, t }: Canvas,
  { questionnaire, version, past, closes }: Extract<Listed, { kind: 'ok' }>,
): Row {
  if (closes === undefined) return [];
  const versions = state.catalogue.filter(one => one.id === questionnaire);
  const next = past ? newestAccepted(versions, state.today)?.version : undefined;
  const text =
    next === undefined || next === version
      ? t('header.past', { date: shortDay(closes, state.today) })
      : t('header.next', { version: next });
  return line(` ${text}`, 'warn');
}

/** The width that the names of all assessments take, so that what follows stands in one column. */
function nameColumn({ state, width }: Canvas): number {
  const widths = state.listed.map(one => (one.kind === 'ok' ? textWidth(one.name) : 0));
  return Math.min(Math.max(...widths, 0), Math.floor(width * 0.35));
}

/** The same for the titles of what can be started. */
function titleColumn({ state, width }: Canvas): number {
  const widths = state.catalogue.map(one => textWidth(one.title[state.lang]));
  return Math.min(Math.max(...widths, 0) + 1, Math.floor(width * 0.4));
}

function ago(instant: string, { state, t }: Canvas): string {
  const days = daysBetween(localDay(instant), state.today);
  if (days <= 0) return t('home.today');
  return days === 1 ? t('home.yesterday') : t('home.days-ago', { n: days });
}
