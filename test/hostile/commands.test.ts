import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sandbox } from '../cli/support/cli.ts';
import { NAUGHTY } from '../support/naughty.ts';
import { createOracle } from '../support/oracle.ts';
import { HIDDEN, hostileAssessment, inTurn } from './hostile-world.ts';
import { ESCAPES, UNSEEN } from './payloads.ts';

const isLong = process.env.TENKEN_LONG !== undefined;
const OURS = new Set(['CSI m']);

/** Everything that prints words of a list or of answers. `ID` is the assessment. */
const COMMANDS = [
  'list',
  'list --json',
  'show ID',
  'show ID --json',
  'show ID OWN-001',
  'show ID OWN-002 --json',
  'check ID',
  'check ID --json',
  'unit ID',
  'plan ID -o -',
  'plan ID -o - --format json',
  'report ID -o -',
  'report ID -o - --lang both',
  'report ID -o - --format html',
  'report ID -o - --format csv',
  'report ID -o - --format json',
  'report ID --preview',
  'plan ID -o - --target github',
  'milestone ID',
  'backups ID',
  'share ID -o copy.json',
  'merge ID copy.json --json',
  'git textconv copy.json',
  'questionnaire list',
  'questionnaire show partner-list@v1',
  'questionnaire lint ./list.yaml',
  'questionnaire lint ./list.yaml --json',
  'answer ID OWN-001 met',
  'answer ID NO-SUCH met',
  'open ID --accessible',
  'minutes ID -o -',
  'minutes ID -o - --format html',
  'remove ID',
];

/** Of those, what ends with an error whose words are looked at too. */
const REFUSED = ['answer ID NO-SUCH met'];

let outputs = 0;
afterAll(() => console.info(`${outputs} outputs of ${COMMANDS.length} commands with hostile words: 0 did anything`));

async function expectHarmless(next: () => string, lang: 'ja' | 'en', terminal: boolean): Promise<void> {
  const oracle = createOracle();
  const box = await sandbox();
  const { id } = await hostileAssessment(box, next);
  for (const command of COMMANDS) {
    const argv = command.split(' ').map(word => (word === 'ID' ? id : word));
    const { code, stdout, stderr } = await box.tenken(argv, { terminal, lang });
    expect(code, `${command}: ${stderr}`).toBe(REFUSED.includes(command) ? 2 : 0);
    // What a program reads from a pipe is data: JSON escapes, and the rest is asked of the terminal only.
    const shown = terminal ? stdout + stderr : stderr;
    const { acted } = await oracle(shown);
    expect(
      acted.filter(what => !OURS.has(what)),
      command,
    ).toEqual([]);
    expect(HIDDEN.exec(shown)?.[0], command).toBeUndefined();
    outputs += 1;
  }
}

describe.each([
  ['escape sequences', ESCAPES, isLong ? 45 : 3],
  ['characters that are not seen', UNSEEN, isLong ? 13 : 2],
  ['naughty strings', NAUGHTY, isLong ? 40 : 3],
] as const)('%s, in every text of a list and of answers', (_kind, words, starts) => {
  test.each(Array.from({ length: starts }, (_, at) => Math.floor((at * words.length) / starts)))(
    'do nothing to the terminal in the output of any command (from number %i)',
    async start => {
      for (const terminal of [true, false]) {
        await expectHarmless(inTurn(words, start), start % 2 === 0 ? 'ja' : 'en', terminal);
      }
    },
    60_000,
  );
});

test.each([...ESCAPES, ...UNSEEN])('the person is told of %j in a list, with its place', async payload => {
  const box = await sandbox();
  const { told } = await hostileAssessment(box, () => payload);
  expect(told).toMatch(/^\S*list\.yaml:\d+:\d+ hidden-characters .+$/m);
  expect(HIDDEN.exec(told)?.[0]).toBeUndefined();
});

test.each([...ESCAPES, ...UNSEEN])('the person is told of %j in a copy, and none of it is kept', async payload => {
  const box = await sandbox();
  const { id } = await hostileAssessment(box, () => payload);
  const path = join(box.home, 'assessments', `${id}.json`);
  writeFileSync(join(box.cwd, 'copy.json'), readFileSync(path));
  const { code, stderr } = await box.tenken(['take', 'copy.json', '--name', 'Taken']);
  expect([code, stderr]).toEqual([0, expect.stringContaining('hidden characters were removed')]);
  const taken = readdirSync(join(box.home, 'assessments')).filter(
    name => name !== `${id}.json` && name.endsWith('.json'),
  );
  expect(taken).toHaveLength(1);
  const kept = strings(JSON.parse(readFileSync(join(box.home, 'assessments', taken[0] ?? ''), 'utf8')));
  expect(kept.filter(text => HIDDEN.test(text))).toEqual([]);
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...strings(one)]);
}
