import { checkList } from '../../src/assessment/answers/checks.ts';
import { unitParts } from '../../src/assessment/answers/units.ts';
import type { Reason, Status } from '../../src/assessment/assessment.ts';
import { REASONS, STATUSES } from '../../src/assessment/assessment.ts';
import type { Item } from '../../src/questionnaire/schema/schema.ts';
import { EVIDENCE_FIELDS, type EvidenceDraft } from '../../src/session/core/state.ts';
import type { App } from './app.ts';
import type { Frame } from './screen.ts';

/** What a person does on one item. Each step waits until the screen shows it and everything is saved. */
export type ItemSteps = Promise<void> & {
  choose: (status: Status, reason?: Reason, text?: string) => ItemSteps;
  note: (text: string) => ItemSteps;
  owner: (name: string) => ItemSteps;
  due: (day: string) => ItemSteps;
  value: (id: string, text: string) => ItemSteps;
  check: (id: string, tick: 'yes' | 'no') => ItemSteps;
  evidence: (one: EvidenceDraft) => ItemSteps;
  /** What a person does for one unit of the item, counted from 1. */
  unitChoose: (unit: number, status: Status) => ItemSteps;
  unitValue: (unit: number, id: string, text: string) => ItemSteps;
  /** Goes on to the item after this one, or to what comes after the last. */
  next: () => ItemSteps;
  isFocused: () => ItemSteps;
};

/** Steps in a row, all awaited by awaiting the last: `await app.item('ARC-003').choose('partly').note('…')`. */
export function itemSteps(app: App, id: string, before: Promise<void>): ItemSteps {
  const next = (work: () => Promise<unknown>): ItemSteps =>
    itemSteps(
      app,
      id,
      before.then(async () => void (await work())),
    );
  return Object.assign(before, {
    choose: (status: Status, reason: Reason = 'OUT_OF_SCOPE', text = '') =>
      next(() => choose(app, id, status, reason, text)),
    note: (text: string) => next(() => writeNote(app, id, text)),
    owner: (name: string) => next(() => writeField(app, id, 'o', name)),
    due: (day: string) => next(() => writeField(app, id, 'd', day)),
    value: (value: string, text: string) => next(() => writeValue(app, id, value, text)),
    check: (check: string, tick: 'yes' | 'no') => next(() => setTick(app, id, check, tick)),
    evidence: (one: EvidenceDraft) => next(() => addEvidence(app, id, one)),
    unitChoose: (unit: number, status: Status) => next(() => chooseForUnit(app, id, unit, status)),
    unitValue: (unit: number, value: string, text: string) => next(() => writeUnitValue(app, id, unit, value, text)),
    next: () => next(() => goOn(app, id)),
    isFocused: () => next(() => app.waitFor(frame => app.reader.walkItem(frame) === id, `the walk on ${id}`)),
  });
}

/** Puts the walk on an item, by its id. */
export async function goToItem(app: App, id: string): Promise<void> {
  const { walkItem, shows, t } = app.reader;
  if (walkItem(app.terminal.frame()) === id) return;
  app.terminal.press('/');
  await app.waitFor(shows(t('search.help')), 'the search');
  app.terminal.write(`${id}\r`);
  await app.waitFor(frame => walkItem(frame) === id, `the walk on ${id}`);
}

async function choose(app: App, id: string, status: Status, reason: Reason, text: string): Promise<void> {
  await goToItem(app, id);
  const { reader, terminal } = app;
  const digit = String(STATUSES.indexOf(status) + 1);
  if (status === 'not-applicable') {
    terminal.press(digit, String(REASONS.indexOf(reason) + 1));
    if (reason === 'OTHER') {
      await app.waitFor(reader.shows(reader.t('field.reason.help')), 'the reason field');
      terminal.write(`${text}\r`);
    }
  } else {
    terminal.press(digit);
  }
  await app.waitFor(frame => isAnswered(app, frame, id, status), `${id} answered ${status}`);
}

/** Saved, and either marked on the item or already on the next screen. */
function isAnswered(app: App, frame: Frame, id: string, status: Status): boolean {
  const { walkItem, saved, isChosen, shows, t } = app.reader;
  if (!saved(frame)) return false;
  const item = walkItem(frame);
  if (item === id) return isChosen(frame, status);
  return item !== undefined || shows(t('map.filter.unanswered'))(frame) || shows(t('preview.title.gap'))(frame);
}

async function writeNote(app: App, id: string, text: string): Promise<void> {
  await goToItem(app, id);
  await opened(app, 'n');
  app.terminal.write(`${text.replaceAll('\n', '\r')}\x1b`);
  await app.waitFor(app.reader.settledOn(id), `the note of ${id} saved`);
}

async function writeField(app: App, id: string, key: string, text: string): Promise<void> {
  await goToItem(app, id);
  await opened(app, key);
  app.terminal.press('ctrl+u');
  app.terminal.write(`${text}\r`);
  await app.waitFor(app.reader.settledOn(id), `${text} saved on ${id}`);
}

async function writeValue(app: App, id: string, value: string, text: string): Promise<void> {
  await goToItem(app, id);
  moveToRow(app, id, { value });
  await opened(app, 'enter');
  app.terminal.press('ctrl+u');
  app.terminal.write(`${text}\r`);
  await app.waitFor(app.reader.settledOn(id), `the value ${value} saved on ${id}`);
}

/** Puts the walk on a unit of an item: by search to its first part, then forwards. */
async function goToUnit(app: App, id: string, unit: number): Promise<void> {
  const { shows, t, walkItem } = app.reader;
  app.terminal.press('/');
  await app.waitFor(shows(t('search.help')), 'the search');
  app.terminal.write(`${id}\r`);
  await app.waitFor(frame => walkItem(frame) === id, `the walk on ${id}`);
  const { perUnit } = app.itemData(id);
  const common = perUnit?.organization === undefined || app.asksOrganization(id);
  await app.press(...Array<string>(common ? unit : unit - 1).fill(']'));
}

async function chooseForUnit(app: App, id: string, unit: number, status: Status): Promise<void> {
  await goToUnit(app, id, unit);
  app.terminal.press(String(STATUSES.indexOf(status) + 1));
  await app.terminal.idle();
  await app.waitFor(app.reader.saved, `${id} answered ${status} for unit ${unit}`);
}

async function writeUnitValue(app: App, id: string, unit: number, value: string, text: string): Promise<void> {
  await goToUnit(app, id, unit);
  const { checks, values = [] } = unitParts(app.itemData(id));
  const parts = [...(checks ? checkList(checks) : []).map(({ leaf }) => leaf.id), ...values.map(one => one.id)];
  if (!parts.includes(value)) throw new Error(`${id} has no row ${value} per unit`);
  app.terminal.press(
    ...Array<string>(parts.length + STATUSES.length).fill('up'),
    ...Array<string>(parts.indexOf(value)).fill('down'),
  );
  await opened(app, 'enter');
  app.terminal.press('ctrl+u');
  app.terminal.write(`${text}\r`);
  await app.waitFor(app.reader.settledOn(id), `the value ${value} of unit ${unit} saved on ${id}`);
}

async function setTick(app: App, id: string, check: string, tick: 'yes' | 'no'): Promise<void> {
  await goToItem(app, id);
  moveToRow(app, id, { check });
  app.terminal.press(...(tick === 'yes' ? ['space'] : ['space', 'space']));
  await app.terminal.idle();
  await app.waitFor(app.reader.settledOn(id), `the tick ${check} saved on ${id}`);
}

async function addEvidence(app: App, id: string, one: EvidenceDraft): Promise<void> {
  const { reader, terminal } = app;
  await goToItem(app, id);
  await opened(app, 'e');
  terminal.press('a');
  await app.waitFor(reader.shows(reader.t('evidence.what.help')), 'the form for evidence');
  for (const name of EVIDENCE_FIELDS) {
    terminal.press('ctrl+u');
    terminal.write(`${one[name]}\r`);
  }
  await app.waitFor(reader.shows(reader.t('evidence.examples')), 'the list of evidence');
  terminal.press('esc');
  await app.waitFor(reader.settledOn(id), `the evidence of ${id} saved`);
}

async function goOn(app: App, id: string): Promise<void> {
  await goToItem(app, id);
  app.terminal.press('right');
  await app.waitFor(frame => app.reader.walkItem(frame) !== id && app.reader.saved(frame), `what comes after ${id}`);
}

/** Sub-questions, then values: the rows of an item above its answers, by their ids. */
function partIds(item: Item): { check?: string; value?: string }[] {
  return [
    ...(item.checks ? checkList(item.checks) : []).map(({ leaf }) => ({ check: leaf.id })),
    ...(item.values ?? []).map(({ id }) => ({ value: id })),
  ];
}

/** Moves the cursor to a row of the item from wherever it is, in one burst. */
function moveToRow(app: App, id: string, wanted: { check?: string; value?: string }): void {
  const parts = partIds(app.itemData(id));
  const index = parts.findIndex(part => part.check === wanted.check && part.value === wanted.value);
  if (index === -1) throw new Error(`${id} has no row ${wanted.check ?? wanted.value}`);
  const upToFirst = Array<string>(parts.length + STATUSES.length).fill('up');
  app.terminal.press(...upToFirst, ...Array<string>(index).fill('down'));
}

/** Presses a key that puts a field over the walk and waits for it. */
async function opened(app: App, key: string): Promise<void> {
  app.terminal.press(key);
  await app.waitFor(frame => app.reader.walkItem(frame) === undefined, 'a field over the walk');
}
