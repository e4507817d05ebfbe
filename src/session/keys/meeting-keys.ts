import type { Context } from '../core/context.ts';
import type { Binding } from './typing-keys.ts';

/** Screens of an open assessment from which a meeting is begun or looked at. */
const FROM: readonly Context[] = ['walk', 'map', 'check', 'plan', 'gates', 'units', 'settings', 'history'];

/** The keys of a workshop or rehearsal. */
export const MEETING_KEYS: readonly Binding[] = [
  { command: 'workshop', keys: ['w', '!'], label: 'key.workshop', in: ['home', ...FROM], footer: ['map', 'plan'] },
  { command: 'vote', keys: ['v', '%'], label: 'key.vote', hint: 'key.vote.hint', in: ['walk'], footer: ['walk'] },
  {
    command: 'decision',
    keys: ['i', '^'],
    label: 'key.decision',
    hint: 'key.decision.hint',
    in: ['walk'],
    footer: ['walk'],
  },
  {
    command: 'dissent',
    keys: ['x', '~'],
    label: 'key.dissent',
    hint: 'key.dissent.hint',
    in: ['walk'],
    footer: ['walk'],
  },
  {
    command: 'action-item',
    keys: ['a', '+'],
    label: 'key.action',
    hint: 'key.action.hint',
    in: ['walk'],
    footer: ['walk'],
  },
  { command: 'park', keys: ['z', '.'], label: 'key.park', hint: 'key.park.hint', in: ['walk'], footer: ['walk'] },
  { command: 'later', keys: ['y', '_'], label: 'key.later', in: ['walk'] },
  { command: 'pause-meeting', keys: ['-'], label: 'key.pause', in: ['walk', 'workshop'], footer: ['workshop'] },
  { command: 'answer-1', keys: ['1'], label: 'key.vote-1', hint: 'key.vote-digits', in: ['vote'], footer: ['vote'] },
  { command: 'answer-2', keys: ['2'], label: 'key.vote-2', in: ['vote'] },
  { command: 'answer-3', keys: ['3'], label: 'key.vote-3', in: ['vote'] },
  { command: 'answer-4', keys: ['4'], label: 'key.not-applicable', in: ['vote'] },
  { command: 'answer-5', keys: ['5'], label: 'key.unknown', in: ['vote'] },
  { command: 'enter', keys: ['enter'], label: 'key.vote-agreed', in: ['vote'], footer: ['vote'] },
];
