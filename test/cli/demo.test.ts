import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseValue } from '../../src/assessment/answers/checks.ts';
import { isGap, itemStates } from '../../src/assessment/answers/item-state.ts';
import { Assessment } from '../../src/assessment/assessment.ts';
import { findings } from '../../src/assessment/review/problems.ts';
import { countStates } from '../../src/assessment/review/readiness.ts';
import { openShipped } from '../../src/questionnaire/load/shipped.ts';
import { Demo, demoAssessment } from '../../src/workspace/demo.ts';
import { questionnairesFolder, sandbox } from './support/cli.ts';

const folder = questionnairesFolder();
const demo = Demo.parse(JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')));
const questionnaire = openShipped(folder).read('ftr-partner-hosted', '2026-02');

test.each(['2026-11-22', '2027-02-28', '2031-06-01'])('on %s the demo is the same half-answered assessment', today => {
  if (!questionnaire) throw new Error('not shipped');
  const shown = (['ja', 'en'] as const).map(lang => {
    const assessment = Assessment.parse(demoAssessment(demo, questionnaire, lang, today));
    const states = itemStates(questionnaire, assessment, today);
    const found = findings(questionnaire, assessment, states, today).map(one => `${one.item ?? ''} ${one.kind}`);
    return { assessment, counts: countStates(states), found, gaps: states.filter(isGap).length };
  });
  expect(shown[0]?.counts).toMatchObject({
    met: 20,
    'not-applicable': 1,
    unknown: 2,
    unanswered: 8,
    off: 8,
    answered: 28,
  });
  expect(shown[0]?.gaps).toBe(5);
  expect(shown[0]?.found).toEqual([
    ' version-past',
    ' gate-open',
    'ACOM-001 overdue',
    'IAM-003 always-applies',
    'IAM-005 evidence-expiring',
  ]);
  expect(shown[1]?.counts).toEqual(shown[0]?.counts);
  expect(shown[1]?.found).toEqual(shown[0]?.found);
  expect(JSON.stringify(shown[1]?.assessment)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
});

test('its values are in the form that is kept', () => {
  if (!questionnaire) throw new Error('not shipped');
  const { answers } = demoAssessment(demo, questionnaire, 'ja', '2026-11-22');
  const items = questionnaire.sections.flatMap(section => section.items);
  for (const item of items) {
    for (const field of item.values ?? []) {
      const text = answers[item.id]?.values?.[field.id];
      if (text !== undefined) expect(parseValue(field, text)).toBe(text);
    }
  }
});

test.each(['report', 'plan', 'check', 'show', 'list'])(
  'demo %s, in both languages, touches no user data',
  async view => {
    const box = await sandbox();
    const english = await box.tenken(['demo', view], { terminal: true });
    const japanese = await box.tenken(['demo', view], { lang: 'ja', terminal: true });
    expect([english.code, japanese.code]).toEqual([0, 0]);
    expect(japanese.stdout).toMatch(/[ぁ-んァ-ヶ]/);
    expect(english.stdout).not.toBe(japanese.stdout);
    await expect(stat(box.home)).rejects.toThrow('ENOENT');
  },
);

test('demo line by line leaves nothing behind', async () => {
  const box = await sandbox();
  const { code, stdout } = await box.tenken(['demo'], { input: '1\nq\n' });
  expect(code).toBe(0);
  expect(stdout).toContain('Saved ARC-005: Met.');
  await expect(stat(box.home)).rejects.toThrow('ENOENT');
  expect((await box.tenken(['demo'])).stdout).toContain('Yoyaku Note');
});
