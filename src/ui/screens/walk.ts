import { type ItemState, isGap } from '../../assessment/answers/item-state.ts';
import { unitLabel } from '../../assessment/answers/units.ts';
import { isToConfirm } from '../../assessment/versions/upgrade.ts';
import { fieldText, rivalNotes, rivalsText } from '../../session/copies.ts';
import type { Screen } from '../../session/core/state.ts';
import { type Focus, focusOf, walkRows } from '../../session/focus.ts';
import { meetingOf } from '../../session/meeting.ts';
import { proposalOf } from '../../session/walk.ts';
import { sanitise } from '../../text/sanitise.ts';
import { padText, textWidth, truncateText } from '../../text/wrap.ts';
import { chosenSpan, clip, fitRow, hanging, inline, line, type Row, spread } from '../parts/row.ts';
import type { Block, Body, Canvas } from '../view.ts';
import { blockHeight } from '../view.ts';
import { STATUS_TONES } from './lists.ts';
import { choiceBlocks } from './walk-choices.ts';
import { meetingRows, talkRows } from './workshop.ts';

/** One item: everything needed to decide it, nothing else. What does not fit is in the guide. */
export function walkBody(given: Canvas, screen: Extract<Screen, { name: 'walk' }>): Body {
  const canvas = presented(given);
  const { state, height } = canvas;
  const focus = focusOf(state, screen);
  if (!focus) return { blocks: [] };
  const { current } = focus;
  const roomy = height >= 18;
  const gap: Row[] = roomy ? [[]] : [];
  const title = titleRows(canvas, current);
  const bottom = bottomRows(canvas, focus, roomy ? 3 : 1);
  const strip = unitStrip(canvas, focus);
  const rows = walkRows(focus);
  const fixed = title.length + bottom.length + strip.length + gap.length;
  const questionRoom = Math.max(height - fixed - Math.min(rows.length, roomy ? 12 : 6), 2);
  const question = clip(
    // What people have to decide comes first: of a long question the rest is in the guide.
    [...differsRows(canvas, current), ...questionRows(canvas, current), ...confirmRows(canvas, current)],
    questionRoom,
    canvas.t('walk.more', { ellipsis: canvas.theme.marks.ellipsis }),
  );
  const choices = choiceBlocks(canvas, focus, screen.row, height - fixed - question.length, proposalOf(state, screen));
  const taken = fixed + question.length + choices.reduce((sum, block) => sum + blockHeight(block), 0);
  const brief = briefRows(canvas, current, height - taken - (roomy ? 2 : 0));
  const more = canvas === given ? [] : talkRows(canvas, current, height - taken - brief.length - 3);
  const top = [...title, ...question, ...(roomy && brief.length > 0 ? [[], ...brief] : brief), ...more, ...gap];
  const blocks: Block[] = [
    { rows: [...top, ...strip] },
    ...choices,
    { rows: [...(height - taken - brief.length - more.length > 1 ? gap : []), ...bottom] },
  ];
  return { blocks };
}

/** A meeting on a large screen: both languages, so that everybody in the room reads along. */
function presented(canvas: Canvas): Canvas {
  const { width, height, state } = canvas;
  const large = width >= 110 && height >= 32 && meetingOf(state) !== undefined;
  return large ? { ...canvas, state: { ...state, sideBySide: true } } : canvas;
}

function titleRows({ state, theme, t, width }: Canvas, { item, answer }: ItemState): Row[] {
  const facts: Row = [
    ...(answer.flag ? [{ text: `${theme.marks.flag} `, tone: 'warn' as const }] : []),
    { text: t(`risk.${item.risk}`), tone: item.risk === 'high' ? 'bad' : item.risk === 'medium' ? 'warn' : 'dim' },
    ...(width >= 70
      ? [
          {
            text: `  ${t(`retrofit.${item.retrofit}`)}`,
            tone: item.retrofit === 'costly' ? ('warn' as const) : ('dim' as const),
          },
        ]
      : []),
    { text: ' ' },
  ];
  const langs =
    state.sideBySide && width >= 60 ? ([state.lang, state.lang === 'ja' ? 'en' : 'ja'] as const) : [state.lang];
  return langs.map((lang, index) =>
    index === 0
      ? spread(
          [{ text: ` ${item.id}  `, tone: 'accent', bold: true }, ...line(item.title[lang], undefined, true)],
          facts,
          width,
          theme.marks.ellipsis,
        )
      : fitRow(
          [{ text: ' '.repeat(textWidth(item.id) + 3) }, ...line(item.title[lang], 'dim')],
          width,
          theme.marks.ellipsis,
        ),
  );
}

function questionRows({ state, width }: Canvas, { item }: ItemState): Row[] {
  const rehearsal = meetingOf(state)?.kind === 'rehearsal' ? item.reviewer : undefined;
  if (rehearsal) {
    return [
      ...rehearsal[state.lang].flatMap(text =>
        hanging([{ text: ' ? ', tone: 'accent', bold: true }], text, width - 2, 'title'),
      ),
      ...hanging([{ text: ' ' }], item.ask[state.lang], width - 2, 'dim'),
    ];
  }
  const first = state.sideBySide ? ([state.lang, state.lang === 'ja' ? 'en' : 'ja'] as const) : [state.lang];
  return first.flatMap((lang, index) =>
    hanging([{ text: ' ' }], item.ask[lang], width - 2, index > 0 ? 'dim' : undefined),
  );
}

/** What was answered in an earlier version, where the requirement has changed since. */
function confirmRows({ state, t, width }: Canvas, { answer }: ItemState): Row[] {
  const { confirm } = answer;
  if (!confirm || !isToConfirm(answer)) return [];
  const status = t(`status.${confirm.was ?? 'unanswered'}`);
  return [
    ...hanging(
      [{ text: ' ' }],
      t('walk.confirm', { version: confirm.from, item: confirm.item, status }),
      width - 2,
      'warn',
    ),
    ...(confirm.note[state.lang] ? hanging([{ text: ' ' }], confirm.note[state.lang], width - 2, 'warn') : []),
  ];
}

/** What copies disagree on; a line each. */
function differsRows({ t, width }: Canvas, { answer }: ItemState): Row[] {
  return Object.entries(answer.differs ?? {}).flatMap(([path, rivals]) => {
    const said = sanitise(rivalsText(path, rivals, t));
    return hanging(
      [{ text: ' ' }],
      t('walk.differs', { field: sanitise(fieldText(path, t)), said }),
      width - 2,
      'warn',
    );
  });
}

/** What good looks like and what to show, as far as there is room. */
function briefRows({ state, t, width, theme }: Canvas, { item }: ItemState, room: number): Row[] {
  if (room < 1) return [];
  const lang = state.lang;
  const labels = { good: t('part.good'), evidence: t('part.evidence') };
  const indent = Math.max(textWidth(labels.good), textWidth(labels.evidence)) + 3;
  const points = (name: 'good' | 'evidence', draw: (first: Row, point: string) => Row[]): Row[][] =>
    (item[name]?.[lang] ?? []).map((point, index) =>
      draw([{ text: padText(index === 0 ? ` ${labels[name]}` : '', indent), tone: 'dim' }], point),
    );
  const whole = (['good', 'evidence'] as const).flatMap(name =>
    points(name, (first, point) => hanging(first, point, width - 2)).flat(),
  );
  if (whole.length <= room) return whole;
  // Too little room for everything: a line a point, good before evidence, one line of evidence at least.
  const short = (first: Row, point: string): Row[] => [
    fitRow([...first, ...inline(point)], width - 1, theme.marks.ellipsis),
  ];
  const good = points('good', short).flat();
  const evidence = points('evidence', short).flat();
  const forEvidence = Math.min(evidence.length, Math.max(room - good.length, room > 1 ? 1 : 0));
  return [...good.slice(0, room - forEvidence), ...evidence.slice(0, forEvidence)];
}

/** The status of every unit, and which one is asked now. */
function unitStrip({ t, theme, width, state }: Canvas, { current, unit }: Focus): Row[] {
  const { questionnaire } = state.open ?? {};
  const { units, organization, item } = current;
  if (units.length === 0 || !questionnaire) return [];
  const room = Math.max(Math.floor((width - 14) / units.length) - 4, 4);
  const cell = (label: string, status: ItemState['status'], chosen: boolean): Row => [
    { text: theme.marks.status[status], tone: STATUS_TONES[status] },
    chosenSpan(truncateText(sanitise(label), room, theme.marks.ellipsis), chosen),
    { text: ' ' },
  ];
  const common: Row =
    organization !== undefined
      ? cell(t('walk.organization'), organization, unit === undefined)
      : item.perUnit?.organization
        ? []
        : [chosenSpan(t('walk.all-units'), unit === undefined), { text: ' ' }];
  const row: Row = [
    { text: ' ' },
    ...common,
    ...units.flatMap(one => cell(unitLabel(questionnaire, one.unit, state.lang), one.status, one === unit)),
  ];
  return [fitRow(row, width, theme.marks.ellipsis)];
}

function noNote(t: Canvas['t'], rivals: number): Row {
  return rivals > 0 ? line(t('walk.note-differs', { n: rivals }), 'warn') : line(t('walk.no-note'), 'dim');
}

/** The note, and what is known of evidence, owner and due date. */
function bottomRows(canvas: Canvas, { current, unit, answer: asked }: Focus, noteRows: number): Row[] {
  const { t, width, theme, state } = canvas;
  const { answer } = current;
  const label = `${t('walk.note')}  `;
  const text = unit ? (answer.units?.[unit.unit.id]?.note ?? '') : (asked.note ?? '');
  const note = text
    ? clip(hanging([{ text: ` ${label}`, tone: 'dim' }], text, width - 2), noteRows, `  ${theme.marks.ellipsis}`)
    : [[{ text: ` ${label}`, tone: 'dim' as const }, ...noNote(t, rivalNotes(answer, unit?.unit.id).length)]];
  const late = answer.due !== undefined && answer.due < state.today && isGap(current);
  const meta: Row = [
    ...line(` ${t('walk.evidence', { n: answer.evidence?.length ?? 0 })}`, answer.evidence?.length ? undefined : 'dim'),
    ...line(`  ${t('walk.owner', { name: answer.owner ?? '-' })}`, answer.owner ? undefined : 'dim'),
    ...line(`  ${t('walk.due', { date: answer.due ?? '-' })}`, late ? 'bad' : answer.due ? undefined : 'dim'),
    ...line(`  ${current.item.who.map(who => t(`who.${who}`)).join(t('list.separator'))}`, 'dim'),
  ];
  return [...meetingRows(canvas, current.item.id), ...note, spread(meta, [], width, theme.marks.ellipsis)];
}
