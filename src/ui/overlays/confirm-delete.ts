import { indented } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** The one thing that asks whether it is meant. */
export const confirmDelete: OverlayView<'confirm-delete'> = ({ t, width }, overlay) => {
  return rowsBody([
    [],
    ...indented(t('delete.ask', { name: overlay.name }), width),
    [],
    ...indented(t('delete.help'), width, 'dim'),
  ]);
};
