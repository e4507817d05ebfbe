import { ASSESSMENT, type CommandSpec, JSON_OPTION, type OptionSpec } from './command-spec.ts';

const output: OptionSpec = { flags: '-o, --output <FILE>', key: 'cli.option.output' };
const forWhom: OptionSpec = { flags: '--for <NAME>', key: 'cli.option.for' };

const git: CommandSpec = {
  name: 'git',
  key: 'cli.command.git',
  load: () => import('../commands/git/show.ts'),
  commands: [
    {
      name: 'install',
      key: 'cli.command.git-install',
      args: [{ name: '[PATTERN]', key: 'cli.argument.pattern' }],
      options: [{ flags: '--print', key: 'cli.option.print' }],
      load: () => import('../commands/git/install.ts'),
    },
    {
      name: 'uninstall',
      key: 'cli.command.git-uninstall',
      load: () => import('../commands/git/uninstall.ts'),
    },
    {
      name: 'merge-driver',
      key: 'cli.command.git-merge-driver',
      args: [
        { name: '<BASE>', key: 'cli.argument.base' },
        { name: '<OURS>', key: 'cli.argument.ours' },
        { name: '<THEIRS>', key: 'cli.argument.theirs' },
        { name: '[PATH]', key: 'cli.argument.git-path' },
      ],
      load: () => import('../commands/git/merge-driver.ts'),
    },
    {
      name: 'textconv',
      key: 'cli.command.git-textconv',
      args: [{ name: '<FILE>', key: 'cli.argument.copy' }],
      load: () => import('../commands/git/textconv.ts'),
    },
  ],
};

/** What brings answers from one person and machine to another. */
export const sharing: CommandSpec[] = [
  {
    name: 'share',
    key: 'cli.command.share',
    args: [ASSESSMENT],
    options: [
      forWhom,
      { flags: '--without-notes', key: 'cli.option.without-notes' },
      { flags: '--without-evidence', key: 'cli.option.without-evidence' },
      { flags: '--blank', key: 'cli.option.blank' },
      { flags: '--allow-secrets', key: 'cli.option.allow-secrets' },
      output,
      JSON_OPTION,
    ],
    load: () => import('../commands/share.ts'),
  },
  {
    name: 'take',
    key: 'cli.command.take',
    args: [{ name: '<FILE>', key: 'cli.argument.copy' }],
    options: [{ flags: '--name <NAME>', key: 'cli.option.name' }, forWhom, JSON_OPTION],
    load: () => import('../commands/take.ts'),
  },
  {
    name: 'merge',
    key: 'cli.command.merge',
    args: [
      { name: '<OURS>', key: 'cli.argument.ours' },
      { name: '<THEIRS...>', key: 'cli.argument.theirs' },
    ],
    options: [
      { flags: '--base <BASE>', key: 'cli.option.base' },
      { flags: '--into <ASSESSMENT>', key: 'cli.option.into' },
      output,
      JSON_OPTION,
    ],
    load: () => import('../commands/merge.ts'),
  },
  git,
];
