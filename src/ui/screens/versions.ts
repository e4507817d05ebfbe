import { newlyRetired } from '../../assessment/versions/kept.ts';
import { isToConfirm, upgradedAlong, upgradePath } from '../../assessment/versions/upgrade.ts';
import { wholeChanges } from '../../questionnaire/load/changes.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import type { Change, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Screen, State } from '../../session/core/state.ts';
import { hanging, line, type Row, rowWidth } from '../parts/row.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { scrolled } from './reading.ts';

type Versions = Extract<Screen, { name: 'versions' }>;

/** From this width on the old question stands beside the new one. */
const BESIDE = 96;

/** What became of every requirement from one version to another, and what that means for the answers. */
export function versionsBody(canvas: Canvas, screen: Versions): Body {
  const { state } = canvas;
  const versions = state.around?.versions ?? [];
  const path = upgradePath(versions, screen.from, screen.to) ?? [];
  const first = versions.find(one => one.version === screen.from);
  if (!first) return rowsBody([]);
  const rows = path.flatMap((to, at) => stepRows(canvas, path[at - 1] ?? first, to));
  return scrolled(canvas, [...outlook(canvas, screen, versions), ...rows], screen.scroll);
}

/** What happens to the answers if they are taken over; nothing where one only looks back. */
function outlook({ t, width, state }: Canvas, { from, to }: Versions, versions: Questionnaire[]): Row[] {
  const counts = from === state.open?.questionnaire.version ? answersAfter(state, versions, to) : undefined;
  if (!counts) return [];
  return [
    ...hanging([{ text: ' ' }], t('versions.outlook', { ...counts, version: to }), width - 1, 'title'),
    ...hanging([{ text: ' ' }], t('versions.help'), width - 1, 'dim'),
    [],
  ];
}

type Counts = { carried: number; confirm: number; retired: number };

function answersAfter({ open }: State, versions: Questionnaire[], to: string): Counts | undefined {
  const before = open?.assessment;
  const after = before && upgradedAlong(before, versions, to, before.updatedAt);
  if (!after) return undefined;
  const answers = Object.values(after.answers);
  const confirm = answers.filter(isToConfirm).length;
  const retired = newlyRetired(before, after).length;
  return { carried: answers.filter(one => one.status !== undefined).length, confirm, retired };
}

function stepRows(canvas: Canvas, from: Questionnaire, to: Questionnaire): Row[] {
  const { t } = canvas;
  const { same, changes } = wholeChanges(to.changes ?? {}, from, to);
  const head = t('cli.diff.step', { from: from.version, to: to.version, same: same.length, changed: changes.length });
  return [
    ...hanging([{ text: ' ' }], head, canvas.width - 1, 'title'),
    ...changes.flatMap(one => [...changeRows(canvas, one, from, to), []]),
  ];
}

function changeRows(canvas: Canvas, change: Change, from: Questionnaire, to: Questionnaire): Row[] {
  const { t, state, width, theme } = canvas;
  const { old = [], new: next = [], kind, note } = change;
  const ids = [...new Set([old.join(', '), next.join(', ')].filter(Boolean))].join(` ${theme.marks.into} `);
  const tone = kind === 'removed' ? 'bad' : kind === 'added' ? 'good' : 'warn';
  const head: Row[] = [...hanging([{ text: ' ' }], ids, width - 1, 'title'), line(`   ${t(`change.${kind}`)}`, tone)];
  const asks = (list: Questionnaire, all: string[]): string[] =>
    all.map(id => findItem(list, id)?.ask[state.lang] ?? '').filter(Boolean);
  const [before, after] = [asks(from, old), asks(to, next)];
  const told = note[state.lang] ? hanging([{ text: '   ' }], note[state.lang], width - 2, 'dim') : [];
  const unchanged = before.join() === after.join();
  if (unchanged) return [...head, ...told];
  const texts = width >= BESIDE && before.length > 0 && after.length > 0 ? beside : below;
  return [...head, ...told, ...texts(before, after, width)];
}

function below(before: string[], after: string[], width: number): Row[] {
  return [
    ...before.flatMap(text => hanging([{ text: '   - ', tone: 'bad' }], text, width - 2)),
    ...after.flatMap(text => hanging([{ text: '   + ', tone: 'good' }], text, width - 2)),
  ];
}

function beside(before: string[], after: string[], width: number): Row[] {
  const half = Math.floor((width - 4) / 2);
  const left = before.flatMap(text => hanging([{ text: '   - ', tone: 'bad' }], text, half));
  const right = after.flatMap(text => hanging([{ text: '+ ', tone: 'good' }], text, half - 2));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at): Row => {
    const row = left[at] ?? [];
    return [...row, { text: ' '.repeat(Math.max(half + 2 - rowWidth(row), 0)) }, ...(right[at] ?? [])];
  });
}
