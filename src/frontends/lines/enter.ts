import type { Key, Values } from '../../i18n/index.ts';
import type { Command } from '../../session/core/action.ts';
import { searchRows } from '../../session/core/select.ts';
import type { State } from '../../session/core/state.ts';
import { fieldAsked } from '../../session/fields/value-fields.ts';
import { type WalkRow, walkRows } from '../../session/focus.ts';
import { TEXT_LIMIT, type TextArea } from '../../session/text/text-area.ts';
import { here } from './say.ts';
import type { Talk } from './talk.ts';

/** Something that a field does not take; `key` says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly key: Key;
  readonly values: Values;

  constructor(key: Key, values: Values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** Opens a field with a command, writes a text in place of what is there or below it, and saves it. Throws Refused. */
export function write(talk: Talk, field: Command, text: string, how?: 'below'): void {
  talk.press(field);
  fill(talk, text, how);
  talk.press('save-field');
  checked(talk);
}

/** Puts a text into the field that is open. Throws Refused, with the field as it was, where it is too long. */
export function fill(talk: Talk, text: string, how?: 'below'): void {
  const before = areaOf(talk.state())?.text ?? '';
  if (text.length + (how ? before.length : 0) > TEXT_LIMIT) {
    talk.press('back');
    throw new Refused('plain.too-long', { limit: TEXT_LIMIT });
  }
  if (how) talk.press('text-end', 'enter');
  else talk.press('text-start');
  while (!how && areaOf(talk.state())?.text) talk.press('kill-to-end');
  if (text !== '') talk.type(text);
}

/** Leaves a field that did not take its text. Throws Refused with the reason. */
export function checked(talk: Talk): void {
  const { overlay } = talk.state();
  if (!overlay || !('error' in overlay) || !overlay.error) return;
  const { key } = overlay.error;
  while (talk.state().overlay) talk.press('back');
  throw new Refused(key as Key);
}

function areaOf({ overlay, screen }: State): TextArea | undefined {
  if (overlay && 'area' in overlay) return overlay.area;
  return screen.name === 'start' ? screen.area : undefined;
}

/** Puts the cursor of the walk on a row. */
export function toRow(talk: Talk, wanted: (row: WalkRow) => boolean): void {
  const rows = walkRows(here(talk));
  const to = rows.findIndex(wanted);
  for (const _ of [...rows, undefined]) {
    const { screen } = talk.state();
    if (screen.name !== 'walk' || screen.row === to) return;
    talk.press(screen.row === undefined || screen.row < to ? 'down' : 'up');
  }
}

/** Chooses among the options that are shown; none takes back what was chosen. */
export function choose(talk: Talk, wanted: string[]): void {
  const { overlay } = talk.state();
  if (overlay?.kind !== 'options') return;
  if (wanted.length === 0) {
    talk.press('clear');
    return;
  }
  const field = fieldAsked(talk.state(), overlay.target);
  const ids = (field?.options ?? []).map(one => one.id);
  const single = field?.kind === 'choice';
  const turned = single ? wanted : ids.filter(id => wanted.includes(id) !== overlay.chosen.includes(id));
  talk.press('first');
  let at = 0;
  for (const id of turned) {
    for (; at < ids.indexOf(id); at += 1) talk.press('down');
    if (!single) talk.press('space');
  }
  talk.press('enter');
}

/** Goes to an item by its id. */
export function goToItem(talk: Talk, id: string): void {
  talk.press('search');
  talk.type(id);
  const at = searchRows(talk.state(), id).findIndex(one => one.item.id === id);
  for (let row = 0; row < at; row += 1) talk.press('down');
  talk.press('enter');
}
