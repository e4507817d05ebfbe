import { type ValueState, valueText } from '../../assessment/answers/checks.ts';
import type { Status } from '../../assessment/assessment.ts';
import { STATUSES } from '../../assessment/assessment.ts';
import type { Lang } from '../../questionnaire/schema/schema.ts';
import { type Focus, type WalkRow, walkRows } from '../../session/focus.ts';
import { fitRow, hanging, inline, line, type Row, rowWidth } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import type { Tone } from '../theme.ts';
import type { Block, Canvas } from '../view.ts';

/** Sub-questions and values as lines, the five answers as a menu; `row` is where the cursor stands. */
export function choiceBlocks(
  canvas: Canvas,
  focus: Focus,
  row: number | undefined,
  room: number,
  proposal: Status | undefined,
): Block[] {
  const rows = walkRows(focus);
  const parts = rows.filter(one => one.kind !== 'status');
  const selected = row === undefined || row >= parts.length ? undefined : row;
  const drawn = parts.map((one, at) => partRows(canvas, focus, one, at === selected));
  const partRoom = Math.max(room - STATUSES.length, 1);
  const lines = drawn.flat();
  const before = drawn.slice(0, selected ?? 0).flat().length;
  const shown =
    lines.length <= partRoom ? lines : sliceWindow(lines, selected === undefined ? 0 : before, partRoom).rows;
  const index = row === undefined || row < parts.length ? undefined : row - parts.length;
  const labels = STATUSES.map((status, at) => statusLabel(canvas, focus, status, at, proposal));
  return [...(shown.length > 0 ? [{ rows: shown }] : []), { menu: { labels, index, indent: 1 } }];
}

function statusLabel(
  { t, theme, width }: Canvas,
  focus: Focus,
  status: Status,
  at: number,
  proposal: Status | undefined,
): string {
  const chosen = focus.answer.status === status;
  const parts = [
    `${chosen ? theme.marks.status[status] : ' '} ${at + 1} ${t(`status.${status}`)}`,
    ...(chosen && status === 'not-applicable' && focus.answer.reason
      ? [`(${reasonText(focus.answer.reason, t)})`]
      : []),
    ...(chosen && status === 'met' && focus.broken.length > 0 ? [t('walk.broken')] : []),
    ...(proposal === status ? [t('walk.proposed')] : []),
    ...(status === 'met' && focus.current.item.officialAnswer === 'no' && width >= 60 ? [t('walk.official-no')] : []),
  ];
  return parts.join('  ');
}

function reasonText(
  reason: {
    code: 'OUT_OF_SCOPE' | 'BUSINESS_PRIORITIES' | 'ARCHITECTURE_CONSTRAINTS' | 'OTHER';
    text?: string | undefined;
  },
  t: Canvas['t'],
): string {
  return reason.text ?? t(`reason.${reason.code}`);
}

function partRows(canvas: Canvas, focus: Focus, row: WalkRow, selected: boolean): Row[] {
  const { theme, width, state } = canvas;
  const cursor = { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' as const };
  if (row.kind === 'value') {
    const value = focus.values.find(one => one.field.id === row.field.id);
    return valueRows(canvas, value, cursor);
  }
  if (row.kind !== 'check') return [];
  const tick = focus.answer.checks?.[row.check.leaf.id] ?? 'open';
  const tone: Tone = tick === 'yes' ? 'good' : tick === 'no' ? 'bad' : 'dim';
  const join = row.check.join === 'any' ? canvas.t('walk.or') : '';
  const first: Row = [
    cursor,
    { text: '  '.repeat(row.check.depth) },
    { text: `${theme.marks.tick[tick]} `, tone },
    ...line(join, 'dim'),
  ];
  const text = row.check.leaf.text[state.lang];
  return selected
    ? hanging(first, text, width - 1)
    : [fitRow([...first, ...inline(text)], width - 1, theme.marks.ellipsis)];
}

/** Label and value on one line, or one under the other where the screen is narrow. */
function valueRows({ t, state, theme, width }: Canvas, value: ValueState | undefined, cursor: Row[number]): Row[] {
  if (!value) return [[cursor]];
  const { field } = value;
  const limit = field.maxHours === undefined ? '' : t('value.limit', { hours: field.maxHours });
  const label: Row = [cursor, ...line(`${field.label[state.lang]}${limit}: `)];
  const said = saidOf(value, t, state.lang);
  if (rowWidth(label) + rowWidth(said) <= width) return [[...label, ...said]];
  return [label, [{ text: '     ' }, ...said]].map(row => fitRow(row, width, theme.marks.ellipsis));
}

function saidOf(value: ValueState, t: Canvas['t'], lang: Lang): Row {
  if (value.text === undefined) return line(t(`value.enter-${value.field.kind}`), 'dim');
  const tone: Tone = value.state === 'ok' ? 'good' : 'bad';
  const note = remarkOf(value, t);
  return [
    ...line(valueText(value.field, value.text, lang, t('list.separator')), tone, true),
    ...line(note ? `  ${note}` : '', tone),
  ];
}

/** What a value says about its threshold, in words; empty where there is nothing to say. */
function remarkOf(value: ValueState, t: Canvas['t']): string {
  if ('other' in value) return t(`value.${value.state}`, { date: value.other });
  if ('expires' in value)
    return t(value.state === 'expired' ? 'value.expired' : 'value.expires', { date: value.expires });
  if (value.state === 'over') return t('value.over');
  return value.state === 'low' ? t('value.low', { min: value.field.min ?? 0 }) : '';
}
