import type { Key as Text } from '../../i18n/index.ts';
import type { Command } from '../core/action.ts';
import type { KeyContext } from '../core/context.ts';

/**
 * What a key means where. `keys` are names as the runtime gives them, the first one is shown;
 * `footer` lists the contexts whose footer shows it, in the order of the table.
 */
export type Binding = {
  command: Command;
  keys: string[];
  label: Text;
  /** What the footer says, where that is not the label. */
  hint?: Text;
  in: readonly KeyContext[];
  footer?: readonly KeyContext[];
};
