import { test } from 'vitest';
import { assessment, model } from './support.ts';
test('x', () => { model({ assessment: assessment({ answers: { 'BAR-002': { status: 'met', values: { 'last-test': 'abc' } } } }) }); });
