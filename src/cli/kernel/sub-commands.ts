import { ASSESSMENT, type CommandSpec, ITEM, JSON_OPTION } from './command-spec.ts';

/** `tenken plan …` */
export const planning: CommandSpec[] = [
  {
    name: 'set',
    key: 'cli.command.plan-set',
    args: [ASSESSMENT, ITEM],
    options: [
      { flags: '--progress <WORD>', key: 'cli.option.progress' },
      { flags: '--days <DAYS>', key: 'cli.option.days' },
      { flags: '--owner <NAME>', key: 'cli.option.owner' },
      { flags: '--due <DATE>', key: 'cli.option.due' },
      { flags: '--accept <REASON>', key: 'cli.option.accept' },
      { flags: '--role <ROLE>', key: 'cli.option.accept-role' },
      { flags: '--until <DATE>', key: 'cli.option.accept-until' },
    ],
    load: () => import('../commands/plan/set.ts'),
  },
  {
    name: 'team',
    key: 'cli.command.plan-team',
    args: [ASSESSMENT, { name: '[NAME=DAYS...]', key: 'cli.argument.team' }],
    load: () => import('../commands/plan/team.ts'),
  },
];

const milestones: CommandSpec[] = [
  {
    name: 'add',
    key: 'cli.command.milestone-add',
    args: [ASSESSMENT, { name: '<NAME>', key: 'cli.argument.milestone-name' }],
    load: () => import('../commands/milestone/add.ts'),
  },
  {
    name: 'compare',
    key: 'cli.command.milestone-compare',
    args: [
      ASSESSMENT,
      { name: '<FROM>', key: 'cli.argument.milestone' },
      { name: '[TO]', key: 'cli.argument.milestone-to' },
    ],
    options: [JSON_OPTION],
    load: () => import('../commands/milestone/compare.ts'),
  },
  {
    name: 'remove',
    key: 'cli.command.milestone-remove',
    args: [ASSESSMENT, { name: '<NAME>', key: 'cli.argument.milestone' }],
    load: () => import('../commands/milestone/remove.ts'),
  },
];

/** Meetings about an assessment. */
export const meetings: CommandSpec[] = [
  {
    name: 'workshop',
    key: 'cli.command.workshop',
    args: [ASSESSMENT],
    options: [
      { flags: '--participant <NAME:ROLE>', key: 'cli.option.participant', many: true },
      { flags: '--agenda <WORD>', key: 'cli.option.agenda' },
      { flags: '--section <ID>', key: 'cli.option.agenda-section' },
      { flags: '--only-differences', key: 'cli.option.only-differences' },
      { flags: '--rehearsal', key: 'cli.option.rehearsal' },
      { flags: '--minutes <MINUTES>', key: 'cli.option.minutes' },
      { flags: '--pace <SECONDS>', key: 'cli.option.pace' },
    ],
    load: () => import('../commands/workshop.ts'),
  },
];

/** What has to do with time and with other lists. */
export const versioning: CommandSpec[] = [
  {
    name: 'reuse',
    key: 'cli.command.reuse',
    args: [ASSESSMENT],
    options: [
      { flags: '--from <ASSESSMENT>', key: 'cli.option.reuse-from' },
      { flags: '--accept <ITEM>', key: 'cli.option.reuse-accept', many: true },
      { flags: '--section <ID>', key: 'cli.option.reuse-section' },
      JSON_OPTION,
    ],
    load: () => import('../commands/reuse.ts'),
  },
  {
    name: 'milestone',
    key: 'cli.command.milestone',
    args: [ASSESSMENT],
    options: [JSON_OPTION],
    load: () => import('../commands/milestone/list.ts'),
    commands: milestones,
  },
  {
    name: 'upgrade',
    key: 'cli.command.upgrade',
    args: [ASSESSMENT],
    options: [
      { flags: '--to <VERSION>', key: 'cli.option.to' },
      { flags: '--dry-run', key: 'cli.option.dry-run' },
      { flags: '--undo', key: 'cli.option.undo' },
      { flags: '--yes', key: 'cli.option.yes' },
      JSON_OPTION,
    ],
    load: () => import('../commands/upgrade.ts'),
  },
];
