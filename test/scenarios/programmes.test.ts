import { expect } from 'vitest';
import type { App } from '../support/app.ts';
import { runProgram } from '../support/program.ts';
import { scenario } from '../support/scenario.ts';

/** Everything that is asked gets "Met" at once, on the map. */
async function allMet(app: App): Promise<void> {
  await app.press('m');
  await app.waitFor(app.reader.shows(app.reader.t('map.filter.unanswered')), 'the map');
  await app.press('a');
  await app.press('1');
  await app.waitFor(app.reader.saved, 'all answered');
}

/** What the retail list asks for in its forms, and limits that an answer is measured against, given at once. */
const ASKED: Record<string, string[]> = {
  'PRE-1.3': ['segments=stores', 'delivery=saas,customer-deployed'],
  'PRE-1.4': ['customers=12'],
  'PRE-3.1': ['landing-page=https://example.com/aws'],
  'PRE-3.2': ['material=https://example.com/blog', 'published=2026-06-01'],
  'PRE-4.3': ['listed=no'],
  'PRE-4.4': ['plan=no'],
  'TV-1.24': ['last-rehearsal=2026-03-10'],
  'TV-1.25': ['scope-assessment=2026-04-01'],
  'TV-2.9': ['last-az-test=2026-05-01'],
  'TV-2.11': ['rto=4h'],
  'TV-2.13': ['last-region-test=2026-05-02'],
};

/** Gives the values of every item that is asked, and of every case study, as a script would. */
function giveValues(app: App, id: string, items: string[], days: string[]): void {
  const give = (item: string, values: string[], unit: string[] = []): void => {
    const args = ['answer', id, item, ...unit, ...values.flatMap(one => ['--value', one])];
    const { folders, lang, options } = app;
    expect(runProgram({ folders, args, lang, now: options.now })).toMatchObject({ code: 0 });
  };
  for (const item of items) give(item, ASKED[item] ?? []);
  for (const [index, day] of days.entries()) {
    const unit = ['--unit', `u${index + 1}`];
    const words = ['challenge', 'deployment', 'third-party', 'outcome', 'documents'].map(one => `${one}=${one} ${day}`);
    give('PRE-2.1', [...words, 'customer-website=https://example.com/', `in-production=${day}`], unit);
    if (index < 2) give('PRE-2.2', [`address=https://example.com/cases/${index + 1}`], unit);
  }
}

async function reported(app: App, id: string, golden: string): Promise<string> {
  await app.press('r');
  await app.waitFor(app.reader.shows(app.reader.t('preview.title.gap')), 'the report');
  await app.press('w');
  await app.waitFor(frame => frame.text.includes('.md'), 'the news of the written report');
  const file = app.file(`${id}-gap-report.${app.lang}.md`);
  file.matchesGolden(`${golden}-gap-report.${app.lang}.md`);
  await app.interrupt();
  return file.text;
}

scenario(
  'an OPS assessment has gaps of high, medium and low risk, and the verdict goes by risk',
  async app => {
    await app.start();
    await app.home().startNew('ops-pillar@2023-10-03', { name: 'Orders', reviewDate: '2027-02-01' });
    await allMet(app);
    await app
      .item('OPS01-BP01')
      .choose('not-met')
      .note(app.lang === 'ja' ? '顧客の声を聞いていない' : 'No customer is asked');
    await app.item('OPS01-BP05').choose('partly');
    const low = app.questionnaire?.sections.flatMap(one => one.items).find(one => one.risk === 'low')?.id ?? '';
    await app.item(low).choose('not-met');
    await app.item('OPS08-BP04').choose('unknown');
    const text = await reported(app, 'orders', 'ops');
    for (const id of ['OPS01-BP01', 'OPS01-BP05', low]) expect(text).toContain(id);
  },
  { timeout: 90_000 },
);

scenario(
  'a retail SaaS solution has four case studies, one of which fails an item and is dropped',
  async app => {
    const units = ['Alpha Mart', 'Beta Foods', 'ガンマ百貨店', 'Delta'];
    await app.start();
    await app.home().startNew('retail-competency@2019-12', {
      name: 'StoreOS',
      reviewDate: '2027-02-01',
      gates: { saas: 'yes', 'customer-deployed': 'no', 'cardholder-data': 'no' },
      units: units.join(', '),
    });
    await allMet(app);
    await app.interrupt();
    const items = Object.keys(ASKED).filter(one => one !== 'TV-1.25' && one !== 'TV-1.24');
    giveValues(app, 'storeos', items, ['2026-05-01', '2026-06-15', '2026-07-01']);
    await app.start(['open', 'storeos']);
    await app.item('PRE-2.1').unitValue(4, 'in-production', '2026-08-20');
    await app.item('TV-1.24').value('last-rehearsal', '2026-03-10');
    await app.item('TV-2.9').unitChoose(3, 'not-met');
    const text = await reported(app, 'storeos', 'retail-saas');
    expect(text).toContain('ガンマ百貨店');
    expect(app.answers('storeos').answers['TV-2.9']).toMatchObject({
      status: 'met',
      units: { u3: { status: 'not-met' } },
    });
  },
  { timeout: 90_000 },
);

scenario(
  'the same list customer-deployed asks 20 of the 46 technical items, and a fifth case study is a spare',
  async app => {
    await app.start();
    await app.home().startNew('retail-competency@2019-12', {
      name: 'StoreKit',
      gates: { saas: 'no', 'customer-deployed': 'yes', 'cardholder-data': 'yes' },
      units: 'Alpha, Beta, Gamma, Delta, Epsilon',
    });
    await allMet(app);
    await app.interrupt();
    const items = Object.keys(ASKED).filter(one => one === 'TV-1.25' || one.startsWith('PRE'));
    giveValues(app, 'storekit', items, ['2026-05-01', '2026-06-15', '2026-07-01', '2026-08-20', '2026-09-01']);
    await app.start(['open', 'storekit']);
    await app.item('DOC-A').unitChoose(5, 'partly');
    await app.item('PRE-4.1').choose('partly');
    const text = await reported(app, 'storekit', 'retail-deployed');
    const { answers } = app.answers('storekit');
    expect(Object.keys(answers).filter(id => id.startsWith('TV-'))).toHaveLength(20);
    expect(text).toContain('Epsilon');
  },
  { timeout: 90_000 },
);

scenario(
  'customer examples show a certificate that ended before go-live and a case older than 18 months',
  async app => {
    await app.start();
    await app.home().startNew('customer-examples@2025-02', {
      name: 'SMB',
      reviewDate: '2027-01-20',
      gates: { smb: 'yes' },
      units: '青果店, Books, Clinic, Denki',
    });
    await allMet(app);
    await app.press('#');
    await app.waitFor(app.reader.shows('Denki'), 'the customers');
    for (const [index, day] of ['2026-06-01', '2025-03-01', '2026-02-01', '2026-04-01'].entries()) {
      const row = index * 2 + 1;
      await app.press('home', ...Array<string>(row).fill('down'), 'enter');
      app.terminal.write(`${day}\r`);
      await app.waitFor(frame => frame.text.includes(day) && app.reader.saved(frame), `${day} saved`);
    }
    await app.press('esc');
    await app
      .item('SMBCTEX-003')
      .unitValue(1, 'certificate-until', '2028-01-31')
      .unitValue(3, 'certificate-until', '2025-12-31');
    const text = await reported(app, 'smb', 'customer-examples');
    expect(text).toContain('2025-12-31');
    expect(text).toContain('2025-03-01');
  },
  { timeout: 90_000 },
);

scenario('a report is read on the screen before it is written', async app => {
  const id = app.create('ftr-partner-hosted@2026-02', 'Pay');
  await app.start(['plan', id, '--preview']);
  await app.waitFor(app.reader.shows(app.reader.t('preview.title.plan')), 'the plan');
  await app.press('tab');
  await app.waitFor(app.reader.shows(app.reader.t('preview.title.gap')), 'the report');
  await app.press('w');
  await app.waitFor(frame => frame.text.includes('.md'), 'the news of the written report');
  expect(app.file(`pay-gap-report.${app.lang}.md`).text).toContain('Pay');
  await app.interrupt();
});
