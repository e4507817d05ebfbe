import { parseDay } from '../../assessment/day.ts';
import { newestAccepted, validityDate, validityOn, validityWord } from '../../assessment/review/readiness.ts';
import type { Key } from '../../i18n/index.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { versionsOf } from '../../session/core/select.ts';
import type { On } from '../../session/core/state.ts';
import { startSteps } from '../../session/screens/start.ts';
import { versionNote } from '../../session/version-note.ts';
import { padText } from '../../text/wrap.ts';
import { fieldRows } from '../parts/field-rows.ts';
import { gateRows } from '../parts/gate-rows.ts';
import { cursorSpan } from '../parts/list.ts';
import { clip, fitRow, hanging, indented, line, type Row, spread } from '../parts/row.ts';
import { type Canvas, rowsBody, type ScreenView } from '../view.ts';

type Start = On<'start'>;

/** A few questions, each skippable, asked once. */
export const start: ScreenView<'start'> = (canvas, screen) => {
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
    ...indented(t(`start.${screen.step}`), width, 'accent'),
    ...indented(t(helpOf(canvas, screen)), width, 'dim'),
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
};

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
        cursorSpan(canvas, selected),
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
  return note ? indented(t(note.key, note.values), width, note.warns ? 'warn' : 'dim') : [];
}
