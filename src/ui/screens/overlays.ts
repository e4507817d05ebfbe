import type { ItemState } from '../../assessment/answers/item-state.ts';
import { REASONS } from '../../assessment/assessment.ts';
import { answeredSince, lastUpgrade } from '../../assessment/versions/undo.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { searchRows, unitNames } from '../../session/core/select.ts';
import type { Overlay, Screen } from '../../session/core/state.ts';
import { fieldAsked } from '../../session/field.ts';
import { settingRows } from '../../session/settings.ts';
import { padText } from '../../text/wrap.ts';
import { hanging, line, type Row, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { fieldRows } from './field.ts';
import { STATUS_TONES } from './lists.ts';

type Of<Kind extends Overlay['kind']> = Extract<Overlay, { kind: Kind }>;

/** Why an item is not applicable. */
export function reasonBody(canvas: Canvas, overlay: Of<'reason'>): Body {
  const { t, state, width } = canvas;
  const [first, ...others] = overlay.items;
  const item = findItem(state.open?.questionnaire, first);
  const title = others.length > 0 ? others.join(t('list.separator')) : (item?.title[state.lang] ?? '');
  const rows: Row[] = [
    [{ text: ` ${first ?? ''}  `, tone: 'accent', bold: true }, ...line(title, undefined, true)],
    [],
    ...hanging([{ text: ' ' }], t('reason.ask'), width - 1, 'accent'),
    ...hanging([{ text: ' ' }], t('reason.help'), width - 1, 'dim'),
    [],
  ];
  const labels = REASONS.map((code, at) => `${at + 1} ${t(`reason.${code}`)}`);
  return {
    blocks: [
      { rows: rows.map(row => spread(row, [], width, canvas.theme.marks.ellipsis)) },
      { menu: { labels, index: overlay.index, indent: 1 } },
    ],
  };
}

/** The options of a value: one to choose, or several to tick. */
export function optionsBody(canvas: Canvas, { target, index, chosen }: Of<'options'>): Body {
  const { t, theme, state, width } = canvas;
  const field = fieldAsked(state, target);
  const item = findItem(state.open?.questionnaire, target.item);
  const several = field?.kind === 'choices';
  const top: Row[] = [
    spread(
      [
        { text: ` ${target.item}  `, tone: 'accent', bold: true },
        ...line(item?.title[state.lang] ?? '', undefined, true),
      ],
      [],
      width,
      theme.marks.ellipsis,
    ),
    [],
    ...hanging([{ text: ' ' }], field?.label[state.lang] ?? '', width - 1, 'accent'),
    ...hanging([{ text: ' ' }], t(several ? 'value.enter-choices' : 'value.enter-choice'), width - 1, 'dim'),
    [],
  ];
  const drawn = (field?.options ?? []).map((option, at) => {
    const first: Row = [
      { text: at === index ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' },
      { text: `${theme.marks.tick[chosen.includes(option.id) ? 'yes' : 'open']} ` },
    ];
    return hanging(first, option.text[state.lang], width - 1);
  });
  const before = drawn.slice(0, index).flat().length;
  return rowsBody([...top, ...sliceWindow(drawn.flat(), before, Math.max(canvas.height - top.length, 1)).rows]);
}

/** What is typed and the items that hold it. */
export function searchBody(canvas: Canvas, overlay: Of<'search'>): Body {
  const { t, theme, state, width, height } = canvas;
  const found = searchRows(state, overlay.area.text);
  const field = fieldRows(canvas, overlay.area, 1, 4);
  const input: Row = [{ text: '  / ', tone: 'accent' }, ...(field.rows[0] ?? []).slice(1)];
  const hint = overlay.area.text === '' ? t('search.help') : t('search.found', { n: found.length });
  const top: Row[] = [input, ...hanging([{ text: ' ' }], hint, width - 1, 'dim'), []];
  const rowOf = (one: ItemState): Row => {
    const selected = one === found[overlay.index];
    return spread(
      [
        { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' },
        { text: `${theme.marks.status[one.status]} `, tone: STATUS_TONES[one.status] },
        { text: padText(one.item.id, 11), tone: 'dim' },
        ...line(one.item.title[state.lang], undefined, selected),
      ],
      [],
      width,
      theme.marks.ellipsis,
    );
  };
  const shown = sliceWindow(found, overlay.index, Math.max(height - top.length, 1)).rows;
  return rowsBody([...top, ...shown.map(rowOf)], { x: field.cursor.x, y: 0 });
}

/** The one thing that asks whether it is meant. */
export function deleteBody({ t, width }: Canvas, overlay: Of<'confirm-delete'>): Body {
  return rowsBody([
    [],
    ...hanging([{ text: ' ' }], t('delete.ask', { name: overlay.name }), width - 1),
    [],
    ...hanging([{ text: ' ' }], t('delete.help'), width - 1, 'dim'),
  ]);
}

/** What going back to an earlier version means for what was answered since. */
export function undoBody({ t, width, state }: Canvas): Body {
  const { assessment } = state.open ?? {};
  const last = assessment && lastUpgrade(assessment);
  if (!last) return rowsBody([]);
  const since = answeredSince(assessment);
  const told = [
    t(since.length > 0 ? 'undo.since' : 'undo.nothing-since', { n: since.length }),
    ...(since.length > 0 ? [since.join(', '), t('undo.where')] : []),
  ];
  return rowsBody([
    [],
    ...hanging([{ text: ' ' }], t('undo.ask', { from: last.to, to: last.from }), width - 1),
    [],
    ...told.flatMap(text => hanging([{ text: ' ' }], text, width - 1)),
    [],
    ...hanging([{ text: ' ' }], t('undo.help'), width - 1, 'dim'),
  ]);
}

/** A file that could not be read: what happened, what was kept, what to do. */
export function troubleBody({ t, width }: Canvas, overlay: Of<'trouble'>): Body {
  const known = ['damaged', 'newer', 'questionnaire-missing', 'copy'].includes(overlay.code);
  const code = known ? (overlay.code as 'damaged') : 'other';
  const rows: Row[] = [
    [],
    ...hanging([{ text: ' ' }], t(`trouble.${code}`, { code: overlay.code, of: overlay.id }), width - 1, 'bad'),
    ...hanging([{ text: ' ' }], overlay.path, width - 1),
    [],
  ];
  if (overlay.code === 'damaged') {
    const key = overlay.backup ? 'trouble.restore' : 'trouble.set-aside';
    rows.push(...hanging([{ text: ' ' }], t(key, { backup: overlay.backup ?? '' }), width - 1));
  }
  return rowsBody(rows);
}

/** What can be set on this machine and for the open assessment. */
export function settingsBody(canvas: Canvas, screen: Extract<Screen, { name: 'settings' }>): Body {
  const { state, t } = canvas;
  const assessment = state.open?.assessment;
  const values = {
    lang: t('settings.lang.value'),
    'side-by-side': t(state.sideBySide ? 'settings.on' : 'settings.off'),
    name: assessment?.name ?? '',
    'review-date': assessment?.reviewDate ?? '-',
    people: assessment?.participants.map(one => one.name).join(t('list.separator')) || '-',
    units: state.open ? [...unitNames(state).values()].join(t('list.separator')) : '',
    gates: t('settings.gates.value', {
      n: Object.keys(assessment?.gates ?? {}).length,
      all: state.open?.questionnaire.gates?.length ?? 0,
    }),
  };
  const labels = settingRows(state).map(
    row => `${padText(t(`settings.${row}`), canvas.width < 60 ? 20 : 22)} ${values[row]}`,
  );
  return { blocks: [{ rows: [[]] }, { menu: { labels, index: screen.index, indent: 1 } }] };
}
