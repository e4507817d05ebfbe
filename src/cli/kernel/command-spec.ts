import type { Key } from '../../i18n/index.ts';
import type { Run } from './context.ts';

/** An option as commander writes it: `--name <NAME>`; `many` may be given more than once. */
export type OptionSpec = { flags: string; key: Key; many?: true };
/** An argument as commander writes it: `<ASSESSMENT>`, `[ITEM]`, `<FILE...>`. */
export type ArgumentSpec = { name: string; key: Key };

/** A command: the parser, the help and the shell completion are all made from this. */
export type CommandSpec = {
  name: string;
  key: Key;
  args?: ArgumentSpec[];
  options?: OptionSpec[];
  /** `--lang both` is allowed. */
  both?: true;
  load: () => Promise<{ run: Run<never> }>;
  commands?: CommandSpec[];
};

/** What many commands take. */
export const JSON_OPTION: OptionSpec = { flags: '--json', key: 'cli.option.json' };
export const ASSESSMENT: ArgumentSpec = { name: '<ASSESSMENT>', key: 'cli.argument.assessment' };
export const ITEM: ArgumentSpec = { name: '<ITEM>', key: 'cli.argument.item' };
