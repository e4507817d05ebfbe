import { gateRows } from '../parts/gate-rows.ts';
import { indented } from '../parts/row.ts';
import { rowsBody, type ScreenView } from '../view.ts';

/** The scope questions of the open assessment. */
export const gates: ScreenView<'gates'> = (canvas, screen) => {
  const { state, t, width } = canvas;
  if (!state.open) return rowsBody([]);
  const top = [...indented(t('start.gates.help'), width, 'dim'), []];
  const { questionnaire, assessment } = state.open;
  return rowsBody([
    ...top,
    ...gateRows(canvas, questionnaire, assessment.gates, screen.index, canvas.height - top.length),
  ]);
};
