import type { Status } from '../../src/assessment/assessment.ts';
import { STATUSES } from '../../src/assessment/assessment.ts';
import { type Lang, translator } from '../../src/i18n/index.ts';
import { makeTheme } from '../../src/ui/theme.ts';
import type { Frame } from './screen.ts';

const { status: MARKS } = makeTheme({ colours: 16, ascii: false }).marks;

/** Text without blanks and line ends: what is wrapped on a narrow screen is found too. */
function squash(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** Reads the screens: by item ids, and by the texts of message ids in the language shown. */
export function readerFor(lang: Lang) {
  const t = translator(lang);
  const saved = (frame: Frame): boolean =>
    frame.text.includes(t('save.saved')) && !frame.text.includes(t('save.saving'));
  const answerRow = (status: Status): string => `${STATUSES.indexOf(status) + 1} ${t(`status.${status}`)}`;
  const shortRow = (status: Status): string => `${STATUSES.indexOf(status) + 1}${t(`short.${status}`)}`;

  /** The item that the walk shows, or undefined on another screen. */
  const walkItem = (frame: Frame): string | undefined => {
    const whole = STATUSES.every(status => frame.text.includes(answerRow(status)));
    const small = !whole && frame.text.includes(shortRow('met')) && frame.text.includes(shortRow('not-met'));
    if (!whole && !small) return undefined;
    const title = frame.lines
      .slice(0, 4)
      .find(line => /^ ?[A-Z][A-Z0-9]+-(?:[A-C]|[A-Z]*\d+(?:\.\d+)?)(?=\s|$)/.test(line));
    return title?.trim().split(/\s+/)[0];
  };

  return {
    t,
    saved,
    walkItem,
    /** The walk shows this item with everything written to disk. */
    settledOn: (item: string) => (frame: Frame) => walkItem(frame) === item && saved(frame),
    isChosen: (frame: Frame, status: Status): boolean => frame.text.includes(`${MARKS[status]} ${answerRow(status)}`),
    /** The text of a message is there, wrapped or not. */
    shows: (text: string) => (frame: Frame) => squash(frame.text).includes(squash(text)),
  };
}

export type Reader = ReturnType<typeof readerFor>;
