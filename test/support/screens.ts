import type { Key } from '../../src/i18n/index.ts';
import type { App } from './app.ts';
import type { Frame } from './screen.ts';

/** How to get from the walk to a screen, by what message it is known, whether letters are text there, and how to leave. */
export type ScreenSteps = { name: string; keys: string[]; known: Key; typing?: boolean; leave: string[] };

export const SCREENS: ScreenSteps[] = [
  { name: 'guide', keys: ['g'], known: 'part.why', leave: ['esc'] },
  { name: 'map', keys: ['m'], known: 'map.filter.all', leave: ['esc'] },
  { name: 'check', keys: ['c'], known: 'check.count', leave: ['esc'] },
  { name: 'report', keys: ['r'], known: 'preview.lang.both', leave: ['esc'] },
  { name: 'plan of the report', keys: ['r', 'tab'], known: 'preview.lang.both', leave: ['esc'] },
  { name: 'plan', keys: ['p'], known: 'wave.window-open', leave: ['esc'] },
  { name: 'scope', keys: ['s'], known: 'start.gates.help', leave: ['esc'] },
  { name: 'settings', keys: [','], known: 'settings.side-by-side', leave: ['esc'] },
  { name: 'history', keys: ['t'], known: 'history.help', leave: ['esc'] },
  { name: 'versions', keys: ['t', 'enter'], known: 'versions.help', leave: ['esc', 'esc'] },
  { name: 'help', keys: ['?'], known: 'help.keys', leave: ['esc'] },
  { name: 'search', keys: ['/'], known: 'search.help', typing: true, leave: ['esc'] },
  { name: 'reason', keys: ['4'], known: 'reason.ask', leave: ['esc'] },
  { name: 'evidence', keys: ['e'], known: 'evidence.add', leave: ['esc'] },
  { name: 'evidence form', keys: ['e', 'a'], known: 'evidence.what.help', typing: true, leave: ['esc', 'esc'] },
  { name: 'note editor', keys: ['n'], known: 'field.note.help', typing: true, leave: ['esc'] },
  { name: 'owner', keys: ['o'], known: 'field.owner.help', typing: true, leave: ['esc'] },
  { name: 'due date', keys: ['d'], known: 'field.due.help', typing: true, leave: ['esc'] },
];

/** Goes to a screen from the walk and waits until it is known by its message. */
export async function visit(app: App, { name, keys, known }: ScreenSteps): Promise<Frame> {
  for (const key of keys) await app.press(key);
  return app.waitFor(knows(app, known), `the ${name} by ${known}`);
}

/** The first sentence of a message, up to its first value, is on the screen, and the walk is not. */
export function knows(app: App, known: Key): (frame: Frame) => boolean {
  const { t, shows, walkItem } = app.reader;
  const [start = ''] = t(known).split(/\{|(?<=[。.])/);
  return frame => walkItem(frame) === undefined && shows(start)(frame);
}

export async function leave(app: App, { leave: keys }: ScreenSteps): Promise<void> {
  for (const key of keys) await app.press(key);
  await app.waitFor(frame => app.reader.walkItem(frame) !== undefined, 'the walk again');
}

/** Characters that must not begin a line in Japanese. */
const NOT_FIRST = /^\s*[、。，．」』）】〉》ゃゅょっァィゥェォャュョッー！？]/;

/** What is wrong with a whole screen without news: no header, no footer or a cut one, a line that begins as no line may. */
export function faults({ lines }: Frame): string[] {
  const [first = ''] = lines;
  const footer = lines.at(-1) ?? '';
  return [
    ...(first.trim() === '' ? ['no header'] : []),
    ...(footer.trim() === '' ? ['no footer'] : []),
    ...(footer.endsWith('…') ? [`a key hint is cut: ${footer}`] : []),
    ...lines.filter(line => NOT_FIRST.test(line)).map(line => `a line begins with a closing character: ${line}`),
  ];
}
