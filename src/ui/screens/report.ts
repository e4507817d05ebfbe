import { chosenSpan, line, type Row, spread } from '../parts/row.ts';
import { scrolled } from '../parts/scrolled.ts';
import { rowsBody, type ScreenView } from '../view.ts';

/** The written report as the terminal shows it. */
export const report: ScreenView<'report'> = (canvas, screen) => {
  const { t, width, theme, report: lines } = canvas;
  const langs = (['ja', 'en', 'both'] as const).flatMap(
    (lang): Row => [{ text: ' ' }, chosenSpan(t(`preview.lang.${lang}`), lang === screen.lang)],
  );
  const top = spread(
    line(` ${t(`preview.title.${screen.which}`)}`, 'accent', true),
    [...langs, { text: ' ' }],
    width,
    theme.marks.ellipsis,
  );
  if (!lines) return rowsBody([top, line(` ${t('preview.loading')}`, 'dim')]);
  const body = scrolled(
    { ...canvas, height: Math.max(canvas.height - 1, 1) },
    lines.map((text): Row => [{ text, styled: true }]),
    screen.scroll,
  );
  return { ...body, blocks: [{ rows: [top] }, ...body.blocks] };
};
