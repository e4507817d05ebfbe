import type { Answer, Assessment } from '../../src/assessment/assessment.ts';
import { type Item, type Pair, Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { buildReport, type ReportModel } from '../../src/report/report-model.ts';

export const TODAY = '2026-11-05';

export const pair = (ja: string, en: string): Pair => ({ ja, en });

const base = {
  risk: 'high',
  effort: 'low',
  retrofit: 'easy',
  impact: 'low',
  who: ['technical'],
} as const satisfies Partial<Item>;

function item(id: string, ja: string, en: string, more: Partial<Item> = {}): Item {
  return {
    id,
    ...base,
    who: ['technical'],
    title: pair(ja, en),
    ask: pair(`${ja}はできていますか。`, `Is this done: ${en}?`),
    ...more,
  };
}

const backups: Item[] = [
  item('BAR-001', '`AWS Backup` による自動バックアップ', 'Automated backups with `AWS Backup`', {
    retrofit: 'costly',
    effort: 'high',
    impact: 'medium',
    who: ['technical', 'operations'],
    why: pair(
      '手作業のバックアップは止まっても気づけません。\n戻せるかどうかは別の話です。',
      'Nobody notices when manual backups stop.\nWhether they restore is another matter.',
    ),
    good: {
      ja: ['`backup-plan` が全アカウントにある', '失敗が担当者に届く'],
      en: ['A `backup-plan` exists in every account', 'Failures reach somebody'],
    },
    steps: {
      ja: ['対象を一覧にする', 'プランを作る', '失敗を通知する'],
      en: ['List what to back up', 'Create a plan', 'Notify on failure'],
    },
    reviewer: { ja: ['最後に失敗したのはいつですか。'], en: ['When did one fail last?'] },
  }),
  item('BAR-002', 'RTO の目標', 'A target for the RTO', {
    risk: 'medium',
    effort: 'medium',
    recurs: 'yearly',
    values: [
      { id: 'rto', kind: 'duration', label: pair('RTO（目標）', 'RTO (target)'), maxHours: 24 },
      { id: 'last-test', kind: 'date', label: pair('直近のテスト', 'Last test'), maxAgeMonths: 12 },
    ],
  }),
];

const identity: Item[] = [
  item('IAM-001', 'MFA の有効化', 'MFA for everybody', { recurs: 'quarterly' }),
  item('IAM-002', 'アクセスキーの保護', 'Protect access keys', {
    confidence: { rule: 'assumed', title: 'mirror', id: 'official' },
    note: pair('90 日は推奨値です。', '90 days are a recommendation.'),
    checks: {
      any: [
        { id: 'roles', text: pair('キーが 1 本もない', 'There is no key') },
        {
          all: [
            { id: 'rotation', text: pair('`90` 日ごとに入れ替える', 'Keys rotate every `90` days') },
            { id: 'inventory', text: pair('一覧がある', 'There is an inventory') },
          ],
        },
      ],
    },
    good: { ja: ['キーが 0 本'], en: ['No key at all'] },
    steps: { ja: ['キーを数える'], en: ['Count the keys'] },
  }),
  item('IAM-003', 'ルートのアクセスキーの削除', 'No keys for the root user', { officialAnswer: 'no' }),
];

const others: Item[] = [
  item('S3-001', 'バケットの公開設定', 'Public access to buckets', { gate: 's3' }),
  item('SUP-001', 'サポート契約', 'Support contract', { risk: 'low', who: ['business'] }),
  item('SEC-001', '脆弱性の検査', 'Vulnerability scans', { risk: 'medium', who: ['operations'] }),
];

/** Eight items with everything a report has to show: checks, values, a gate, weak facts. */
export function questionnaire(change: Partial<Questionnaire> = {}): Questionnaire {
  const file = {
    id: 'sample',
    version: '2026-02',
    label: pair('2026 年 2 月版', 'February 2026'),
    title: pair('見本', 'Sample'),
    publisher: 'Amazon Web Services',
    released: '2026-02-26',
    validUntil: '2026-08',
    acceptedUntil: '2026-11',
    datesConfidence: 'mirror',
    passRule: 'all-applicable-met',
    remediationMonths: 6,
    notice: pair('新しい申請は停止中です。', 'New requests are paused.'),
    officialList: {
      where: pair('Partner Central から入手します。', 'Take it from Partner Central.'),
      url: 'https://aws.amazon.com/partners/',
    },
    notCovered: { ja: ['性能', 'コスト'], en: ['Performance', 'Cost'] },
    leftOut: [{ id: 'OLD-001', reason: pair('廃止された', 'It was dropped') }],
    gates: [
      {
        id: 's3',
        ask: pair('S3 を使っていますか。', 'Do you use S3?'),
        off: pair('S3 を使っていません。', 'No S3 buckets are used.'),
      },
      {
        id: 'phi',
        ask: pair('医療情報を扱いますか。', 'Do you handle health data?'),
        off: pair('扱いません。', 'None is handled.'),
      },
    ],
    sections: [
      { id: 'backups', title: pair('バックアップ', 'Backups'), items: backups },
      { id: 'identity', title: pair('ID とアクセス管理', 'Identity and access'), items: identity },
      { id: 'others', title: pair('その他', 'Others'), items: others },
    ],
    ...change,
  } as const;
  return Questionnaire.parse({ ...file, contentHash: 'a'.repeat(64) });
}

const ANSWERS: Record<string, Answer> = {
  'BAR-001': {
    status: 'not-met',
    note: '本番だけ手作業\n- 検証環境はなし\n\n来期に予算あり',
    owner: '佐藤',
    flag: true,
  },
  'BAR-002': {
    status: 'met',
    values: { rto: '30h', 'last-test': '2026-01-15' },
    owner: 'Suzuki',
    due: '2026-10-01',
    evidence: [
      {
        id: 'e1',
        what: '復旧テストの記録',
        where: 'https://wiki.example.com/dr?id=1',
        date: '2026-01-15',
        validUntil: '2026-10-31',
      },
    ],
  },
  'IAM-001': {
    status: 'met',
    evidence: [{ id: 'e2', what: '認証情報レポート', where: 'Box', date: '2026-11-01', owner: '田中' }],
  },
  'IAM-002': {
    status: 'partly',
    checks: { rotation: 'yes', inventory: 'no' },
    note: '残り 2 本',
    evidence: [{ id: 'e3', what: '認証情報レポート', where: 'Box', date: '2026-11-01', owner: '田中' }],
  },
  'IAM-003': { status: 'met' },
  'SUP-001': { status: 'not-applicable', reason: { code: 'OTHER', text: '親会社が契約' } },
  'SEC-001': { status: 'unknown', note: '委託先に聞く' },
};

/** Answers of which some are fine, some are gaps, and some are missing. */
export function assessment(change: Partial<Assessment> = {}): Assessment {
  return {
    schemaVersion: 1,
    id: 'payment',
    name: '決済 SaaS',
    questionnaire: { id: 'sample', version: '2026-02', contentHash: 'a'.repeat(64) },
    createdAt: '2026-10-01T09:00:00Z',
    updatedAt: '2026-11-04T10:00:00Z',
    reviewDate: '2026-12-10',
    gates: { s3: 'no' },
    participants: [{ name: '田中', role: 'facilitator' }, { name: 'Suzuki' }],
    answers: ANSWERS,
    ...change,
  };
}

export function model(
  change: { questionnaire?: Questionnaire; assessment?: Assessment; today?: string } = {},
): ReportModel {
  return buildReport({
    questionnaire: change.questionnaire ?? questionnaire(),
    assessment: change.assessment ?? assessment(),
    today: change.today ?? TODAY,
    toolVersion: '0.1.0',
  });
}
