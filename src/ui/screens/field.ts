import type { Evidence } from '../../assessment/assessment.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { unitNames } from '../../session/core/select.ts';
import type { EvidenceDraft, FieldTarget, Overlay } from '../../session/core/state.ts';
import { EVIDENCE_FIELDS } from '../../session/core/state.ts';
import { evidenceOf, linkable } from '../../session/evidence.ts';
import { fieldAsked } from '../../session/field.ts';
import { cursorPosition, layoutText } from '../../session/text/layout.ts';
import type { TextArea } from '../../session/text/text-area.ts';
import { padText, textWidth } from '../../text/wrap.ts';
import { hanging, line, type Row, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { messageText } from './chrome.ts';

type Of<Kind extends Overlay['kind']> = Extract<Overlay, { kind: Kind }>;

/** The lines of a text field that are in view, and where the real cursor stands among them. */
export function fieldRows(
  { width }: Canvas,
  area: TextArea,
  height: number,
  indent = 2,
): { rows: Row[]; cursor: { x: number; y: number } } {
  const inner = Math.max(width - indent - 2, 4);
  const { lines } = layoutText(area.text, inner);
  const at = cursorPosition(area.text, area.cursor, inner);
  const start = Math.max(0, Math.min(at.row - Math.floor(height / 2), lines.length - height));
  const shown = lines.slice(start, start + height);
  const rows = shown.map((one): Row => [{ text: ' '.repeat(indent) }, { text: one.text.replace(/\n$/, '') }]);
  if (at.row >= lines.length) rows.push([]);
  return { rows, cursor: { x: indent + at.column, y: at.row - start } };
}

/** Whose copy it is and what is in it, before it is taken in. */
function takeHelp({ t }: Canvas, { copy }: Extract<FieldTarget, { type: 'take' }>): string {
  const told = { name: copy.name, list: copy.list, answered: copy.answered, help: t('field.take.help') };
  const { author } = copy;
  return author === undefined ? t('field.take.told', told) : t('field.take.told-author', { ...told, author });
}

/** A text field over the item it belongs to. */
export function fieldBody(canvas: Canvas, field: Of<'field'>): Body {
  const { t, width, state, height } = canvas;
  const { target } = field;
  const item = 'item' in target ? findItem(state.open?.questionnaire, target.item) : undefined;
  const value = state.open && fieldAsked(state, target);
  const kind = target.type === 'value' || target.type === 'unit-value' ? 'name' : target.type;
  const unit = 'unit' in target && target.unit !== undefined ? unitNames(state).get(target.unit) : undefined;
  const label = value ? value.label[state.lang] : t(`field.${kind}`);
  const help = value
    ? t(`value.enter-${value.kind}`)
    : target.type === 'take'
      ? takeHelp(canvas, target)
      : t(`field.${kind}.help`);
  const top: Row[] = [
    ...(item
      ? [
          [
            { text: ` ${item.id}  `, tone: 'accent' as const, bold: true },
            ...line(item.title[state.lang], undefined, true),
          ],
        ]
      : []),
    ...(item && height >= 12 && field.area.multiline
      ? hanging([{ text: ' ' }], item.ask[state.lang], width - 2, 'dim')
      : []),
    ...(unit === undefined ? [] : hanging([{ text: ' ' }], unit, width - 1, 'title')),
    [],
    ...hanging([{ text: ' ' }], label, width - 1, 'accent'),
    ...hanging([{ text: ' ' }], help, width - 1, 'dim'),
    ...(field.error ? hanging([{ text: ' ' }], messageText(field.error, t), width - 1, 'bad') : []),
    [],
  ];
  const shown = fieldRows(canvas, field.area, Math.max(height - top.length, 1));
  const fitted = top.map(row => spread(row, [], width, canvas.theme.marks.ellipsis));
  return rowsBody([...fitted, ...shown.rows], { x: shown.cursor.x, y: top.length + shown.cursor.y });
}

/** The evidence of an item, a row that adds one, and what could be taken from other items. */
export function evidenceBody(canvas: Canvas, overlay: Of<'evidence'>): Body {
  const { t, width, state, height } = canvas;
  const all = evidenceOf(state, overlay.item);
  const others = linkable(state, overlay.item);
  const item = findItem(state.open?.questionnaire, overlay.item);
  const mark = (at: number) => ({ cursor: cursor(canvas, at === overlay.index), selected: at === overlay.index });
  const top: Row[] = [
    [{ text: ` ${overlay.item}  `, tone: 'accent', bold: true }, ...line(t('evidence.title'), undefined, true)],
    [],
  ];
  const add = mark(all.length);
  const drawn: { row: Row; at?: number }[] = [
    ...all.map((one, at) => ({ at, row: evidenceRow(canvas, mark(at), one) })),
    {
      at: all.length,
      row: [add.cursor, ...line(t('evidence.add'), add.selected ? undefined : 'dim', add.selected)],
    },
    ...(others.length > 0 ? [[], ...line2(t('evidence.others'), width)].map(row => ({ row })) : []),
    ...others.map(({ evidence, items }, index) => {
      const at = all.length + 1 + index;
      return { at, row: evidenceRow(canvas, mark(at), evidence, items) };
    }),
    ...[
      [],
      ...line2(t('evidence.examples'), width),
      ...(item?.evidence?.[state.lang] ?? []).flatMap(point =>
        hanging([{ text: '   - ', tone: 'dim' }], point, width - 1, 'dim'),
      ),
    ].map(row => ({ row })),
  ];
  const selected = drawn.findIndex(one => one.at === overlay.index);
  const room = Math.max(height - top.length, 1);
  return rowsBody([...top, ...sliceWindow(drawn, selected, room).rows.map(one => one.row)]);
}

function cursor({ theme }: Canvas, selected: boolean): Row[number] {
  return { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' };
}

/** One piece of evidence; that of other items names those instead of its dates. */
function evidenceRow(
  { t, theme, width, state }: Canvas,
  mark: { cursor: Row[number]; selected: boolean },
  one: Evidence,
  items?: string[],
): Row {
  const expired = one.validUntil !== undefined && one.validUntil < state.today;
  const dates = [one.date ?? '', one.validUntil ? t('evidence.until', { date: one.validUntil }) : ''];
  const [first = '', ...rest] = items ?? [];
  const right = items
    ? [first, ...(rest.length > 0 ? [`+${rest.length}`] : [])].join(' ')
    : dates.filter(Boolean).join('  ');
  return spread(
    [mark.cursor, ...line(one.what, undefined, mark.selected), ...line(one.where ? `  ${one.where}` : '', 'dim')],
    [
      ...line(one.sighted && !items ? `${theme.marks.status.met} ` : '', 'good'),
      ...line(`${right} `, expired ? 'bad' : 'dim'),
    ],
    width,
    theme.marks.ellipsis,
  );
}

function line2(text: string, width: number): Row[] {
  return hanging([{ text: ' ' }], text, width - 1, 'accent');
}

/** The form of one piece of evidence; the cursor stands in the field that is being typed. */
export function evidenceFormBody(canvas: Canvas, form: Of<'evidence-form'>): Body {
  const { t, theme, width } = canvas;
  const labels = EVIDENCE_FIELDS.map(name => t(`evidence.${name}`));
  const indent = Math.max(...labels.map(textWidth)) + 5;
  const rows: Row[] = [
    [{ text: ` ${form.item}  `, tone: 'accent', bold: true }, ...line(t('evidence.title'), undefined, true)],
    [],
  ];
  let cursor = { x: 0, y: 0 };
  for (const [at, name] of EVIDENCE_FIELDS.entries()) {
    const active = at === form.row;
    const label: Row = [
      { text: active ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' },
      ...line(padText(labels[at] ?? '', indent - 3), active ? 'accent' : 'dim', active),
    ];
    if (active) {
      const field = fieldRows({ ...canvas, width: width - indent }, form.area, 2, 0);
      cursor = { x: indent + field.cursor.x, y: rows.length + field.cursor.y };
      rows.push(
        ...field.rows.map((row, line0): Row => [...(line0 === 0 ? label : [{ text: ' '.repeat(indent) }]), ...row]),
      );
    } else {
      rows.push(spread([...label, ...draftSpan(form.draft, name)], [], width, theme.marks.ellipsis));
    }
  }
  rows.push(
    [],
    ...hanging(
      [{ text: ' ' }],
      form.error ? messageText(form.error, t) : t(`evidence.${EVIDENCE_FIELDS[form.row] ?? 'what'}.help`),
      width - 1,
      form.error ? 'bad' : 'dim',
    ),
  );
  return rowsBody(rows, cursor);
}

function draftSpan(draft: EvidenceDraft, name: keyof EvidenceDraft): Row {
  return line(draft[name]);
}
