import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { Assessment } from '../../src/assessment/assessment.ts';
import type { OpenAssessment } from '../../src/assessment/open-assessment.ts';
import { DEEDS, type Deed } from '../support/both-ways.ts';
import { type KeysEnd, keysEnd, type LinesEnd, linesEnd, wholeQuestionnaire } from '../support/front-ends.ts';
import { sampleAssessment } from '../support/session.ts';

/** 10,000 sequences with TENKEN_LONG=1. */
const isLong = process.env['TENKEN_LONG'] === '1';

function opened(): OpenAssessment {
  const questionnaire = wholeQuestionnaire();
  const { id, version, contentHash } = questionnaire;
  return { questionnaire, assessment: sampleAssessment({ questionnaire: { id, version, contentHash } }) };
}

async function bothEnds(): Promise<{ lines: LinesEnd; keys: KeysEnd }> {
  return { lines: await linesEnd(opened()), keys: await keysEnd(opened()) };
}

async function done({ lines, keys }: { lines: LinesEnd; keys: KeysEnd }, deed: Deed): Promise<string> {
  const heard = await lines.type(...deed.lines);
  await deed.keys(keys);
  await keys.settle();
  return heard;
}

const named = (name: string): Deed => {
  const deed = DEEDS.find(one => one.name === name);
  if (!deed) throw new Error(`nothing is called ${name}`);
  return deed;
};

test.each(DEEDS.map(deed => [deed.name, deed] as const))(
  '"%s" leaves the same state line by line as on the screens, on every kind of item, in a meeting or not',
  async (_, deed) => {
    const places = ['IAM-002', 'DR-002', 'CASE-001', 'unit u2', 'TV-001', 'begin workshop', 'IAM-002', 'DR-002'];
    const ends = await bothEnds();
    onTestFinished(ends.lines.close);
    for (const place of places) {
      for (const one of [...DEEDS.filter(({ name }) => name === place), deed]) {
        await done(ends, one);
        expect([place, one.name, ends.lines.state()]).toEqual([place, one.name, ends.keys.state()]);
      }
    }
    expect(ends.lines.saved()).toEqual(ends.keys.saved());
  },
);

const maybe = (...names: string[]) => fc.option(fc.constantFrom(...names.map(named)), { nil: undefined });
/** Something that is done where one is, or on another item, or for one customer. */
const moves = fc.tuple(
  maybe('CASE-001', 'DR-002', 'IAM-002'),
  maybe('unit u1', 'unit u2', 'unit undefined'),
  fc.constantFrom(...DEEDS),
);
const sequence = fc
  .array(moves, { minLength: 1, maxLength: 12 })
  .map(all => all.flat().filter(one => one !== undefined));

test('any lines in any order leave the file that the same keys leave', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(sequence, async deeds => {
      const ends = await bothEnds();
      for (const deed of deeds) {
        const before = ends.lines.state();
        await done(ends, deed);
        if (ends.lines.state() !== before) seen.add(deed.name);
      }
      await ends.lines.close();
      expect(ends.lines.saved()).toEqual(ends.keys.saved());
      expect(ends.lines.state()).toEqual(ends.keys.state());
      expect(Assessment.safeParse(JSON.parse(JSON.stringify(ends.lines.saved()))).error).toBeUndefined();
    }),
    { numRuns: isLong ? 10_000 : 300 },
  );
  expect(DEEDS.map(one => one.name).filter(name => !seen.has(name))).toEqual([]);
}, 3_600_000);

test('with everything answered, u leads to what is unknown, and says so where nothing is', async () => {
  const ends = await bothEnds();
  onTestFinished(ends.lines.close);
  for (const item of ends.lines.state().open?.questionnaire.sections.flatMap(one => one.items) ?? []) {
    await ends.lines.type(item.id);
    await ends.lines.type(item.id === 'BAR-001' ? '5' : '3');
    await ends.keys.keys('/', ...item.id, 'enter', item.id === 'BAR-001' ? '5' : '3');
  }
  await done(ends, named('DR-002'));
  await done(ends, named('next open'));
  expect(ends.lines.state().screen).toMatchObject({ name: 'walk', item: 'BAR-001' });
  await done(ends, named('3'));
  expect(await done(ends, named('next open'))).toContain('No item is left unanswered or unknown');
  expect(ends.lines.saved()).toEqual(ends.keys.saved());
});
