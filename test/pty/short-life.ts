import type { Status } from '../../src/assessment/assessment.ts';
import type { Item } from '../../src/questionnaire/schema/schema.ts';
import type { Reader } from '../support/picture.ts';
import type { Random } from '../support/random.ts';
import type { Frame } from '../support/screen.ts';
import type { Terminal } from '../support/terminal.ts';

/** Keys that answer an item and go on to the next. */
const ANSWERS: [status: Status, keys: string][] = [
  ['met', '1'],
  ['partly', '2\r'],
  ['not-met', '3\r'],
  ['not-applicable', '41'],
  ['unknown', '5'],
];

/** What was typed in one life of the program, and which of it the screen showed as saved. */
export type Life = { sent: Map<string, Status>; shown: Map<string, Status> };

/**
 * Answers items in bursts from the first one on until the program is killed at a random moment: some time after a
 * random piece of its output. Gives what it was told and what it said was saved, up to its last picture.
 */
export async function liveAndDie(terminal: Terminal, list: Item[], reader: Reader, random: Random): Promise<Life> {
  const items = list.map(item => item.id);
  // Met without its values, an item asks for them instead of going on.
  const answersOf = (item: string) =>
    list[items.indexOf(item)]?.values ? ANSWERS.filter(([status]) => status !== 'met') : ANSWERS;
  const sent = new Map<string, Status>();
  const shown = new Map<string, Status>();
  await terminal.waitFor(frame => reader.walkItem(frame) !== undefined, 'the walk');
  terminal.press('home');
  await terminal.waitFor(frame => reader.walkItem(frame) === items[0], 'the first item');

  const look = (frame: Frame): void => {
    const at = items.indexOf(reader.walkItem(frame) ?? '');
    if (at === -1 || !reader.saved(frame)) return;
    for (const item of items.slice(0, at)) if (sent.has(item)) shown.set(item, sent.get(item) as Status);
    const here = sent.get(items[at] ?? '');
    if (here && reader.isChosen(frame, here)) shown.set(items[at] ?? '', here);
  };
  const answerSome = (): void => {
    // The last item is left out: after it comes another screen.
    const burst = items.slice(sent.size, Math.min(sent.size + 1 + random.below(6), items.length - 1));
    const keys = burst.map(item => {
      const [status, key] = random.pick(answersOf(item));
      sent.set(item, status);
      return key;
    });
    if (keys.length > 0) terminal.write(keys.join(''));
  };

  let dead = false;
  const die = (): void => {
    dead = true;
    terminal.kill('SIGKILL');
  };
  let output = 1 + random.below(25);
  const delay = random.below(3) === 0 ? 0 : random.next() * 8;
  terminal.onFrame(frame => {
    look(frame);
    // Mostly after what was sent is saved, sometimes while it is being written.
    if (!dead && (reader.saved(frame) || random.below(4) === 0)) answerSome();
  });
  terminal.onOutput(() => {
    output -= 1;
    const over = output === 0 || (sent.size === items.length - 1 && output > 0);
    if (!over || dead) return;
    dead = true;
    if (delay === 0) die();
    else setTimeout(die, delay);
  });
  answerSome();
  await terminal.exit;
  return { sent, shown };
}
