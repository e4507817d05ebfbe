import { expect } from 'vitest';
import { answerAsPlanned, planFor } from '../support/full-walk.ts';
import { scenario } from '../support/scenario.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const HALF = 22;

scenario(
  'all 45 items are answered, with a quit halfway, and the report is written',
  async app => {
    const ja = app.lang === 'ja';
    const id = ja ? 'saas' : 'payments';
    await app.start();
    await app
      .home()
      .startNew(REFERENCE, { name: ja ? '決済 SaaS' : 'Payments', reviewDate: '2027-01-15', people: '田中, Suzuki' });
    const plan = planFor(app);
    expect(plan).toHaveLength(45);

    for (const [item, answer] of plan.slice(0, HALF)) await answerAsPlanned(app, item, answer);
    const left = plan[HALF]?.[0] ?? '';
    await app.item(left).isFocused();
    await app.restart();
    await app.press('enter');
    await app.item(left).isFocused();
    for (const [item, answer] of plan.slice(HALF)) await answerAsPlanned(app, item, answer);

    const { reader } = app;
    await app.waitFor(reader.shows(reader.t('preview.title.gap')), 'the report after the last item');
    for (const kind of ['gap-report', 'improvement-plan']) {
      const name = `${id}-${kind}.${app.lang}.md`;
      await app.press('w');
      await app.waitFor(frame => frame.text.includes('.md'), 'the news of the written report');
      app.file(name).matchesGolden(`full-walk-${kind}.${app.lang}.md`);
      await app.press('tab');
    }
    await app.interrupt();

    const { answers } = app.answers(id);
    for (const [item, { evidence, ...answer }] of plan) {
      expect(answers[item], item).toMatchObject({ ...answer, ...(evidence && { evidence: [evidence] }) });
    }
  },
  { timeout: 180_000 },
);
