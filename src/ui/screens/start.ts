import { itemsOfGate } from '../../assessment/answers/scope.ts';
import { parseDay } from '../../assessment/day.ts';
import { newestAccepted, validityDate, validityOn, validityWord } from '../../assessment/review/readiness.ts';
import type { Key } from '../../i18n/index.ts';
import type { Gate, Questionnaire } from '../../questionnaire/schema/schema.ts';
import { versionsOf } from '../../session/core/select.ts';
import type { Screen } from '../../session/core/state.ts';
import { startSteps } from '../../session/start.ts';
import { versionNote } from '../../session/version-note.ts';
import { padText } from '../../text/wrap.ts';
import { clip, fitRow, hanging, line, type Row, spread } from '../parts/row.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { fieldRows } from './field.ts';

type Start = Extract<Screen, { name: 'start' }>;

/** A few questions, each skippable, asked once. */
export function startBody(canvas: Canvas, screen: Start): Body {
  const { state, t, width, theme } = canvas;
  const steps = startSteps(state, screen);
  const summary = state.catalogue.find(one => one.id === screen.draft.questionnaireId);
  const dots = steps.map(one => (one === screen.step ? theme.marks.full : theme.marks.empty)).join('');
  const top: Row[] = [
    spread(
      line(` ${summary?.title[state.lang] ?? ''} ${screen.draft.version}`, undefined, true),
      [{ text: `${dots} ${steps.indexOf(screen.step) + 1}/${steps.length} `, tone: 'dim' }],
      width,
      theme.marks.ellipsis,
    ),
    [],
    ...hanging([{ text: ' ' }], t(`start.${screen.step}`), width - 1, 'accent'),
    ...hanging([{ text: ' ' }], t(helpOf(canvas, screen)), width - 1, 'dim'),
    [],
  ];
  if (screen.step === 'version') {
    return rowsBody(clip([...top, ...versionRows(canvas, screen)], canvas.height, ` ${theme.marks.ellipsis}`));
  }
  if (screen.step === 'gates') {
    const { questionnaire } = screen;
    return rowsBody([
      ...top,
      ...(questionnaire
        ? gateRows(canvas, questionnaire, screen.draft.gates, screen.index, canvas.height - top.length)
        : []),
    ]);
  }
  const field = fieldRows(canvas, screen.area, 1);
  const hint =
    screen.step === 'review-date' && screen.questionnaire
      ? reviewHint(canvas, screen.questionnaire, screen.area.text)
      : [];
  return rowsBody([...top, ...field.rows, [], ...hint], { x: field.cursor.x, y: top.length + field.cursor.y });
}

/** The help of a step; where no version is accepted any more, the choice of one says so. */
function helpOf({ state }: Canvas, { step, draft }: Start): Key {
  const isOpen = newestAccepted(versionsOf(state.catalogue, draft.questionnaireId), state.today) !== undefined;
  return step === 'version' && !isOpen ? 'start.version.help-past' : `start.${step}.help`;
}

function versionRows(canvas: Canvas, screen: Start): Row[] {
  const { state, t, width, theme } = canvas;
  const versions = versionsOf(state.catalogue, screen.draft.questionnaireId);
  const rows = versions.map((one, at): Row => {
    const validity = validityOn(one, state.today);
    const date = validityDate(validity);
    const word = validityWord(validity, state.today);
    const selected = at === screen.index;
    return fitRow(
      [
        { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' },
        ...line(padText(one.version, 10), undefined, selected),
        ...line(t('start.items', { n: one.items })),
        ...line(`  ${t(`validity.${word}`, { date })}`, word === 'past' || word === 'last-day' ? 'warn' : 'dim'),
      ],
      width,
      theme.marks.ellipsis,
    );
  });
  const notice = versions[screen.index]?.notice?.[state.lang];
  return [...rows, [], ...(notice ? hanging([{ text: '   ' }], notice, width - 2, 'dim') : [])];
}

function reviewHint({ state, t, width }: Canvas, questionnaire: Questionnaire, text: string): Row[] {
  const note = versionNote(questionnaire, parseDay(text, state), state.today);
  return note ? hanging([{ text: ' ' }], t(note.key, note.values), width - 1, note.warns ? 'warn' : 'dim') : [];
}

/** Scope questions with what "no" would switch off. The chosen one is shown whole. */
export function gateRows(
  canvas: Canvas,
  questionnaire: Questionnaire,
  answers: Record<string, 'yes' | 'no'>,
  index: number,
  height: number,
): Row[] {
  const gates = questionnaire.gates ?? [];
  const chosen = gates[index];
  const rows = gates.flatMap((gate, at) => gateLines(canvas, gate, answers[gate.id], at === index));
  const detail = chosen ? gateDetail(canvas, questionnaire, chosen, answers[chosen.id]) : [];
  const room = Math.max(height - detail.length - 1, 3);
  const before = gates.slice(0, index).flatMap(gate => gateLines(canvas, gate, answers[gate.id], false)).length;
  const start = Math.max(0, Math.min(before - 1, rows.length - room));
  const all = [...rows.slice(start, start + room), [], ...detail];
  return clip(all, height, ` ${canvas.theme.marks.ellipsis}`);
}

function gateLines(
  { theme, t, width, state }: Canvas,
  gate: Gate,
  answer: 'yes' | 'no' | undefined,
  selected: boolean,
): Row[] {
  const mark = answer === undefined ? t('gate.open') : t(`gate.${answer}`);
  const first: Row = [
    { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' },
    { text: `${padText(mark, 6)} `, tone: answer === undefined ? 'dim' : answer === 'yes' ? 'good' : 'warn' },
  ];
  const text = gate.ask[state.lang];
  return selected
    ? hanging(first, text, width - 1)
    : [fitRow([...first, ...line(text)], width - 1, theme.marks.ellipsis)];
}

function gateDetail(
  { t, width }: Canvas,
  questionnaire: Questionnaire,
  gate: Gate,
  answer: 'yes' | 'no' | undefined,
): Row[] {
  const items = itemsOfGate(questionnaire, gate.id).join(t('list.separator'));
  const key = answer === 'no' ? 'gate.switched-off' : answer === 'yes' ? 'gate.asked' : 'gate.would-switch-off';
  return hanging([{ text: ' ' }], t(key, { items }), width - 1, 'dim');
}

/** The scope questions of the open assessment. */
export function gatesBody(canvas: Canvas, screen: Extract<Screen, { name: 'gates' }>): Body {
  const { state, t, width } = canvas;
  if (!state.open) return rowsBody([]);
  const top = [...hanging([{ text: ' ' }], t('start.gates.help'), width - 1, 'dim'), []];
  const { questionnaire, assessment } = state.open;
  return rowsBody([
    ...top,
    ...gateRows(canvas, questionnaire, assessment.gates, screen.index, canvas.height - top.length),
  ]);
}
