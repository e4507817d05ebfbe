import type { Screen } from '../../session/core/state.ts';
import { chosenSpan, line, type Row, spread } from '../parts/row.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { scrolled } from './reading.ts';

/** The written report as the terminal shows it; `lines` carry their own styling and are undefined while it is made. */
export function reportBody(
  canvas: Canvas,
  screen: Extract<Screen, { name: 'report' }>,
  lines: string[] | undefined,
): Body {
  const { t, width, theme } = canvas;
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
}
