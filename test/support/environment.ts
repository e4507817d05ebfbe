/** Variables that would make the program behave as under a test runner or in CI, or that name somebody's own files. */
const UNWANTED =
  /^(CI|CI_.*|CONTINUOUS_INTEGRATION|BUILD_NUMBER|GITHUB_.*|VITEST.*|NODE_ENV|NODE_OPTIONS|NO_COLOR|FORCE_COLOR|XDG_.*|TENKEN_.*|LC_.*|LANG|LANGUAGE|COLUMNS|LINES|EDITOR|VISUAL|TMUX.*)$/;

/** The environment of this process without what would leak from it into a program under test. */
export function cleanEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(entries.filter(([name]) => !UNWANTED.test(name))), TZ: 'UTC' };
}
