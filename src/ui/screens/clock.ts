import type { T } from '../../i18n/index.ts';
import type { State } from '../../session/core/state.ts';
import { meetingClock } from '../../session/meeting.ts';
import { line, type Row, spread } from '../parts/row.ts';
import type { Theme } from '../theme.ts';

/** Minutes and seconds as a clock shows them; over time is negative. */
export function clockText(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds <= -1 ? `-${text}` : text;
}

/** The clock of the room in one line: time gone and left, this item, how far, and whether it will fit. */
export function clockRow(state: State, t: T, theme: Theme, width: number): Row | undefined {
  const clock = meetingClock(state);
  if (!clock) return undefined;
  const { elapsed, remaining, onItem, slow, settled, of, toGo, fits, paused } = clock;
  const left: Row = [
    ...line(` ${t('workshop.left', { time: clockText(remaining) })}`, remaining < 0 ? 'bad' : undefined, true),
    ...(width >= 60 ? line(`  ${t('workshop.elapsed', { time: clockText(elapsed) })}`, 'dim') : []),
    ...line(
      `  ${t('workshop.on-item', { time: clockText(onItem) })}`,
      slow === 2 ? 'bad' : slow === 1 ? 'warn' : 'dim',
    ),
    ...(paused ? line(`  ${t('workshop.is-paused')}`, 'warn', true) : []),
  ];
  const right: Row = [
    ...line(`${settled}/${of} `),
    ...(width >= 60 ? line(t('workshop.to-go', { n: Math.ceil(toGo / 60) }), fits ? 'good' : 'warn') : []),
    { text: ' ' },
  ];
  return spread(left, right, width, theme.marks.ellipsis);
}
