import { shortDay } from '../../assessment/day.ts';
import { closingDay, newestAccepted } from '../../assessment/review/readiness.ts';
import { isKey, type T } from '../../i18n/index.ts';
import { reference } from '../../questionnaire/schema/summary.ts';
import { contextOf } from '../../session/core/context.ts';
import { progressOf } from '../../session/core/select.ts';
import type { State } from '../../session/core/state.ts';
import { BINDINGS } from '../../session/keys/bindings.ts';
import { MEETING_KEYS } from '../../session/keys/meeting-keys.ts';
import { meetingOf } from '../../session/meeting.ts';
import { textWidth } from '../../text/wrap.ts';
import { fitRow, line, type Row, rowWidth, spread } from '../parts/row.ts';
import type { Theme } from '../theme.ts';
import { clockRow } from './clock.ts';
import { isIdle } from './idle-keys.ts';

/** The lines above and below every screen; a low terminal gives up the rules. */
export type Chrome = { header: Row[]; footer: Row[] };

/** Terminals lower than this do without the two rules. */
const ROOMY_ROWS = 20;

/** Header (where one is, how far, saved or not) and footer (news, else the keys). */
export function chrome(state: State, t: T, theme: Theme): Chrome {
  const { columns: width, rows } = state.size;
  const rule = line(theme.marks.rule.repeat(width), 'dim');
  const clock = clockRow(state, t, theme, width);
  const head = [header(state, t, theme, width), ...(clock ? [clock] : [])];
  const foot = footer(state, t, theme, width);
  return rows >= ROOMY_ROWS ? { header: [...head, rule], footer: [rule, foot] } : { header: head, footer: [foot] };
}

function header(state: State, t: T, theme: Theme, width: number): Row {
  if (!state.open)
    return spread(
      [{ text: ` ${t('app.name')}`, bold: true }],
      line(`${t('header.lang')} `, 'dim'),
      width,
      theme.marks.ellipsis,
    );
  const { assessment, questionnaire } = state.open;
  const into = ` ${theme.marks.into} `;
  const left: Row = [
    ...line(` ${assessment.name}`, undefined, true),
    ...line(`${into}${width >= 100 ? `${questionnaire.title[state.lang]} ` : ''}${questionnaire.version}`, 'dim'),
    // On a narrow terminal the place comes first; Home and the check say it as well.
    ...(width >= 60 ? closingRow(state, t) : []),
    { text: `${into}${whereText(state, t)}` },
  ];
  const { answered, total, gaps } = progressOf(state);
  const bar = width >= 70 ? ` ${progressBar(answered, total, width >= 100 ? 10 : 5, theme)}` : '';
  const right: Row = [
    { text: `${answered}/${total}${bar}` },
    { text: width >= 60 ? `  ${t('header.gaps', { n: gaps })}` : '', ...(gaps > 0 && { tone: 'warn' as const }) },
    { text: '  ' },
    savedSpan(state, t),
    { text: ' ' },
  ];
  return spread(left, right, width, theme.marks.ellipsis);
}

/** Until when a version may be handed in, where the planned day is later or that very day; and the one to go to, if there is any. */
function closingRow({ open, catalogue, today }: State, t: T): Row {
  if (!open) return [];
  const { questionnaire, assessment } = open;
  const closes = closingDay(questionnaire, assessment, today);
  if (closes === undefined) return [];
  const versions = catalogue.filter(one => one.id === questionnaire.id);
  const next = newestAccepted(versions, assessment.reviewDate ?? today)?.version;
  const isOther = next !== undefined && next !== questionnaire.version;
  return line(
    ` ${isOther ? t('header.next', { version: next }) : t('header.past', { date: shortDay(closes, today) })}`,
    'warn',
  );
}

function savedSpan(state: State, t: T): Row[number] {
  const { saving } = state;
  if (saving.state === 'failed') return { text: t('save.failed'), tone: 'bad', bold: true };
  return saving.state === 'saved' ? { text: t('save.saved'), tone: 'good' } : { text: t('save.saving'), tone: 'warn' };
}

function whereText(state: State, t: T): string {
  const { screen, open } = state;
  // A list names its units itself: case studies, customers.
  if (screen.name === 'units') return open?.questionnaire.units?.title[state.lang] ?? t('where.units');
  if (screen.name !== 'walk') return t(`where.${screen.name}`);
  const section = open?.questionnaire.sections.find(one => one.items.some(item => item.id === screen.item));
  return section?.title[state.lang] ?? reference(open?.questionnaire ?? { id: '', version: '' });
}

/** A bar of `cells` marks. */
export function progressBar(done: number, total: number, cells: number, theme: Theme): string {
  const full = total === 0 ? 0 : Math.floor((done / total) * cells);
  return theme.marks.full.repeat(full) + theme.marks.empty.repeat(cells - full);
}

function footer(state: State, t: T, theme: Theme, width: number): Row {
  const message = state.saving.state === 'failed' ? { ...state.saving.message, tone: 'bad' as const } : state.notice;
  const hints = keyHints(state, t, theme);
  if (!message) return fitHints(hints, width);
  const text = ` ${messageText(message, t)}  `;
  if (message.tone === 'plain') return fitRow([{ text, tone: 'accent', bold: true }], width, theme.marks.ellipsis);
  return fitRow(
    [{ text, tone: message.tone, bold: true }, ...fitHints(hints, Math.max(width - textWidth(text), 0))],
    width,
    theme.marks.ellipsis,
  );
}

/** The text of a message; a value that starts with `@` is itself a key. */
export function messageText(message: { key: string; values?: Record<string, string | number> }, t: T): string {
  const values = Object.fromEntries(
    Object.entries(message.values ?? {}).map(([name, value]) => {
      const key = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : undefined;
      return [name, key !== undefined && isKey(key) ? t(key) : value];
    }),
  );
  return isKey(message.key) ? t(message.key, values) : message.key;
}

type Hint = { keys: string; label: string };

function keyHints(state: State, t: T, theme: Theme): Hint[] {
  const context = contextOf(state);
  const own = BINDINGS.filter(one => one.footer?.includes(context));
  const meeting = own.filter(one => MEETING_KEYS.includes(one));
  const usual = own.filter(one => !meeting.includes(one) && !isIdle(state, one.command));
  // The keys of a meeting come first while it goes on, and are no news before.
  const shown =
    context !== 'walk'
      ? own.filter(one => usual.includes(one) || meeting.includes(one))
      : meetingOf(state)
        ? [...usual.slice(0, 1), ...meeting, ...usual.slice(1)]
        : usual;
  return shown.map(one =>
    // Several keys in one hint name themselves.
    one.hint ? { keys: '', label: t(one.hint) } : { keys: keyLabel(one.keys[0] ?? '', theme), label: t(one.label) },
  );
}

/** How a key is written for people. */
export function keyLabel(key: string, theme: Theme): string {
  const named: Record<string, string> = {
    enter: 'Enter',
    esc: 'Esc',
    space: 'Space',
    tab: 'Tab',
    'shift+tab': 'Shift+Tab',
    backspace: 'Backspace',
    delete: 'Del',
    home: 'Home',
    end: 'End',
    f5: 'F5',
    ...theme.marks.keys,
  };
  // The plus sign is itself a key: what stands before it, if anything, ends in the sign that joins.
  const [, modifier, last = key] = /^(ctrl|meta|shift)\+(.+)$/.exec(key) ?? [];
  const name = named[last] ?? last;
  if (modifier === undefined || named[key] !== undefined) return named[key] ?? name;
  return `${MODIFIERS[modifier] ?? modifier}+${name.length === 1 ? name.toUpperCase() : name}`;
}

const MODIFIERS: Record<string, string> = { ctrl: 'Ctrl', meta: 'Alt', shift: 'Shift' };

/** As many hints as fit; the last one, how to see the others, always has its place. */
function fitHints(hints: Hint[], width: number): Row {
  const draw = ({ keys, label }: Hint): Row => [
    ...(keys ? [{ text: keys, bold: true }, { text: ' ' }] : []),
    { text: label, tone: 'dim' },
    { text: '  ' },
  ];
  const last = hints.at(-1);
  const tail = last ? draw(last).slice(0, -1) : [];
  const row: Row = [{ text: ' ' }];
  for (const hint of hints.slice(0, -1)) {
    const next = draw(hint);
    if (rowWidth(row) + rowWidth(next) + rowWidth(tail) > width) break;
    row.push(...next);
  }
  return [...row, ...tail];
}
