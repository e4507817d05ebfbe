import { describe, expect, test } from 'vitest';
import type { CommandSpec } from '../../src/cli/kernel/command-spec.ts';
import { GLOBAL_OPTIONS, PROGRAM } from '../../src/cli/kernel/command-table.ts';
import { DOCUMENTS, nodesOf, parse, textOf } from './documents.ts';

/** Options that commander itself adds to every command. */
const BUILT_IN = ['--help', '-h', '--version', '-V'];

/** The words of a command line, quotes and redirections taken off. */
function words(line: string): string[] {
  const [before = ''] = line.split(/ [|>)]|\)$/);
  return (before.match(/"[^"]*"|\S+/g) ?? []).map(word => word.replaceAll('"', ''));
}

/** Every `tenken ...` that a document tells people to type. */
function commandLines(file: string): string[] {
  const code = nodesOf(parse(file)).filter(
    node => node.type === 'inlineCode' || (node.type === 'code' && node.lang === 'sh'),
  );
  return code
    .flatMap(node => textOf(node).split('\n'))
    .flatMap(line => /(?:^|\$\()tenken(?: .*)?$/.exec(line)?.[0].replace('$(', '') ?? []);
}

function optionsOf({ options = [] }: CommandSpec): string[] {
  return [...options, ...GLOBAL_OPTIONS].flatMap(({ flags }) => flags.match(/-{1,2}[a-z-]+/g) ?? []);
}

/** What is wrong with a command line, by the table of commands. */
function wrong(line: string): string[] {
  const [, ...rest] = words(line);
  let spec: CommandSpec = PROGRAM;
  const args: string[] = [];
  for (const word of rest.filter(one => !one.startsWith('-'))) {
    const next = args.length === 0 ? spec.commands?.find(one => one.name === word) : undefined;
    if (next) spec = next;
    else args.push(word);
  }
  const known = [...optionsOf(spec), ...BUILT_IN];
  const options = rest.filter(word => word.startsWith('-') && word !== '-').filter(word => !known.includes(word));
  const isGroup = (spec.args ?? []).length === 0 && args.length > 0 && spec.commands !== undefined;
  return [...(isGroup ? [`no command ${args[0]}`] : []), ...options.map(option => `no option ${option}`)];
}

describe.each(DOCUMENTS)('%s', file => {
  test('every command and option that it names exists', () => {
    const problems = commandLines(file).flatMap(line => wrong(line).map(what => `${line}: ${what}`));
    expect(problems).toEqual([]);
  });
});

test.each(['README.md', 'README.ja.md'])('%s names every command', file => {
  const lines = commandLines(file).map(line => words(line)[1]);
  const names = (PROGRAM.commands ?? []).map(one => one.name);
  expect(names.filter(name => !lines.includes(name))).toEqual([]);
});

test('a command that does not exist is noticed', () => {
  expect(wrong('tenken nope')).toEqual(['no command nope']);
  expect(wrong('tenken list --nope')).toEqual(['no option --nope']);
  expect(wrong('tenken config set lang ja')).toEqual([]);
});
