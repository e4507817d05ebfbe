import type { State } from './state.ts';

/** Where a key is pressed; the key table says what each key means there. */
export const CONTEXTS = [
  'home',
  'start-list',
  'start-gates',
  'walk',
  'map',
  'check',
  'plan',
  'gates',
  'units',
  'report',
  'settings',
  'workshop',
  'history',
  'versions',
  'moved',
  'reuse',
  'vote',
  'reason',
  'options',
  'help',
  'guide',
  'problems',
  'evidence',
  'confirm',
  'confirm-undo',
  'trouble',
  'field',
  'note',
  'form',
  'search',
] as const;
export type Context = (typeof CONTEXTS)[number];

/** Contexts in which letters are text, not commands. */
export const TYPING: readonly Context[] = ['field', 'note', 'form', 'search'];

/** Where the next key will land. */
export function contextOf(state: State): Context {
  const { overlay, screen } = state;
  if (overlay) {
    switch (overlay.kind) {
      case 'field':
        return overlay.area.multiline ? 'note' : 'field';
      case 'evidence-form':
        return 'form';
      case 'confirm-delete':
        return 'confirm';
      default:
        return overlay.kind;
    }
  }
  if (screen.name !== 'start') return screen.name;
  if (screen.step === 'gates') return 'start-gates';
  return screen.step === 'version' ? 'start-list' : 'field';
}
