import { answeredSince, lastUpgrade } from '../../assessment/versions/undo.ts';
import { indented } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** What going back to an earlier version means for what was answered since. */
export const confirmUndo: OverlayView<'confirm-undo'> = ({ t, width, state }) => {
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
    ...indented(t('undo.ask', { from: last.to, to: last.from }), width),
    [],
    ...told.flatMap(text => indented(text, width)),
    [],
    ...indented(t('undo.help'), width, 'dim'),
  ]);
};
