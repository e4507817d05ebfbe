import { expect, test } from 'vitest';
import { sandbox } from './support/cli.ts';

const BEFORE = '2026-11-29T12:00:00.000Z';
const LAST = '2026-11-30T12:00:00.000Z';
const AFTER = '2026-12-01T12:00:00.000Z';
/** Still the last day in UTC, and the day after in Japan. */
const BETWEEN = '2026-11-30T15:30:00.000Z';
const FTR = 'ftr-partner-hosted@2026-02';

/** Runs `use` where a person in that time zone would be. */
async function inZone<Result>(zone: string, use: () => Promise<Result>): Promise<Result> {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return await use();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

test.each([
  ['UTC', BEFORE, 'Validity over, accepted until 2026-11-30'],
  ['UTC', LAST, 'Accepted until today, 2026-11-30'],
  ['UTC', BETWEEN, 'Accepted until today, 2026-11-30'],
  ['Asia/Tokyo', BETWEEN, 'Accepted only until 2026-11-30'],
  ['America/Los_Angeles', '2026-12-01T07:00:00.000Z', 'Accepted until today, 2026-11-30'],
  ['UTC', AFTER, 'Accepted only until 2026-11-30'],
])('in %s at %s the newest FTR is: %s', async (zone, now, words) => {
  await inZone(zone, async () => {
    const { tenken } = await sandbox();
    const { stdout } = await tenken(['questionnaire', 'list'], { now });
    expect(stdout.split('\n').find(line => line.includes(FTR))).toContain(words);
    const demo = await tenken(['demo', 'report'], { now });
    expect(demo.stdout).toContain('This version cannot be submitted on');
    expect(demo.stdout).toContain('tenken has no version that is accepted on');
  });
});

test.each([
  ['UTC', LAST, ['version-last-day']],
  ['UTC', AFTER, ['version-past']],
  ['Asia/Tokyo', BETWEEN, ['version-past']],
])('in %s at %s, check and report say what the version is worth', async (zone, now, kinds) => {
  await inZone(zone, async () => {
    const { tenken } = await sandbox();
    const started = await tenken(['start', FTR, '--name', 'P', '--no-open'], { now });
    const isPast = kinds[0] === 'version-past';
    expect(started.stderr).toContain(isPast ? 'was accepted until 2026-11-30' : 'today is the last day');
    const { stdout } = await tenken(['check', 'p', '--json'], { now });
    const { findings } = JSON.parse(stdout) as { findings: { kind: string; message: string }[] };
    const version = findings.filter(one => one.kind.startsWith('version'));
    expect(version.map(one => one.kind)).toEqual(kinds);
    const text = await tenken(['check', 'p'], { now });
    for (const { message } of findings) expect(text.stdout).toContain(message);
    const report = await tenken(['report', 'p'], { now });
    expect(report.stdout.includes('This version cannot be submitted')).toBe(isPast);
    const list = JSON.parse((await tenken(['list', '--json'], { now })).stdout) as { assessments: object[] };
    expect(list.assessments[0]).toMatchObject({ closes: '2026-11-30', ...(isPast && { past: true }) });
  });
});

test('a successor is named only where it is accepted itself', async () => {
  const { tenken } = await sandbox();
  await tenken(['start', 'ftr-partner-hosted@2024-02', '--name', 'Old', '--no-open'], { now: LAST });
  const today = await tenken(['report', 'old'], { now: LAST });
  expect(today.stdout).toContain('Version 2026-02 is accepted on 2026-11-30');
  const tomorrow = await tenken(['report', 'old'], { now: AFTER });
  expect(tomorrow.stdout).not.toMatch(/2026-02 is accepted/);
  expect(tomorrow.stdout).toContain('tenken has no version that is accepted on 2026-12-01');
});

test('a review planned for a day on which the version is over is told at once', async () => {
  const { tenken } = await sandbox();
  const review = ['--review-date', '2026-12-18'];
  const started = await tenken(['start', FTR, '--name', 'P', ...review, '--no-open'], { now: LAST, lang: 'ja' });
  expect(started.stderr).toContain('版 2026-02 は 2026-12-18 には提出できません（受け付けは 2026-11-30 まで）。');
  const typed = await tenken(['start', '--accessible'], { now: LAST, input: `${FTR}\nQ\n2026/12/18\n`, lang: 'ja' });
  expect(typed.stdout).toContain('版 2026-02 は 2026-12-18 には提出できません（受け付けは 2026-11-30 まで）。');
});
