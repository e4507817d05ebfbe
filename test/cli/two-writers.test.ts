import { expect, test } from 'vitest';
import { sandbox } from './support/cli.ts';

/** Four commands at once, five rounds: all of them read the file before any of them writes. */
const ROUNDS = 5;
const AT_ONCE = 4;

async function started() {
  const box = await sandbox();
  await box.tenken(['start', 'ftr-partner-hosted@2026-02', '--name', 'shop', '--no-open']);
  return box;
}

/** Runs commands at once, each with a word of its own, and gives the words that are nowhere in the file. */
async function lostOf(command: (word: string) => string[]) {
  const { tenken, file } = await started();
  const words: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = Array.from({ length: AT_ONCE }, (_, index) => `w${round}x${index}`);
    const results = await Promise.all(fresh.map(word => tenken(command(word))));
    expect(results.map(one => one.code)).toEqual(fresh.map(() => 0));
    words.push(...fresh);
  }
  const text = JSON.stringify(await file('shop'));
  return words.filter(word => !text.includes(word));
}

test.each<[string, (word: string) => string[]]>([
  ['evidence', word => ['answer', 'shop', 'ARC-001', '--evidence', word]],
  ['milestones', word => ['milestone', 'add', 'shop', word]],
  ['people of the plan', word => ['plan', 'team', 'shop', `${word}=2`]],
])('%s that several commands add at once are all there', async (_, command) => {
  expect(await lostOf(command)).toEqual([]);
});

test('fields of one plan that several commands set at once are all there', async () => {
  const { tenken, file } = await started();
  const commands = [
    ['plan', 'set', 'shop', 'ARC-001', '--days', '5'],
    ['plan', 'set', 'shop', 'ARC-001', '--progress', 'in-progress'],
    ['plan', 'set', 'shop', 'ARC-001', '--owner', 'Sato'],
    ['plan', 'set', 'shop', 'ARC-001', '--due', '2026-12-18'],
  ];
  await Promise.all(commands.map(command => tenken(command)));
  expect((await file('shop')).answers['ARC-001']).toMatchObject({
    plan: { days: 5, progress: 'in-progress' },
    owner: 'Sato',
    due: '2026-12-18',
  });
});

test.each(['en', 'ja'] as const)(
  'notes that several commands set at once are all kept, and that is told in %s',
  async lang => {
    const { tenken, file } = await started();
    const words = ['甲の言葉', '乙の言葉', '丙の言葉'];
    const results = await Promise.all(
      words.map(word => tenken(['answer', 'shop', 'ARC-001', '--note', word], { lang })),
    );
    const { note, differs } = (await file('shop')).answers['ARC-001'] ?? {};
    expect([note, differs?.['note']?.map(one => one.value).sort()]).toEqual([undefined, [...words].sort()]);
    const told = results.map(one => one.stderr).join('');
    for (const word of words) expect(told).toContain(word);
    const settled = await tenken(['answer', 'shop', 'ARC-001', '--note', 'まとめた言葉'], { lang });
    expect([settled.code, settled.stderr]).toEqual([0, '']);
    expect((await file('shop')).answers['ARC-001']).toMatchObject({ note: 'まとめた言葉' });
  },
);

test('another progress, or an accepted risk, keeps what was promised and its estimate', async () => {
  const { tenken, file } = await started();
  await tenken(['plan', 'set', 'shop', 'ARC-001', '--days', '5']);
  for (const more of [
    ['--progress', 'done'],
    ['--accept', 'small', '--role', 'CTO'],
    ['--progress', 'open'],
  ]) {
    await tenken(['plan', 'set', 'shop', 'ARC-001', ...more]);
    expect((await file('shop')).answers['ARC-001']?.plan).toMatchObject({ days: 5 });
  }
  expect((await file('shop')).answers['ARC-001']?.plan).toEqual({ days: 5 });
});
