import { expect } from 'vitest';
import { SIZES, scenario } from '../support/scenario.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';

scenario(
  'answers survive a quit and a resume',
  async app => {
    await app.start();
    await app.home().startNew(REFERENCE, { name: 'Payments', people: 'Tanaka, Suzuki', gates: { s3: 'no' } });
    await app.item('ARC-003').choose('partly').note('2 アカウント残り');
    await app.press('enter');
    await app.restart(['open', 'payments']);
    await app.item('ARC-004').isFocused();
    expect(app.answers('payments').answers['ARC-003']).toMatchObject({ status: 'partly', note: '2 アカウント残り' });
  },
  { sizes: SIZES },
);
