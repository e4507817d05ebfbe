import type { T } from '../../i18n/index.ts';
import { textWidth, wrapText } from '../../text/wrap.ts';
import type { CommandSpec } from './command-spec.ts';
import { GLOBAL_OPTIONS } from './command-table.ts';

type Row = { term: string; text: string };

const MAX_TERM = 30;

/** The help of a command in the chosen language; `names` are the commands that lead to it. */
export function helpText(spec: CommandSpec, names: string[], t: T, width: number): string {
  const top = names.length === 1;
  const parts = [
    [t('cli.help.usage', { usage: usageOf(spec, names, t) }), '', ...wrapText(t(spec.key), width)],
    table(t('cli.help.arguments'), argumentRows(spec, t), width),
    table(
      t('cli.help.commands'),
      (spec.commands ?? []).map(one => ({ term: termOf(one), text: t(one.key) })),
      width,
    ),
    table(t('cli.help.options'), optionRows(spec, t), width),
    table(t('cli.help.global-options'), globalRows(t), width),
    ...(top ? [[t('cli.help.exit-codes'), ...indented(t('cli.help.exit-code-list'), width)]] : []),
    ...(top
      ? [
          [t('cli.help.examples'), ...indented(t('cli.help.example-list'), 200)],
          [...wrapText(t('app.unofficial'), width)],
        ]
      : []),
  ];
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.join('\n'))
    .join('\n\n')}\n`;
}

function usageOf(spec: CommandSpec, names: string[], t: T): string {
  const args = (spec.args ?? []).map(one => one.name);
  const command = spec.commands && !spec.args ? [t('cli.help.command-word')] : [];
  return [...names, ...args, ...command, t('cli.help.options-word')].join(' ');
}

function termOf(spec: CommandSpec): string {
  return [spec.name, ...(spec.args ?? []).map(one => one.name)].join(' ');
}

function argumentRows(spec: CommandSpec, t: T): Row[] {
  return (spec.args ?? []).map(one => ({ term: one.name.replace(/^[<[]|[\]>]$/g, ''), text: t(one.key) }));
}

function optionRows(spec: CommandSpec, t: T): Row[] {
  return (spec.options ?? []).map(({ flags, key }) => ({ term: flags, text: t(key) }));
}

function globalRows(t: T): Row[] {
  return [
    ...GLOBAL_OPTIONS.map(({ flags, key }) => ({ term: flags, text: t(key) })),
    { term: '-V, --version', text: t('cli.option.version') },
    { term: '-h, --help', text: t('cli.option.help') },
  ];
}

function table(heading: string, rows: Row[], width: number): string[] {
  if (rows.length === 0) return [];
  const column = Math.min(MAX_TERM, Math.max(...rows.map(row => textWidth(row.term)))) + 4;
  return [heading, ...rows.flatMap(row => tableRow(row, column, width))];
}

function tableRow({ term, text }: Row, column: number, width: number): string[] {
  const narrow = width - column < 24;
  const start = narrow ? 6 : column;
  const lines = wrapText(text, width - start).map(one => `${' '.repeat(start)}${one}`);
  const label = `  ${term}`;
  if (narrow || textWidth(label) + 2 > column) return [label, ...lines];
  const [first = '', ...rest] = lines;
  return [label.padEnd(column) + first.slice(column), ...rest];
}

function indented(text: string, width: number): string[] {
  return text
    .split('\n')
    .flatMap(one => wrapText(one, width - 2).map((piece, index) => (index === 0 ? `  ${piece}` : `      ${piece}`)));
}
