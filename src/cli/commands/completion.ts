import type { T } from '../../i18n/index.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import type { Run } from '../context.ts';
import { write } from '../output.ts';
import { fold, STATUS_WORDS } from '../parse.ts';
import { UsageError } from '../usage-error.ts';

/** A place in the command line and what may follow there; `assessment` says that its first argument is one. */
type Place = { path: string; words: { word: string; text: string }[]; assessment: boolean };

const SHELLS: Record<string, (places: Place[]) => string> = { bash, zsh, fish };

/** `tenken completion`: a script that the shell loads. */
export const run: Run<object> = async ({ t, world, table }, [shell = '']) => {
  const script = Object.hasOwn(SHELLS, fold(shell)) ? SHELLS[fold(shell)] : undefined;
  if (!script) throw new UsageError('unknown-shell', { shell, shells: Object.keys(SHELLS).join(', ') });
  await write(world.stdout, script(placesOf(table.program, '', t, table.globals)));
};

function placesOf(spec: CommandSpec, path: string, t: T, globals: OptionSpec[]): Place[] {
  const commands = (spec.commands ?? []).map(one => ({ word: one.name, text: t(one.key) }));
  const flags = [...(spec.options ?? []), ...globals].map(({ flags: text, key }) => ({
    word: longOf(text),
    text: t(key),
  }));
  const statuses = spec.name === 'answer' ? STATUS_WORDS.map(word => ({ word, text: t(`status.${word}`) })) : [];
  const common = [{ word: '--help', text: t('cli.option.help') }];
  const assessment = spec.args?.[0]?.name === '<ASSESSMENT>';
  return [
    { path, words: [...commands, ...statuses, ...flags, ...common], assessment },
    ...(spec.commands ?? []).flatMap(one => placesOf(one, `${path} ${one.name}`.trim(), t, globals)),
  ];
}

function longOf(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

const IDS = "tenken list 2>/dev/null | sed -n 's/^\\([a-z0-9][a-z0-9-]*\\)  .*/\\1/p'";

/** The loop that bash and zsh share: which command the words so far lead to. */
function pathLoop(paths: string[], words: string, start: number): string {
  const known = paths
    .filter(Boolean)
    .map(path => `"${path}"`)
    .join('|');
  return [
    `  local path="" word next i`,
    `  for ((i = ${start}; i < current; i++)); do`,
    `    word="\${${words}[i]}"; next="\${path:+$path }$word"`,
    `    case "$next" in ${known}) path="$next" ;; esac`,
    '  done',
  ].join('\n');
}

function cases(places: Place[], add: (place: Place) => string): string {
  return ['  case "$path" in', ...places.map(place => `    "${place.path}") ${add(place)} ;;`), '  esac'].join('\n');
}

function list({ words, assessment }: Place): string {
  const known = words.map(one => one.word).join(' ');
  return assessment ? `words="${known} $(${IDS})"` : `words="${known}"`;
}

function bash(places: Place[]): string {
  const loop = pathLoop(
    places.map(one => one.path),
    'COMP_WORDS',
    1,
  );
  return `_tenken() {
  local current=$COMP_CWORD words=""
${loop}
${cases(places, list)}
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _tenken tenken
`;
}

function zsh(places: Place[]): string {
  const loop = pathLoop(
    places.map(one => one.path),
    'typed',
    2,
  );
  return `#compdef tenken
_tenken() {
  local current=$CURRENT words_text=""
  local -a typed
  typed=("\${words[@]}")
${loop}
${cases(places, place => list(place).replace(/^words=/, 'words_text='))}
  compadd -- \${=words_text}
  _files
}
compdef _tenken tenken
`;
}

function fish(places: Place[]): string {
  const lines = places.flatMap(({ path, words, assessment }) => {
    const when =
      path === ''
        ? '__fish_use_subcommand'
        : path
            .split(' ')
            .map(word => `__fish_seen_subcommand_from ${word}`)
            .join('; and ');
    const ids = assessment ? [`complete -c tenken -n '${when}' -a "(${IDS.replace('$', '\\$')})"`] : [];
    return [...ids, ...words.map(one => fishLine(when, one))];
  });
  return `${lines.join('\n')}\n`;
}

function fishLine(when: string, { word, text }: { word: string; text: string }): string {
  const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
  return `complete -c tenken -n '${when}' ${what} -d '${text.replace(/['\\\n]/g, ' ')}'`;
}
