import type { Listed } from '../../src/assessment/answers/listed.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Item, Pair, Questionnaire, ValueField } from '../../src/questionnaire/schema/schema.ts';
import { type Summary, summarise } from '../../src/questionnaire/schema/summary.ts';
import { createEngine, type Engine } from '../../src/runtime/engine.ts';
import type { KeyEvent } from '../../src/runtime/key-names.ts';
import type { Effect } from '../../src/session/core/action.ts';
import type { Screen, State } from '../../src/session/core/state.ts';

export const TODAY = '2026-11-22';
export const NOW = '2026-11-22T09:00:00.000Z';

export const pair = (ja: string, en: string): Pair => ({ ja, en });

/** An item with a whole guide; `more` replaces what matters to a test. */
export function anItem(id: string, more: Partial<Item> = {}): Item {
  return {
    id,
    risk: 'high',
    effort: 'low',
    retrofit: 'easy',
    impact: 'low',
    who: ['technical'],
    title: pair(`${id} の題名`, `Title of ${id}`),
    ask: pair(`${id} はすべてのアカウントで守られていますか。`, `Is ${id} kept in every account?`),
    why: pair('守らないと困ります。', 'It hurts if it is not kept.'),
    good: { ja: ['`0` 本である', '検知できる'], en: ['There are `0`', 'A new one is noticed'] },
    evidence: { ja: ['設定の画面', '記録'], en: ['A screenshot of the settings', 'A log'] },
    pitfalls: { ja: ['本番だけを見る', '古い手順'], en: ['Only production is checked', 'Old procedures'] },
    steps: { ja: ['数える', '消す', '見張る'], en: ['Count', 'Delete', 'Watch'] },
    reviewer: { ja: ['いつ確かめましたか。'], en: ['When did you check?'] },
    ...more,
  };
}

const checks: Item['checks'] = {
  any: [
    { id: 'roles', text: pair('ロールだけを使う', 'Only roles are used') },
    {
      all: [
        { id: 'rotation', text: pair('90 日ごとに入れ替える', 'Keys rotate every 90 days') },
        { id: 'inventory', text: pair('一覧がある', 'There is an inventory') },
      ],
    },
  ],
};

const values: Item['values'] = [
  { id: 'rto', kind: 'duration', label: pair('RTO', 'RTO'), maxHours: 24 },
  { id: 'last-test', kind: 'date', label: pair('直近のテスト', 'Last test'), maxAgeMonths: 12 },
  { id: 'next', kind: 'text', label: pair('次回', 'Next time') },
];

/** Seven items in three sections: a reversed one, sub-questions, values, and two gates. */
export function sampleQuestionnaire(change: Partial<Questionnaire> = {}): Questionnaire {
  return {
    id: 'sample',
    version: '2026-02',
    label: pair('2026 年 2 月版', 'February 2026'),
    title: pair('見本チェックリスト', 'Sample checklist'),
    publisher: 'Nobody',
    released: '2026-02-26',
    validUntil: '2026-08',
    acceptedUntil: '2026-11',
    passRule: 'all-applicable-met',
    remediationMonths: 6,
    notice: pair('新しい申請は停止中です。', 'New requests are paused.'),
    officialList: { where: pair('どこにもありません。', 'Nowhere.'), url: 'https://example.com/' },
    notCovered: { ja: ['性能'], en: ['Performance'] },
    gates: [
      {
        id: 's3',
        ask: pair('S3 バケットを使っていますか。', 'Do you use S3 buckets?'),
        off: pair('使いません。', 'None is used.'),
      },
      {
        id: 'phi',
        ask: pair('医療情報を扱いますか。', 'Do you handle health data?'),
        off: pair('扱いません。', 'None is handled.'),
      },
    ],
    sections: [
      {
        id: 'root',
        title: pair('ルートユーザー', 'Root user'),
        items: [anItem('ARC-001', { officialAnswer: 'no' }), anItem('IAM-002', { checks, retrofit: 'costly' })],
      },
      {
        id: 'recovery',
        title: pair('復旧', 'Recovery'),
        items: [anItem('DR-002', { values, recurs: 'yearly' }), anItem('BAR-001', { risk: 'medium', effort: 'high' })],
      },
      {
        id: 'data',
        title: pair('データ', 'Data'),
        items: [
          anItem('S3-001', { gate: 's3' }),
          anItem('S3-002', { gate: 's3', effort: 'medium' }),
          anItem('PHI-001', { gate: 'phi', risk: 'low' }),
        ],
      },
    ],
    contentHash: 'a'.repeat(64),
    ...change,
  };
}

/** The sample with two customers, an item asked of each of them and one with a part of the organisation's own. */
export function unitQuestionnaire(): Questionnaire {
  const format: ValueField = {
    id: 'format',
    kind: 'choice',
    label: pair('形式', 'Format'),
    options: [
      { id: 'blog', text: pair('ブログ', 'Blog post') },
      { id: 'paper', text: pair('ホワイトペーパー', 'White paper') },
    ],
  };
  const site: ValueField = { id: 'site', kind: 'url', label: pair('ウェブサイト', 'Website'), optional: true };
  const leaf = (id: string) => ({ id, text: pair(`${id} がある`, `There is ${id}`) });
  return sampleQuestionnaire({
    id: 'unit-sample',
    units: {
      name: pair('顧客', 'Customer'),
      title: pair('顧客', 'Customers'),
      count: 2,
      values: [{ id: 'go-live', kind: 'date', label: pair('本番稼働日', 'Go-live date'), maxAgeMonths: 18 }],
    },
    sections: [
      {
        id: 'cases',
        title: pair('事例', 'Cases'),
        items: [
          anItem('CASE-001', {
            perUnit: { need: 'all', checks: { all: [leaf('goal'), leaf('result')] }, values: [format, site] },
          }),
          anItem('SOP-001', {
            checks: { all: [leaf('policy')] },
            perUnit: {
              need: 1,
              organization: true,
              checks: leaf('applied'),
              values: [{ id: 'until', kind: 'date', label: pair('有効期限', 'Valid until'), notBefore: 'go-live' }],
            },
          }),
          anItem('TV-001', { perUnit: { need: 'all' } }),
        ],
      },
    ],
  });
}

/** The sample with units on a screen. */
export function unitsState(screen: Screen, assessment: Partial<Assessment> = {}): State {
  const questionnaire = unitQuestionnaire();
  return openState(screen, {
    open: {
      questionnaire,
      assessment: sampleAssessment({
        questionnaire: { id: 'unit-sample', version: '2026-02', contentHash: 'a'.repeat(64) },
        ...assessment,
      }),
    },
  });
}

/** An assessment of the sample without answers. */
export function sampleAssessment(change: Partial<Assessment> = {}): Assessment {
  return {
    schemaVersion: 1,
    id: 'payment',
    name: '決済 SaaS',
    questionnaire: { id: 'sample', version: '2026-02', contentHash: 'a'.repeat(64) },
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    gates: {},
    participants: [{ name: '田中', role: 'facilitator' }, { name: 'Suzuki' }],
    answers: {},
    ...change,
  };
}

/** Three versions of the sample, oldest first, and a list that has one version. */
export function sampleCatalogue(): Summary[] {
  const versions = ['2021-q4', '2024-02', '2026-02'].map(version => summarise(sampleQuestionnaire({ version })));
  return [
    ...versions,
    summarise(sampleQuestionnaire({ id: 'house-list', version: '1', title: pair('社内の一覧', 'House list') }), true),
  ];
}

/** The sample assessment and a damaged one, as Home lists them. */
export const LISTED: Listed[] = [
  {
    kind: 'ok',
    id: 'payment',
    name: '決済 SaaS',
    title: pair('見本チェックリスト', 'Sample checklist'),
    questionnaire: 'sample',
    version: '2026-02',
    updatedAt: '2026-11-20T00:00:00.000Z',
    answered: 3,
    total: 7,
    gaps: 1,
    ready: false,
  },
  { kind: 'bad', id: 'broken', code: 'damaged', path: '/home/broken.json' },
];

/** Home with nothing open. */
export function homeState(change: Partial<State> = {}): State {
  return {
    lang: 'ja',
    sideBySide: false,
    ascii: false,
    today: TODAY,
    catalogue: sampleCatalogue(),
    listed: LISTED,
    demo: false,
    screen: { name: 'home', index: 0 },
    behind: [],
    saving: { state: 'saved' },
    size: { columns: 80, rows: 24 },
    ...change,
  };
}

/** The sample open, on the walk unless another screen is given. */
export function openState(
  screen: Screen = walkOn('ARC-001'),
  change: Partial<State> = {},
  assessment: Partial<Assessment> = {},
): State {
  const open = { questionnaire: sampleQuestionnaire(), assessment: sampleAssessment(assessment) };
  return homeState({ open, screen, behind: [{ name: 'home', index: 0 }], ...change });
}

export const walkOn = (item: string, row?: number): Extract<Screen, { name: 'walk' }> => ({ name: 'walk', item, row });

/** What a terminal sends, by the names of keys; anything that is no name is typed. */
export function asEvents(keys: string[]): KeyEvent[] {
  return keys.map(key => (NAMES.has(key) || /^(ctrl|meta|shift)\+/.test(key) ? { key } : { text: key }));
}

const NAMES = new Set([
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
  'enter',
  'esc',
  'tab',
  'backspace',
  'delete',
]);

/** The session without a terminal and without a world: keys go in, effects are only written down. */
export type Session = Engine & {
  effects: Effect[];
  /** Presses keys one after the other. */
  keys: (...keys: string[]) => Session;
  /** The effects since the last call. */
  taken: () => Effect[];
};

export function startSession(initial: State): Session {
  const effects: Effect[] = [];
  let seen = 0;
  const engine = createEngine(
    initial,
    effect => effects.push(effect),
    () => new Date(NOW),
  );
  const session: Session = {
    ...engine,
    effects,
    keys: (...keys) => {
      for (const event of asEvents(keys)) engine.press([event]);
      return session;
    },
    taken: () => {
      const fresh = effects.slice(seen);
      seen = effects.length;
      return fresh;
    },
  };
  return session;
}
