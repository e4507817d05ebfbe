import type { Theme } from '../theme.ts';

/** How a key is written for people. */
export function keyLabel(key: string, theme: Theme): string {
  const named: Record<string, string> = {
    enter: 'Enter',
    esc: 'Esc',
    space: 'Space',
    tab: 'Tab',
    'shift+tab': 'Shift+Tab',
    backspace: 'Backspace',
    delete: 'Del',
    home: 'Home',
    end: 'End',
    f5: 'F5',
    ...theme.marks.keys,
  };
  // The plus sign is itself a key: what stands before it, if anything, ends in the sign that joins.
  const [, modifier, last = key] = /^(ctrl|meta|shift)\+(.+)$/.exec(key) ?? [];
  const name = named[last] ?? last;
  if (modifier === undefined || named[key] !== undefined) return named[key] ?? name;
  return `${MODIFIERS[modifier] ?? modifier}+${name.length === 1 ? name.toUpperCase() : name}`;
}

const MODIFIERS: Record<string, string> = { ctrl: 'Ctrl', meta: 'Alt', shift: 'Shift' };
