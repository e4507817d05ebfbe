import type { Overlay, Screen } from './state.ts';

/**
 * Where a key is pressed; the key table says what each key means there. A screen or an overlay has the context of its name,
 * except where keys mean several things in one, or where a shorter name was there first.
 */
export type KeyContext =
  | Exclude<Screen['name'], 'start'>
  | 'start-list'
  | 'start-gates'
  | Exclude<Overlay['kind'], 'evidence-form' | 'confirm-delete'>
  | 'note'
  | 'form'
  | 'confirm';

/**
 * How keys work in a context: Enter takes what the cursor is on, a row is answered with yes or no, a text is read, a text is
 * typed (letters are no commands), one thing is asked, or in a way of its own.
 */
export type Manner = 'choose' | 'yes-no' | 'read' | 'type' | 'ask' | 'own';
