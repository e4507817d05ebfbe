import { isBroken } from '../../assessment/answers/checks.ts';
import type { Standing } from '../../assessment/answers/standings.ts';
import { unitLabel, unitsOf } from '../../assessment/answers/units.ts';
import { readiness } from '../../assessment/review/readiness.ts';
import { askedStates } from '../../session/core/select.ts';
import type { Screen } from '../../session/core/state.ts';
import { unitRows } from '../../session/units.ts';
import { hanging, line, type Row, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import type { Tone } from '../theme.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';

const TONES: Record<Standing['state'], Tone> = { stands: 'good', falls: 'bad', open: 'dim', spare: 'dim' };

/** The units by name, what is asked of each, and whether it still counts in the review. */
export function unitsBody(canvas: Canvas, screen: Extract<Screen, { name: 'units' }>): Body {
  const { state, t, theme, width, height } = canvas;
  if (!state.open) return rowsBody([]);
  const { questionnaire, assessment } = state.open;
  const units = unitsOf(questionnaire, assessment, state.today);
  const { units: standing } = readiness(askedStates(state), questionnaire.passRule);
  const count = standing.filter(one => one.state === 'stands').length;
  const needed = questionnaire.units?.count ?? 0;
  const top: Row[] = [...hanging([{ text: ' ' }], t('units.standing', { n: count, needed }), width - 1, 'dim'), []];
  const rows = unitRows(state).map(({ unit: id, field }, at): Row => {
    const unit = units.find(one => one.id === id);
    const selected = at === screen.index;
    const cursor = { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' as const };
    if (!unit) return [cursor];
    if (field) {
      const value = unit.values.find(one => one.field.id === field.id);
      const tone: Tone = value === undefined || value.text === undefined ? 'dim' : isBroken(value) ? 'bad' : 'good';
      const said = value?.text ?? t('units.none');
      const expiry =
        value && 'expires' in value
          ? `  ${t(value.state === 'expired' ? 'value.expired' : 'value.expires', { date: value.expires })}`
          : '';
      const left: Row = [
        cursor,
        ...line(`   ${field.label[state.lang]}: `, 'dim'),
        ...line(`${said}${expiry}`, tone, selected),
      ];
      return spread(left, [], width, theme.marks.ellipsis);
    }
    const how = standing.find(one => one.unit.id === id);
    const right: Row = how
      ? line(`${t(`units.${how.state}`, { n: how.fallen.length, open: how.open.length })} `, TONES[how.state])
      : [];
    const name = line(unitLabel(questionnaire, unit, state.lang), unit.name ? undefined : 'dim', selected);
    return spread([cursor, ...name], right, width, theme.marks.ellipsis);
  });
  return rowsBody([...top, ...sliceWindow(rows, screen.index, Math.max(height - top.length, 1)).rows]);
}
