import { describe, expect, test } from 'vitest';
import { sandbox, started } from './support/cli.ts';

async function withGap() {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'RES-004', 'not-met']);
  const planOf = async () => (await box.file(id)).answers['RES-004']?.plan;
  const set = (...options: string[]) => box.tenken(['plan', 'set', id, 'RES-004', ...options]);
  return { box, id, planOf, set };
}

describe('tenken plan set', () => {
  test('keeps progress, estimate, owner and due date', async () => {
    const { box, id, planOf, set } = await withGap();
    expect(
      await set('--progress', 'in-progress', '--days', '4.5', '--owner', '佐藤', '--due', '2027/1/5'),
    ).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('RES-004'),
    });
    expect((await box.file(id)).answers['RES-004']).toMatchObject({
      plan: { progress: 'in-progress', days: 4.5 },
      owner: '佐藤',
      due: '2027-01-05',
    });
    await set('--progress', 'open');
    expect(await planOf()).toEqual({ days: 4.5 });
  });

  test('accepts a risk with reason, role and day, and opens it again', async () => {
    const { box, id, planOf, set } = await withGap();
    await set('--days', '3', '--accept', '来期に移行する', '--role', 'CTO', '--until', '2027-03-31');
    expect(await planOf()).toEqual({
      days: 3,
      progress: 'accepted',
      reason: '来期に移行する',
      role: 'CTO',
      until: '2027-03-31',
    });
    const { stdout } = await box.tenken(['plan', id]);
    expect(stdout).toContain('## Accepted risks');
    expect(stdout).toContain('| CTO | 2027-03-31 |');
    await set('--progress', 'done');
    expect(await planOf()).toEqual({ days: 3, progress: 'done' });
    expect((await box.tenken(['plan', id])).stdout).toContain('## Marked done, not yet verified');
  });

  test.each([
    [['--progress', 'almost'], 'almost'],
    [['--progress', 'accepted'], 'accepted'],
    [['--days', '0'], '0'],
    [['--days', 'many'], 'many'],
    [['--role', 'CTO'], '--accept'],
    [['--accept', ' '], '--accept'],
    [['--accept', 'x', '--until', 'soon'], 'soon'],
    [[], ''],
  ])('%j is refused and changes nothing', async (options, word) => {
    const { planOf, set } = await withGap();
    const { code, stderr } = await set(...options);
    expect([code, await planOf()]).toEqual([2, undefined]);
    expect(stderr).toContain(word);
  });
});

describe('tenken plan team', () => {
  test('adds people to the participants, changes them and takes them out', async () => {
    const { box, id } = await withGap();
    await box.tenken(['plan', 'team', id, 'Sato=2.5', 'Ken=5']);
    expect((await box.tenken(['plan', 'team', id])).stdout).toBe('Sato: 2.5 days a week\nKen: 5 days a week\n');
    expect((await box.tenken(['plan', id])).stdout).toContain('Sato 2.5, Ken 5');
    await box.tenken(['plan', 'team', id, 'sato=0']);
    expect((await box.file(id)).participants).toEqual([{ name: 'Sato' }, { name: 'Ken', perWeek: 5 }]);
  });

  test.each(['Sato', 'Sato=six', 'Sato=6', 'Sato=-1', 'Sato='])('%s is refused', async pair => {
    const { box, id } = await withGap();
    expect((await box.tenken(['plan', 'team', id, pair])).code).toBe(2);
    expect((await box.tenken(['plan', 'team', id])).stdout).toBe('No availability was given.\n');
  });
});
