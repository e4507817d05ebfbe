import { indented, type Row } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** A file that could not be read: what happened, what was kept, what to do. */
export const trouble: OverlayView<'trouble'> = ({ t, width }, overlay) => {
  const known = ['damaged', 'newer', 'questionnaire-missing', 'copy'].includes(overlay.code);
  const code = known ? (overlay.code as 'damaged') : 'other';
  const rows: Row[] = [
    [],
    ...indented(t(`trouble.${code}`, { code: overlay.code, of: overlay.id }), width, 'bad'),
    ...indented(overlay.path, width),
    [],
  ];
  if (overlay.code === 'damaged') {
    const key = overlay.backup ? 'trouble.restore' : 'trouble.set-aside';
    rows.push(...indented(t(key, { backup: overlay.backup ?? '' }), width));
  }
  return rowsBody(rows);
};
