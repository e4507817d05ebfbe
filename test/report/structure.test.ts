import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { gapReport } from '../../src/report/gap-report.ts';
import { improvementPlanReport } from '../../src/report/improvement-plan.ts';
import { assessment, model, pair, questionnaire } from './support.ts';

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function headings(text: string): [depth: number, text: string][] {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return root.children.flatMap(node => (node.type === 'heading' ? [[node.depth, wordsOf(node)]] : []));
}

const allMet = (): ReturnType<typeof assessment> => {
  const ids = questionnaire().sections.flatMap(({ items }) => items.map(({ id }) => id));
  const values = { rto: '4h', 'last-test': '2026-10-15' };
  return assessment({
    answers: Object.fromEntries(ids.map(id => [id, { status: 'met', ...(id === 'BAR-002' && { values }) }])),
  });
};

describe('a gap report', () => {
  test('has its parts in order', () => {
    expect(
      headings(gapReport(model(), 'en'))
        .filter(([depth]) => depth <= 2)
        .map(([, text]) => text),
    ).toEqual([
      '決済 SaaS gap report',
      'Fix first',
      'About this report',
      'Readiness',
      'Gaps',
      'Unknown and unanswered',
      'Not applicable',
      'Evidence register',
      'Before you submit',
      'What passing does not cover',
      'Improvement plan',
      'Appendix: all answers',
    ]);
  });

  test('lists the gaps by risk, each under its id', () => {
    expect(headings(gapReport(model(), 'en')).filter(([depth, text]) => depth === 4 || text.includes('risk'))).toEqual([
      [3, 'High risk (2)'],
      [4, 'BAR-001 Automated backups with AWS Backup'],
      [4, 'IAM-002 Protect access keys'],
      [3, 'Medium risk (1)'],
      [4, 'BAR-002 A target for the RTO'],
    ]);
  });

  test('starts with the verdict', () => {
    const [, , third] = gapReport(model(), 'en').split('\n\n');
    expect(third).toBe('**Not ready: 4 of 6 applicable items still open (gaps: 3, unknown: 1, unanswered: 0).**');
  });

  test('says that a broken threshold overrides the answer', () => {
    const text = gapReport(model(), 'en');
    expect(text).toContain('Answered "Met", but counted as not met');
    expect(text).toContain('RTO (target): 30 h (over the limit of 24 h)');
  });

  test('shows ticks with what joins them', () => {
    expect(gapReport(model(), 'en')).toContain(
      [
        '**Sub-questions (one is enough):**',
        '',
        '- [ ] There is no key → Unanswered',
        '- All of these',
        '  - [x] Keys rotate every `90` days',
        '  - [ ] There is an inventory → No',
        '',
      ].join('\n'),
    );
  });

  test('names evidence once, with everything it serves', () => {
    expect(gapReport(model(), 'en')).toContain(
      '| E2 | 認証情報レポート | Box | referenced | 2026-11-01 | 4 | — | 田中 | IAM-001, IAM-002 |',
    );
  });

  test('gives the answer of the sheet where it asks the other way round', () => {
    expect(gapReport(model(), 'en')).toContain('| Met (answer on the sheet: No) |');
  });

  test('is short when everything is met', () => {
    const ready = gapReport(model({ assessment: { ...allMet(), gates: {} } }), 'en');
    expect(ready).toContain('**Ready: all applicable items are met (8 of 8).**');
    expect(ready).not.toContain('Fix first');
    expect(ready).not.toContain('mermaid');
  });

  test('warns when it carries a credential', () => {
    const answers = { 'IAM-001': { status: 'met' as const, note: 'key AKIAABCDEFGHIJKLMNOP' } };
    expect(gapReport(model({ assessment: assessment({ answers }) }), 'en')).toContain(
      'the answers to IAM-001 seem to hold credentials',
    );
  });

  test('says when the answers belong to other requirements', () => {
    const other = { id: 'sample', version: '2026-02', contentHash: 'b'.repeat(64) };
    const text = gapReport(model({ assessment: assessment({ questionnaire: other }) }), 'en');
    expect(text).toContain('`aaaaaaaaaaaa` (answers were given on `bbbbbbbbbbbb`');
  });

  test('holds for an assessment without any answer, date or person', () => {
    const { reviewDate: _, ...blank } = assessment({ answers: {}, participants: [], gates: {} });
    const text = gapReport(model({ assessment: blank }), 'ja');
    expect(text).toContain('対象 8 項目のうち 8 項目が残っています');
    expect(text).toContain('| 審査の予定日 | 未定 |');
  });
});

describe('an improvement plan', () => {
  test('has its waves in order, then what to find out, duties and dates', () => {
    expect(headings(improvementPlanReport(model(), 'en')).map(([, text]) => text)).toEqual([
      '決済 SaaS improvement plan',
      'Start first',
      'BAR-001 Automated backups with AWS Backup',
      'Quick wins',
      'IAM-002 Protect access keys',
      'Before the review',
      'BAR-002 A target for the RTO',
      'Find out first',
      'Recurring duties',
      'Timeline',
    ]);
  });

  test('marks dates that are proposed, overdue or too late for the review', () => {
    const text = improvementPlanReport(model(), 'en');
    expect(text).toContain('2026-12-28 (proposed, after the review)');
    expect(text).toContain('2026-10-01 (overdue)');
    const late = assessment({ answers: { 'BAR-001': { status: 'not-met', due: '2027-02-03' } } });
    const after = improvementPlanReport(model({ assessment: late }), 'en');
    expect(after).toContain('2027-02-03 (after the review)');
    expect(after).toContain('Too late for the planned review: BAR-001.');
  });

  test('does not pass off a date of its own as the next turn of a duty', () => {
    const answers = { 'IAM-001': { status: 'met' as const } };
    expect(improvementPlanReport(model({ assessment: assessment({ answers }) }), 'en')).toContain(
      '| IAM-001 MFA for everybody | Quarterly | 2027-02-05 (date of the last time not given) |',
    );
  });
});

test('two languages with the same words say them once', () => {
  const text = gapReport(model({ questionnaire: questionnaire({ title: pair('FTR', 'FTR') }) }), 'both');
  expect(text).toContain('| チェックリスト / Questionnaire | FTR |');
});
