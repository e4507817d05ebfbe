import { actingStrings } from './naughty/acting.ts';
import { hardWords } from './naughty/words.ts';

/**
 * Strings that programs stumble over, made here: words with a meaning elsewhere, numbers, blanks, letters of many
 * scripts, marks without end, and markup, formulas, paths, templates and commands that something might act on.
 */
export const NAUGHTY: readonly string[] = [...new Set([...hardWords(), ...actingStrings()].flat())];
