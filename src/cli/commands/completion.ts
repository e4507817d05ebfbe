import { REASONS } from '../../assessment/assessment.ts';
import { LANGS, type T } from '../../i18n/index.ts';
import { FORMATS } from '../../report/formats/render.ts';
import { TARGETS } from '../../report/formats/targets.ts';
import type { CommandSpec, OptionSpec } from '../kernel/command-spec.ts';
import type { Run } from '../kernel/context.ts';
import { write } from '../kernel/output.ts';
import { fold, STATUS_WORDS } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';

/** What follows a command at each place in turn, where tenken can say it. */
type Slot = 'assessment' | 'item' | 'version';
/** A place in the command line and what may follow there; a slot is empty where only a person knows what stands there. */
type Place = { path: string; words: { word: string; text: string }[]; slots: (Slot | undefined)[] };

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
  return [
    {
      path,
      words: [...commands, ...statuses, ...flags, ...common],
      slots: (spec.args ?? []).map(one => slotOf(one.name)),
    },
    ...(spec.commands ?? []).flatMap(one => placesOf(one, `${path} ${one.name}`.trim(), t, globals)),
  ];
}

function longOf(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

function slotOf(name: string): Slot | undefined {
  if (/ASSESSMENT|^<(?:OURS|THEIRS)/.test(name)) return 'assessment';
  if (/ITEM/.test(name)) return 'item';
  return /@VERSION/.test(name) ? 'version' : undefined;
}

/** The values of options that take one of a few words. */
const VALUES: Record<string, readonly string[]> = {
  '--format': FORMATS,
  '--target': TARGETS,
  '--lang': [...LANGS, 'both'],
  '--reason': REASONS,
};

/** What the shell asks tenken for; `ID` stands for the assessment that is named before. */
const ASKS: Record<Slot, string> = {
  assessment: "tenken list 2>/dev/null | sed -n 's/^\\([a-z0-9][a-z0-9-]*\\)  .*/\\1/p'",
  item: "tenken show ID 2>/dev/null | sed -n 's/^  [^A-Za-z0-9]*\\([A-Za-z0-9][A-Za-z0-9._-]*\\)  .*/\\1/p'",
  version: "tenken questionnaire list 2>/dev/null | sed -n 's/^\\([a-z0-9][a-z0-9-]*@[a-z0-9.-]*\\)  .*/\\1/p'",
};

/**
 * What bash and zsh share. No variable may be called `path`: in zsh that is the search path. `first` is the word after the
 * command, `nth` counts the words between it and the cursor.
 */
function body(places: Place[], words: string, start: number, extra: string): string {
  const known = places.map(({ path }) => path).filter(Boolean);
  const values = Object.entries(VALUES).map(([flag, all]) => `    ${flag}) found="${all.join(' ')}"; return ;;`);
  return [
    `  local spot="" word next i first=${start} nth=0`,
    `  for ((i = ${start}; i < current; i++)); do`,
    `    word="\${${words}[i]}"; next="\${spot:+$spot }$word"`,
    `    case "$next" in ${known.map(path => `"${path}"`).join('|')}) spot="$next"; first=$((i + 1)) ;; esac`,
    '  done',
    '  nth=$((current - first))',
    `  case "\${${words}[current-1]}" in`,
    ...values,
    '  esac',
    '  case "$spot" in',
    ...places.map(
      place => `    "${place.path}") found="${place.words.map(one => one.word).join(' ')}"${slots(place, words)} ;;`,
    ),
    '  esac',
    extra,
  ]
    .filter(Boolean)
    .join('\n');
}

/** What only tenken knows is asked for where it may stand, and not while an option is typed. */
function slots({ slots: all }: Place, words: string): string {
  return all
    .map((slot, at) => {
      if (slot === undefined) return '';
      const ask = ASKS[slot].replace('ID', `"\${${words}[first]}"`);
      return `; [[ $nth -eq ${at} && "\${${words}[current]}" != -* ]] && found="$(${ask}) $found"`;
    })
    .join('');
}

function bash(places: Place[]): string {
  return `_tenken_words() {
  local current=$COMP_CWORD
${body(places, 'COMP_WORDS', 1, '')}
}
_tenken() {
  local found="" typed="\${COMP_WORDS[COMP_CWORD]}"
  _tenken_words
  COMPREPLY=($(compgen -W "$found" -- "$typed"))
}
complete -o default -F _tenken tenken
`;
}

function zsh(places: Place[]): string {
  return `#compdef tenken
_tenken_words() {
  local current=$CURRENT
${body(places, 'typed', 2, '')}
}
_tenken() {
  local found=""
  local -a typed
  typed=("\${words[@]}")
  _tenken_words
  compadd -- \${=found}
  _files
}
compdef _tenken tenken
`;
}

function fish(places: Place[]): string {
  const lines = places.flatMap(({ path, words, slots: all }) => {
    const when =
      path === ''
        ? '__fish_use_subcommand'
        : path
            .split(' ')
            .map(word => `__fish_seen_subcommand_from ${word}`)
            .join('; and ');
    const depth = path === '' ? 1 : path.split(' ').length + 1;
    const asked = all.flatMap((slot, at) => (slot === undefined ? [] : [askLine(when, slot, depth, at)]));
    return [...asked, ...words.map(one => fishLine(when, one))];
  });
  return `${lines.join('\n')}\n`;
}

/** Words already there: the program, the command, and what stands before the place. */
function askLine(when: string, slot: Slot, depth: number, at: number): string {
  const ask = ASKS[slot].replace('ID', `(commandline -opc)[${depth + 1}]`).replace(/([$"\\])/g, '\\$1');
  const there = `test (count (commandline -opc)) -eq ${depth + at}`;
  return `complete -c tenken -n '${when}; and ${there}' -a "(${ask})"`;
}

function fishLine(when: string, { word, text }: { word: string; text: string }): string {
  const known = VALUES[word];
  const value = known ? ` -x -a '${known.join(' ')}'` : '';
  const what = word.startsWith('--') ? `-l ${word.slice(2)}${value}` : `-a ${word}`;
  return `complete -c tenken -n '${when}' ${what} -d '${text.replace(/['\\\n]/g, ' ')}'`;
}
