import { screenNamed } from '../places.ts';
import type { Binding } from './binding.ts';
import { OPEN, SCREEN_NAMES } from './contexts.ts';

/** The keys that lead to a screen, as each screen says itself. One that needs no open assessment is reached from Home too. */
export const SCREEN_KEYS: readonly Binding[] = SCREEN_NAMES.flatMap((name): Binding[] => {
  const spec = screenNamed(name);
  if (!spec?.key) return [];
  return [{ command: name, ...spec.key, in: spec.open === 'always' ? OPEN : ['home', ...OPEN] }];
});
