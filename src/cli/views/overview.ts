import type { Listed } from '../../assessment/answers/listed.ts';
import type { Day } from '../../assessment/day.ts';
import { localDay } from '../../assessment/day.ts';
import { validityDate, validityOn, validityWord } from '../../assessment/review/readiness.ts';
import { isKey, type Lang, type T } from '../../i18n/index.ts';
import { reference, type Summary } from '../../questionnaire/schema/summary.ts';
import { oneLine } from '../kernel/output.ts';

/** One assessment on a line; one that cannot be read says why. */
export function assessmentLine(one: Listed, t: T): string {
  if (one.kind === 'bad') {
    const key = `cli.bad.${one.code}`;
    const why = isKey(key) ? t(key) : one.code;
    return t('cli.list.bad', { id: one.id, why, path: oneLine(one.path) });
  }
  if (one.kind === 'copy') return t('cli.list.copy', { of: one.of, path: shellPath(one.path) });
  return t('cli.list.assessment', {
    id: one.id,
    name: oneLine(one.name),
    questionnaire: `${one.questionnaire}@${one.version}`,
    answered: one.answered,
    total: one.total,
    gaps: one.gaps,
    date: localDay(new Date(one.updatedAt)),
  });
}

/** One questionnaire version on a line: its name for commands, title, size and until when it is accepted. */
export function questionnaireLine(one: Summary, t: T, lang: Lang, today: Day): string {
  const validity = validityOn(one, today);
  const accepted = t(`validity.${validityWord(validity, today)}`, { date: validityDate(validity) });
  const title = `${oneLine(one.title[lang])} ${oneLine(one.label[lang])}`;
  return t(one.own ? 'cli.list.own-questionnaire' : 'cli.list.questionnaire', {
    reference: reference(one),
    title,
    items: one.items,
    accepted,
  });
}

/** The questionnaires from the newest version down within each, as people choose them. */
export function newestFirst(all: Summary[]): Summary[] {
  const ids = [...new Set(all.map(one => one.id))];
  return ids.flatMap(id => all.filter(one => one.id === id).reverse());
}

/** Assessments, questionnaires in the order given and what to type next. */
export function overviewLines(
  listed: Listed[],
  catalogue: Summary[],
  shown: { t: T; lang: Lang; today: Day; home: string; numbered?: boolean },
): string[] {
  const { t, lang, today, home } = shown;
  const mark = (index: number): string => (shown.numbered ? `${index + 1}. ` : '  ');
  const assessments = listed.map((one, index) => `${mark(index)}${assessmentLine(one, t)}`);
  const questionnaires = catalogue.map(
    (one, index) => `${mark(listed.length + index)}${questionnaireLine(one, t, lang, today)}`,
  );
  return [
    t('app.name'),
    '',
    t('cli.overview.assessments', { home: oneLine(home) }),
    ...(assessments.length > 0 ? assessments : [`  ${t('cli.overview.none')}`]),
    '',
    t('cli.overview.questionnaires'),
    ...questionnaires,
    '',
    t('cli.overview.next'),
    ...t('cli.overview.next-list')
      .split('\n')
      .map(one => `  ${one}`),
    '',
    t('app.unofficial'),
  ];
}

/** A path as a shell takes it: names of copies have blanks and brackets in them, and may come from anybody. */
function shellPath(path: string): string {
  const shown = oneLine(path);
  return /[^\w./:@%+,~\\-]/.test(shown) ? `'${shown.replaceAll("'", "'\\''")}'` : shown;
}
