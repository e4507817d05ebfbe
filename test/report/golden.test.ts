import { readFileSync, writeFileSync } from 'node:fs';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { gapReport } from '../../src/report/gap-report.ts';
import { improvementPlanReport } from '../../src/report/improvement-plan.ts';
import type { ReportLang } from '../../src/report/voice.ts';
import { model } from './support.ts';

const LANGS: ReportLang[] = ['ja', 'en', 'both'];
const KINDS = { 'gap-report': gapReport, 'improvement-plan': improvementPlanReport };

describe.each(Object.entries(KINDS))('%s', (kind, render) => {
  test.each(LANGS)('%s is the golden file', lang => {
    const file = new URL(`../golden/report/${kind}.${lang}.md`, import.meta.url);
    const text = render(model(), lang);
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test.each(LANGS)('%s passes the default rules of markdownlint', lang => {
    expect(lint({ strings: { text: render(model(), lang) } }).text).toEqual([]);
  });

  test.each(LANGS)('%s has the same bytes for the same input', lang => {
    expect(render(model(), lang)).toBe(render(model(), lang));
  });
});
