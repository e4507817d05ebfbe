import { countMoved, type Moved } from '../../assessment/review/milestones.ts';
import { wordOf } from '../../i18n/index.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { unitNames } from '../../session/core/select.ts';
import { movedRows } from '../../session/screens/moved.ts';
import { padText } from '../../text/wrap.ts';
import { cursorSpan, type Drawn, windowed } from '../parts/list.ts';
import { indented, line, type Row, spread } from '../parts/row.ts';
import type { Tone } from '../theme.ts';
import type { ScreenView } from '../view.ts';

const MOVED_TONES: Record<Moved['movement'], Tone> = {
  new: 'warn',
  regressed: 'bad',
  resolved: 'good',
  'still-open': 'dim',
};

/** What moved between two milestones or from one until now, regressions first as far as the eye goes: they are red. */
export const moved: ScreenView<'moved'> = (canvas, screen) => {
  const { t, state, width, theme } = canvas;
  const { milestones = [] } = state.open?.assessment ?? {};
  const nameOf = (id: string | undefined): string => milestones.find(one => one.id === id)?.name ?? t('history.now');
  const rows = movedRows(state, screen);
  const names = unitNames(state);
  const word = (status: string | undefined): string => (status === undefined ? '-' : wordOf(t, 'status', status));
  const draw = ({ item, unit, was, is, movement }: Moved, selected: boolean): Row => {
    const title = findItem(state.open?.questionnaire, item)?.title[state.lang] ?? '';
    const of = unit === undefined ? '' : ` (${names.get(unit) ?? unit})`;
    const left: Row = [
      cursorSpan(canvas, selected),
      ...line(padText(t(`movement.${movement}`), 11), MOVED_TONES[movement]),
      ...line(padText(item, 11), 'dim'),
      ...line(`${title}${of}`, undefined, selected),
    ];
    const right = width >= 70 ? line(`${word(was)} ${theme.marks.into} ${word(is)} `, 'dim') : [];
    return spread(left, right, width, theme.marks.ellipsis);
  };
  const drawn = rows.map((one, at): Drawn => ({ draw: () => draw(one, at === screen.index), at }));
  const { new: fresh, regressed, resolved, 'still-open': open } = countMoved(rows);
  const top = [
    ...indented(`${nameOf(screen.from)} ${theme.marks.into} ${nameOf(screen.to)}`, width, 'title'),
    ...indented(t('history.moved', { resolved, regressed, fresh, open }), width, 'dim'),
  ];
  if (rows.length === 0) drawn.push({ draw: () => line(`   ${t('cli.milestone.same')}`, 'dim') });
  return windowed(canvas, top, drawn, screen.index);
};
