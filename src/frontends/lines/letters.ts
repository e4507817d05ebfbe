import type { Key, T } from '../../i18n/index.ts';
import { due, evidence, note, owner, tick, turn, value } from './answers.ts';
import { pause, said, vote, workshop } from './meeting.ts';
import { guide, language, map, move, units } from './moves.ts';
import { check, writer } from './reports.ts';
import { gates } from './scope.ts';
import type { Handler } from './talk.ts';

/** What a letter does. `help` is what stands behind it in the help; `anywhere` is what needs no item. */
type Letter = { letter: string; help: Key; run: Handler; anywhere?: true };

/** The one table of letters; the help is made from it. */
const LETTERS: readonly Letter[] = [
  { letter: '', help: 'plain.help.next', run: move('right') },
  { letter: 'b', help: 'plain.help.b', run: move('left', 'again') },
  { letter: 'u', help: 'plain.help.u', run: move('next-open') },
  { letter: '>', help: 'plain.help.section-next', run: move('page-down', 'again') },
  { letter: '<', help: 'plain.help.section-before', run: move('page-up', 'again') },
  { letter: 'n', help: 'plain.help.n', run: note },
  { letter: 'e', help: 'plain.help.e', run: evidence },
  { letter: 'o', help: 'plain.help.o', run: owner },
  { letter: 'd', help: 'plain.help.d', run: due },
  { letter: 'v', help: 'plain.help.v', run: value },
  { letter: 'c', help: 'plain.help.c', run: tick },
  { letter: 'k', help: 'plain.help.k', run: units },
  { letter: '=', help: 'plain.help.same', run: turn('same-for-all') },
  { letter: 'f', help: 'plain.help.f', run: turn('flag') },
  { letter: 'g', help: 'plain.help.g', run: guide },
  { letter: 'm', help: 'plain.help.m', run: map, anywhere: true },
  { letter: 's', help: 'plain.help.s', run: gates, anywhere: true },
  { letter: '!', help: 'plain.help.check', run: check, anywhere: true },
  { letter: 'r', help: 'plain.help.r', run: writer('gap-report'), anywhere: true },
  { letter: 'p', help: 'plain.help.p', run: writer('improvement-plan'), anywhere: true },
  { letter: 'w', help: 'plain.help.w', run: workshop },
  { letter: 't', help: 'plain.help.t', run: vote },
  { letter: 'i', help: 'plain.help.i', run: said('decision') },
  { letter: 'x', help: 'plain.help.x', run: said('dissent') },
  { letter: 'a', help: 'plain.help.a', run: said('action-item') },
  { letter: 'z', help: 'plain.help.z', run: said('park') },
  { letter: 'y', help: 'plain.help.y', run: turn('later') },
  { letter: '-', help: 'plain.help.pause', run: pause },
  { letter: 'l', help: 'plain.help.l', run: language, anywhere: true },
  { letter: '?', help: 'plain.help.help', run: talk => help(talk), anywhere: true },
  { letter: 'q', help: 'plain.help.q', run: async () => 'quit', anywhere: true },
];

/** What a letter means; undefined where it means nothing. */
export function letterOf(word: string): Letter | undefined {
  return LETTERS.find(({ letter }) => letter === word);
}

const help: (talk: Parameters<Handler>[0]) => ReturnType<Handler> = async ({ context, t }) => {
  await context.say(helpLines(t).join('\n'));
  return 'stay';
};

/** What can be typed, a line each. */
function helpLines(t: T): string[] {
  const letters = LETTERS.map(one => `${one.letter || t('plain.enter')} ${t(one.help)}`);
  return [t('plain.help.answer'), ...letters, t('plain.help.search'), t('plain.help.id')];
}
