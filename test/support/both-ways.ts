import { checkList } from '../../src/assessment/answers/checks.ts';
import { searchRows } from '../../src/session/core/select.ts';
import type { Screen } from '../../src/session/core/state.ts';
import { type Focus, focuses, focusOf, type WalkRow, walkRows } from '../../src/session/focus.ts';
import { ballotOn, meetingOf } from '../../src/session/meeting.ts';
import type { KeysEnd } from './front-ends.ts';

/** One thing that a person does, in lines and in keys. */
export type Deed = { name: string; lines: string[]; keys: (end: KeysEnd) => Promise<void> };

function walkOf({ state }: KeysEnd): Extract<Screen, { name: 'walk' }> {
  const { screen } = state();
  if (screen.name !== 'walk') throw new Error(`on ${screen.name}`);
  return screen;
}

/** Past the last item the screens show what comes next; a line only tells of it. */
async function home(end: KeysEnd): Promise<void> {
  while (end.state().screen.name !== 'walk') await end.keys('esc');
}

const pressed =
  (...keys: string[]) =>
  async (end: KeysEnd): Promise<void> => {
    await end.keys(...keys);
    await home(end);
  };

const written =
  (key: string, text: string, save = 'ctrl+s') =>
  async (end: KeysEnd): Promise<void> => {
    await end.keys(key);
    end.write(text);
    await end.keys(save);
  };

async function onRow(end: KeysEnd, wanted: (row: WalkRow) => boolean, ...keys: string[]): Promise<void> {
  const focus = focusOf(end.state(), walkOf(end));
  const to = focus ? walkRows(focus).findIndex(wanted) : -1;
  if (to === -1) return;
  for (let row = walkOf(end).row; row !== to; row = walkOf(end).row)
    await end.keys(row === undefined || row < to ? 'down' : 'up');
  await end.keys(...keys);
}

const tick = (number: number): Deed => ({
  name: `tick ${number}`,
  lines: [`c ${number}`],
  keys: async end => {
    const checks = focusOf(end.state(), walkOf(end))?.checks;
    const id = checks && checkList(checks)[number - 1]?.leaf.id;
    if (id !== undefined) await onRow(end, row => row.kind === 'check' && row.check.leaf.id === id, ' ');
  },
});

const filled = (field: string, text: string): Deed => ({
  name: `${field}=${text}`,
  lines: [`v ${field}=${text}`],
  keys: async end => {
    await onRow(end, row => row.kind === 'value' && row.field.id === field, 'enter');
    if (!end.state().overlay) return;
    end.write(text === '-' ? '' : text);
    await end.keys('enter');
  },
});

const chosen = (id: string, downs: number): Deed => ({
  name: `format ${id}`,
  lines: [`v format=${id}`],
  keys: async end => {
    await onRow(end, row => row.kind === 'value' && row.field.id === 'format', 'enter');
    if (end.state().overlay) await end.keys('home', ...Array<string>(downs).fill('down'), 'enter');
  },
});

const unit = (wanted: string | undefined, line: string): Deed => ({
  name: `unit ${wanted}`,
  lines: [line],
  keys: async end => {
    const focus = (): Focus | undefined => focusOf(end.state(), walkOf(end));
    const { current } = focus() ?? {};
    for (const _ of current?.units.length ? focuses(current) : [])
      if (focus()?.unit?.unit.id !== wanted) await end.keys(']');
  },
});

const to = (id: string): Deed => ({
  name: id,
  lines: [id],
  keys: async end => {
    const asked = searchRows(end.state(), id).findIndex(one => one.item.id === id);
    if (asked === -1) return;
    await end.keys('/', ...id);
    for (let row = 0; row < asked; row += 1) await end.keys('down');
    await end.keys('enter');
  },
});

const gates = (...said: ('y' | 'n' | '-' | '')[]): Deed => ({
  name: `gates ${said.join('/')}`,
  lines: ['s', ...said],
  keys: async end => {
    const { questionnaire, assessment } = end.state().open ?? {};
    await end.keys('s');
    for (const [index, one] of said.entries()) {
      const before = assessment?.gates[questionnaire?.gates?.[index]?.id ?? ''];
      const same = one === '' || one === (before === undefined ? '-' : before === 'yes' ? 'y' : 'n');
      await end.keys(...(same ? [] : [one === '-' ? '0' : one]), 'down');
    }
    await end.keys('esc');
  },
});

const evidence = (line: string, ...texts: string[]): Deed => ({
  name: `evidence ${texts[0]}`,
  lines: [`e ${line}`],
  keys: async end => {
    await end.keys('e', 'a');
    for (const text of texts) {
      end.write(text);
      await end.keys('tab');
    }
    await end.keys('ctrl+s', 'esc');
  },
});

const begin = (kind: 'workshop' | 'rehearsal'): Deed => ({
  name: `begin ${kind}`,
  lines: kind === 'workshop' ? ['w', '1'] : ['w', '2', '1'],
  keys: async end => {
    await end.keys('w');
    // While a meeting goes on the second row is its break, and the first goes on.
    if (kind === 'rehearsal') await end.keys('down', 'enter', 'up');
    await end.keys('enter');
    await home(end);
  },
});

const endOf: Deed = {
  name: 'end of the meeting',
  lines: ['w', '4', ''],
  keys: async end => {
    const goesOn = meetingOf(end.state());
    await end.keys('w');
    // Without a meeting the fourth row is its length.
    if (goesOn) await end.keys('down', 'down', 'down', 'enter', 'esc');
    else await end.keys('down', 'down', 'down', 'right');
    await home(end);
  },
};

const votes = (...said: string[]): Deed => ({
  name: `votes ${said.join('/')}`,
  lines: ['t', ...said],
  keys: async end => {
    const { item } = walkOf(end);
    await end.keys('v');
    for (const one of said) {
      if (end.state().overlay?.kind !== 'vote') break;
      const [status = '', sure = 'enter'] = one.split(' ');
      const { isOpen, agreed } = ballotOn(end.state(), item);
      if (status === '' && (isOpen || !agreed)) break;
      if (!isOpen) {
        if (sure === 'enter') await end.keys(status || 'enter');
        continue;
      }
      await end.keys(status, sure);
    }
    if (end.state().overlay?.kind === 'vote') await end.keys('esc');
    await home(end);
  },
});

const answers = ['1', '2', '3', '5', '0'].map((digit): Deed => ({ name: digit, lines: [digit], keys: pressed(digit) }));

/** Every kind of thing that can be done on the walk, with the line and the keys for it. */
export const DEEDS: readonly Deed[] = [
  ...answers,
  { name: 'out of scope', lines: ['4', '1'], keys: pressed('4', '1') },
  {
    name: 'other reason',
    lines: ['4 4 not ours'],
    keys: async end => {
      await end.keys('4', '4');
      end.write('not ours');
      await end.keys('enter');
      await home(end);
    },
  },
  { name: 'next', lines: [''], keys: pressed('right') },
  { name: 'back', lines: ['b'], keys: pressed('left') },
  { name: 'next open', lines: ['u'], keys: pressed('u') },
  { name: 'next section', lines: ['>'], keys: pressed('pagedown') },
  { name: 'section before', lines: ['<'], keys: pressed('pageup') },
  { name: 'flag', lines: ['f'], keys: pressed('f') },
  { name: 'later', lines: ['y'], keys: pressed('y') },
  {
    name: 'same for all',
    lines: ['='],
    keys: async end => {
      if (focusOf(end.state(), walkOf(end))?.current.units.length) await end.keys('=');
    },
  },
  { name: 'pause', lines: ['-'], keys: async end => void (meetingOf(end.state()) && (await end.keys('-'))) },
  { name: 'note', lines: ['n メモ、two'], keys: written('n', 'メモ、two') },
  { name: 'no note', lines: ['n -'], keys: written('n', '') },
  { name: 'owner', lines: ['o 佐藤'], keys: written('o', '佐藤') },
  { name: 'no owner', lines: ['o -'], keys: written('o', '') },
  { name: 'due', lines: ['d 2026/12/20'], keys: written('d', '2026-12-20') },
  { name: 'no due', lines: ['d -'], keys: written('d', '') },
  { name: 'decision', lines: ['i keys are gone'], keys: written('i', 'keys are gone') },
  { name: 'dissent', lines: ['x Suzuki: too early'], keys: written('x', 'Suzuki: too early') },
  { name: 'action', lines: ['a rotate; Ken; 2026-12-01'], keys: written('a', 'rotate; Ken; 2026-12-01') },
  { name: 'park', lines: ['z ask legal'], keys: written('z', 'ask legal') },
  tick(1),
  tick(2),
  tick(3),
  filled('rto', '4h'),
  filled('rto', '-'),
  filled('next', '春'),
  chosen('blog', 0),
  chosen('paper', 1),
  unit(undefined, 'k 0'),
  unit('u1', 'k 1'),
  unit('u2', 'k 2'),
  to('DR-002'),
  to('IAM-002'),
  to('CASE-001'),
  to('TV-001'),
  gates('y', 'n'),
  gates('n', ''),
  gates('-', 'y'),
  evidence('diagram | wiki | 2026-11-01', 'diagram', 'wiki', '2026-11-01', '', ''),
  {
    name: 'less evidence',
    lines: ['e -1'],
    keys: async end => {
      if (focusOf(end.state(), walkOf(end))?.current.answer.evidence) await end.keys('e', 'x', 'esc');
    },
  },
  begin('workshop'),
  begin('rehearsal'),
  endOf,
  votes('1', '1 3', '2 1', '1', '1'),
  votes('2 1', ''),
];
