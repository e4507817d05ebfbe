import { hanging } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** The one thing that asks whether it is meant. */
export const confirmDelete: OverlayView<'confirm-delete'> = ({ t, width }, overlay) => {
  return rowsBody([
    [],
    ...hanging([{ text: ' ' }], t('delete.ask', { name: overlay.name }), width - 1),
    [],
    ...hanging([{ text: ' ' }], t('delete.help'), width - 1, 'dim'),
  ]);
};
