import { unitNames } from '../../session/core/select.ts';
import { settingRows } from '../../session/screens/settings.ts';
import { padText } from '../../text/wrap.ts';
import type { ScreenView } from '../view.ts';

/** What can be set on this machine and for the open assessment. */
export const settings: ScreenView<'settings'> = (canvas, screen) => {
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
};
