/** How a line begins where Git's own merge leaves both sides; no line of an answers file begins like that. */
const MARKED = "grep -q '^<<<<<<< ' %A";

/**
 * The command by which Git merges one file, for a POSIX shell, which is also what Git for Windows runs. It names no
 * Node: that moves with every version. `tenken` is looked for where the person has it then, and after that `script` is
 * run, the file that ran when the repository was set up. Where neither does, Git's own merge by lines leaves both sides
 * in the file, `message` says so, and the exit is 1, a conflict.
 */
export function driverCommand(script: string | undefined, message: string): string {
  const file = script && percents(quoted(script));
  const attempts = [
    'command -v tenken >/dev/null 2>&1 && m tenken',
    ...(file ? [`! ${MARKED} && ${canRun(file)} && m node ${file}`] : []),
  ].map(attempt => `if ${attempt}; then exit 0; fi;`);
  return [
    'm() { "$@" git merge-driver %O %A %B %P; };',
    ...attempts,
    // A program that could not even start exits like one that has left both sides: only the file can tell.
    `if ${MARKED}; then exit 1; fi;`,
    `echo ${percents(quoted(message))} >&2;`,
    'git merge-file -L ours -L base -L theirs %A %O %B; if test $? -lt 128; then exit 1; fi;',
    "{ echo '<<<<<<< ours'; cat %A; echo '======='; cat %B; echo '>>>>>>> theirs'; } >%A.both && cat %A.both >%A;",
    'rm -f %A.both; exit 1',
  ].join(' ');
}

/** The command by which Git reads a file to compare it; the file as it is where the program is not to be found. */
export function textconvCommand(script: string | undefined): string {
  const file = script && quoted(script);
  const attempts = [
    'command -v tenken >/dev/null 2>&1 && o=$(tenken git textconv "$1" 2>/dev/null)',
    ...(file ? [`${canRun(file)} && o=$(node ${file} git textconv "$1" 2>/dev/null)`] : []),
  ].map(attempt => `if ${attempt}; then printf '%s\\n' "$o"; return; fi;`);
  // Git adds the file to the end.
  return ['c() {', ...attempts, 'cat "$1"; }; c'].join(' ');
}

/** A word as a POSIX shell takes it, whatever it holds. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function canRun(file: string): string {
  return `command -v node >/dev/null 2>&1 && test -f ${file}`;
}

/** Git fills in what stands after a percent sign. */
function percents(text: string): string {
  return text.replaceAll('%', '%%');
}
