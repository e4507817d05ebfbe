import { itemsOfGate } from '../../assessment/answers/scope.ts';
import type { Gate, Questionnaire } from '../../questionnaire/schema/schema.ts';
import { padText } from '../../text/wrap.ts';
import type { Canvas } from '../view.ts';
import { cursorSpan } from './list.ts';
import { clip, fitRow, hanging, indented, line, type Row } from './row.ts';

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

function gateLines(canvas: Canvas, gate: Gate, answer: 'yes' | 'no' | undefined, selected: boolean): Row[] {
  const { theme, t, width, state } = canvas;
  const mark = answer === undefined ? t('gate.open') : t(`gate.${answer}`);
  const first: Row = [
    cursorSpan(canvas, selected),
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
  return indented(t(key, { items }), width, 'dim');
}
