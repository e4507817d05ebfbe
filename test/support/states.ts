import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Action, Effect } from '../../src/session/core/action.ts';
import type { Context } from '../../src/session/core/context.ts';
import type { Overlay, Screen, StartStep, State } from '../../src/session/core/state.ts';
import { createTextArea } from '../../src/session/text/text-area.ts';
import { AFTER, historyState, olderState } from './around.ts';
import { DRAFT, meetingState } from './meeting.ts';
import {
  homeState,
  LISTED,
  NOW,
  openState,
  type Session,
  sampleAssessment,
  sampleCatalogue,
  sampleQuestionnaire,
  TODAY,
  unitsState,
  walkOn,
} from './session.ts';

/** Answers of all kinds, with texts of all kinds. */
const ANSWERS: Assessment['answers'] = {
  'ARC-001': { status: 'met', evidence: [{ id: 'e1', what: '設定の画面', validUntil: '2026-11-21' }], flag: true },
  'IAM-002': {
    status: 'partly',
    note: '本番 2 アカウント残り\n検証はこれから',
    owner: '田中',
    due: '2026-11-01',
    checks: { rotation: 'yes', inventory: 'no' },
  },
  'DR-002': {
    status: 'met',
    values: { rto: '30h', 'last-test': '2025-01-10', next: '4 月の第 1 営業日' },
    evidence: [
      {
        id: 'e1',
        what: '復旧テストの記録',
        where: 'https://wiki.example.com/pages/viewpage.action?pageId=1234567890',
        date: '2026-01-15',
      },
    ],
  },
  'S3-001': {
    status: 'not-applicable',
    reason: { code: 'OTHER', text: '親会社のアカウントにあり、こちらでは変えられない' },
  },
  'S3-002': { status: 'unknown' },
};

/** A state for every place where a key can land. */
export const STATES: Record<Context, State> = {
  home: homeState(),
  'start-list': startState('version'),
  'start-gates': startState('gates'),
  walk: openState(walkOn('IAM-002')),
  map: openState({ name: 'map', index: 2, filter: 'all' }),
  check: openState({ name: 'check', index: 0 }),
  plan: openState({ name: 'plan', index: 1 }),
  gates: openState({ name: 'gates', index: 1 }),
  units: unitsState({ name: 'units', index: 1 }),
  report: openState({ name: 'report', which: 'gap', lang: 'both', scroll: 3 }),
  settings: openState({ name: 'settings', index: 0 }),
  workshop: meetingState({ name: 'workshop', index: 0, draft: DRAFT }, false),
  vote: {
    ...meetingState(walkOn('DR-002')),
    overlay: { kind: 'vote', item: 'DR-002', index: 1 },
  },
  history: historyState({ name: 'history', index: 3, marked: 'm2' }),
  versions: olderState({ name: 'versions', from: '2024-02', to: '2026-02', scroll: 0 }),
  moved: historyState({ name: 'moved', from: 'm1', index: 0 }),
  reuse: historyState({ name: 'reuse', other: 'customers', index: 0 }),
  reason: over({ kind: 'reason', items: ['ARC-001'], index: 2 }),
  options: {
    ...unitsState(walkOn('CASE-001', 4)),
    overlay: {
      kind: 'options',
      target: { type: 'value', item: 'CASE-001', value: 'format', unit: 'u1' },
      index: 1,
      chosen: [],
    },
  },
  help: over({ kind: 'help', scroll: 0 }),
  guide: over({ kind: 'guide', item: 'IAM-002', scroll: 0 }),
  problems: over({ kind: 'problems', lines: ['list.yaml:1:1 何かがありません。'], scroll: 0 }),
  evidence: over({ kind: 'evidence', item: 'DR-002', index: 1 }),
  confirm: over({ kind: 'confirm-delete', id: 'payment', name: '決済 SaaS' }),
  'confirm-undo': { ...historyState({ name: 'history', index: 0 }), overlay: { kind: 'confirm-undo' } },
  trouble: over({ kind: 'trouble', id: 'broken', code: 'damaged', path: '/home/broken.json', backup: '/b/1.json' }),
  field: over({ kind: 'field', target: { type: 'owner', item: 'ARC-001' }, area: textArea('佐藤') }),
  note: over({
    kind: 'field',
    target: { type: 'note', item: 'ARC-001' },
    area: textArea('本番だけ\n検証はまだ', true),
  }),
  form: over({
    kind: 'evidence-form',
    item: 'DR-002',
    id: 'e1',
    row: 0,
    draft: { what: '画面', where: '', date: TODAY, validUntil: '', owner: '' },
    area: textArea('画面'),
  }),
  search: over({ kind: 'search', area: textArea('s3'), index: 0 }),
};

function textArea(text: string, multiline = false) {
  return createTextArea(text, { multiline });
}

/** An overlay over a walk with all kinds of answers. */
function over(overlay: Overlay): State {
  return openState(walkOn('DR-002'), { overlay }, { answers: ANSWERS, gates: { phi: 'no' } });
}

function startState(step: StartStep): State {
  const draft = {
    questionnaireId: 'sample',
    version: '2026-02',
    name: '',
    reviewDate: '',
    people: '',
    units: '',
    gates: {},
  };
  const screen: Screen = {
    name: 'start',
    step,
    draft,
    index: 0,
    area: textArea(''),
    questionnaire: sampleQuestionnaire(),
  };
  return homeState({ screen, behind: [{ name: 'home', index: 0 }] });
}

/** Gives a session what the world would answer to the effects so far, and to those that follow from it. */
export function answerEffects(session: Session): void {
  for (let fresh = session.taken(); fresh.length > 0; fresh = session.taken()) {
    for (const effect of fresh) for (const action of answersTo(effect)) session.dispatch(action);
  }
}

function answersTo(effect: Effect): Action[] {
  switch (effect.type) {
    case 'list':
      return [{ type: 'listed', listed: LISTED }];
    case 'load':
      return [{ type: 'loaded', questionnaire: sampleQuestionnaire({ id: effect.id, version: effect.version }) }];
    case 'open':
      return [effect.id === 'broken' ? TROUBLE : opened(sampleAssessment({ answers: ANSWERS }))];
    case 'create':
      return [opened(sampleAssessment({ name: effect.draft.name, gates: effect.draft.gates }), effect.questionnaire)];
    case 'import':
      return [{ type: 'imported', id: 'house-list', version: '1', catalogue: sampleCatalogue() }];
    case 'editor':
      return [{ type: 'edited', note: effect.note, before: [effect.stored], text: `${effect.text}\n追記`, at: NOW }];
    case 'upgrade':
      return [{ type: 'upgraded', open: { questionnaire: AFTER, assessment: sampleAssessment() }, from: '2024-02' }];
    case 'write-report':
      return [{ type: 'wrote', paths: ['/tmp/gap-report.ja.md'] }];
    default:
      return [];
  }
}

function opened(assessment: Assessment, questionnaire = sampleQuestionnaire()): Action {
  return { type: 'opened', open: { questionnaire, assessment } };
}

const TROUBLE: Action = {
  type: 'trouble',
  id: 'broken',
  code: 'damaged',
  path: '/home/broken.json',
  backup: '/b/1.json',
};
