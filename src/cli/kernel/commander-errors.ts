import type { CommanderError } from 'commander';
import { UsageError, type UsageErrorCode } from './usage-error.ts';

const CODES: Record<string, UsageErrorCode> = {
  'commander.unknownOption': 'unknown-option',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'option-needs-value',
  'commander.excessArguments': 'excess-arguments',
  'commander.unknownCommand': 'unknown-command',
};

/** The same mistake as one of ours, so that it has words in both languages. Its quoted part is what was typed. */
export function usageErrorOf(error: CommanderError): UsageError | undefined {
  const code = CODES[error.code];
  if (code === undefined) return undefined;
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const similar = /Did you mean (?:one of )?(.+)\?/.exec(error.message)?.[1]?.split(', ') ?? [];
  return new UsageError(code, { name }, similar);
}

/** Whether commander only showed its help or the version. */
export function isShown(error: CommanderError): boolean {
  return (
    error.code === 'commander.helpDisplayed' || error.code === 'commander.help' || error.code === 'commander.version'
  );
}
