import { messageText } from '../../i18n/message.ts';
import { EVIDENCE_FIELDS, type EvidenceDraft } from '../../session/core/state.ts';
import { padText, textWidth } from '../../text/wrap.ts';
import { fieldRows } from '../parts/field-rows.ts';
import { cursorSpan } from '../parts/list.ts';
import { indented, line, type Row, spread } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** The form of one piece of evidence; the cursor stands in the field that is being typed. */
export const evidenceForm: OverlayView<'evidence-form'> = (canvas, form) => {
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
      cursorSpan(canvas, active),
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
    ...indented(
      form.error ? messageText(form.error, t) : t(`evidence.${EVIDENCE_FIELDS[form.row] ?? 'what'}.help`),
      width,
      form.error ? 'bad' : 'dim',
    ),
  );
  return rowsBody(rows, cursor);
};

function draftSpan(draft: EvidenceDraft, name: keyof EvidenceDraft): Row {
  return line(draft[name]);
}
