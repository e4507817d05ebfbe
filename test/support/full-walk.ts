import type { Answer } from '../../src/assessment/assessment.ts';
import type { EvidenceDraft } from '../../src/session/core/state.ts';
import type { App } from './app.ts';

/** What a person answers to one item. */
export type Planned = Pick<Answer, 'status' | 'reason' | 'note' | 'owner' | 'due' | 'checks' | 'values'> & {
  evidence?: EvidenceDraft;
};

const NOTE = '本番アカウントは対応済みです。\n検証アカウント（３つ）は来月 🚧 “予定”';

/** Answers that stand out; every status, reason, value and a tick list are among them. */
const SPECIAL: Record<string, Planned> = {
  'WAFR-001': { status: 'met', values: { 'last-review': '2026-03-01', 'next-review': '2027-03-01' } },
  'ARC-001': { status: 'partly', note: NOTE },
  'ARC-003': { status: 'not-met', owner: '佐藤 花子', due: '2026-12-20' },
  'ARC-004': { status: 'not-applicable', reason: { code: 'OUT_OF_SCOPE' } },
  'ARC-005': { status: 'unknown', values: { 'last-rehearsal': '2026-10-05' } },
  'ACOM-001': { status: 'not-applicable', reason: { code: 'BUSINESS_PRIORITIES' } },
  'ACOM-002': { status: 'not-applicable', reason: { code: 'ARCHITECTURE_CONSTRAINTS' } },
  'CTL-001': { status: 'not-applicable', reason: { code: 'OTHER', text: '親会社の CloudTrail を使う' } },
  'CTL-002': {
    status: 'met',
    evidence: {
      what: 'Trail settings | 設定画面',
      where: 'https://wiki.example.com/trail?a=1',
      date: '2026-11-01',
      validUntil: '2027-10-31',
      owner: '鈴木',
    },
  },
  'IAM-003': { status: 'not-met', note: '- 残り 2 本\n# 見出しではない', owner: 'Suzuki', due: '2027-06-30' },
  'IAM-006': { status: 'unknown', note: '委託先に確認中' },
  'DR-001': { status: 'met', values: { rpo: '30m' } },
  'DR-002': { status: 'met', values: { rto: '30h' } },
  'DR-004': { status: 'met', values: { 'last-test': '2025-01-10' } },
  'S3-002': { status: 'partly', owner: '田中' },
  'SDAT-004': { status: 'not-met' },
};

/** The answers of a whole walk, in the order of the items. Tick lists are ticked, one tick in four is a no. */
export function planFor(app: App): [id: string, answer: Planned][] {
  const items = app.questionnaire?.sections.flatMap(section => section.items) ?? [];
  return items.map((item, index) => {
    const checks = app.checkIds(item.id);
    const ticked = checks.length > 0 && index % 2 === 0;
    const ticks = Object.fromEntries(checks.map((id, at) => [id, at % 4 === 3 ? ('no' as const) : ('yes' as const)]));
    return [item.id, { status: 'met', ...SPECIAL[item.id], ...(ticked && { checks: ticks }) }];
  });
}

/** Answers one item as planned and goes on to what follows. */
export async function answerAsPlanned(app: App, id: string, plan: Planned): Promise<void> {
  const item = app.item(id);
  for (const [check, tick] of Object.entries(plan.checks ?? {})) await item.check(check, tick);
  for (const [value, text] of Object.entries(plan.values ?? {})) await item.value(value, text);
  if (plan.note) await item.note(plan.note);
  if (plan.owner) await item.owner(plan.owner);
  if (plan.due) await item.due(plan.due);
  if (plan.evidence) await item.evidence(plan.evidence);
  await item.choose(plan.status ?? 'unknown', plan.reason?.code, plan.reason?.text);
  if (plan.status === 'partly' || plan.status === 'not-met') await item.next();
}
