import {
  type ArgumentSpec,
  ASSESSMENT as assessment,
  type CommandSpec,
  ITEM as item,
  JSON_OPTION as json,
  type OptionSpec,
} from './command-spec.ts';
import { sharing } from './shared-commands.ts';
import { meetings, planning, versioning } from './sub-commands.ts';

const output: OptionSpec = { flags: '-o, --output <FILE>', key: 'cli.option.output' };
const asOf: OptionSpec = { flags: '--as-of <DATE>', key: 'cli.option.as-of' };
const exporting: OptionSpec[] = [
  { flags: '--preview', key: 'cli.option.preview' },
  { flags: '--format <FORMAT>', key: 'cli.option.format' },
  { flags: '--mask', key: 'cli.option.mask' },
  { flags: '--allow-secrets', key: 'cli.option.allow-secrets' },
];
const failOnGaps: OptionSpec = { flags: '--fail-on-gaps', key: 'cli.option.fail-on-gaps' };
const version: ArgumentSpec = { name: '<ID@VERSION>', key: 'cli.argument.version' };
const anItem: ArgumentSpec = { name: '[ITEM]', key: 'cli.argument.item' };

/** Options that every command knows. */
export const GLOBAL_OPTIONS: OptionSpec[] = [
  { flags: '--lang <LANG>', key: 'cli.option.lang' },
  { flags: '--home <DIR>', key: 'cli.option.home' },
  { flags: '--ascii', key: 'cli.option.ascii' },
  { flags: '--accessible', key: 'cli.option.accessible' },
];

const answerOptions: OptionSpec[] = [
  { flags: '--unit <UNIT>', key: 'cli.option.unit' },
  { flags: '--reason <CODE>', key: 'cli.option.reason' },
  { flags: '--reason-text <TEXT>', key: 'cli.option.reason-text' },
  { flags: '--note <TEXT>', key: 'cli.option.note' },
  { flags: '--value <KEY=VALUE>', key: 'cli.option.value', many: true },
  { flags: '--check <KEY=yes|no>', key: 'cli.option.check', many: true },
  { flags: '--evidence <TEXT>', key: 'cli.option.evidence' },
  { flags: '--evidence-where <TEXT>', key: 'cli.option.evidence-where' },
  { flags: '--evidence-date <DATE>', key: 'cli.option.evidence-date' },
  { flags: '--evidence-until <DATE>', key: 'cli.option.evidence-until' },
  { flags: '--evidence-owner <NAME>', key: 'cli.option.evidence-owner' },
  { flags: '--evidence-sighted <DATE>', key: 'cli.option.evidence-sighted' },
  { flags: '--owner <NAME>', key: 'cli.option.owner' },
  { flags: '--due <DATE>', key: 'cli.option.due' },
  { flags: '--clear', key: 'cli.option.clear' },
];

const answering: CommandSpec[] = [
  {
    name: 'start',
    key: 'cli.command.start',
    args: [{ name: '[ID@VERSION]', key: 'cli.argument.list-or-file' }],
    options: [
      { flags: '--name <NAME>', key: 'cli.option.name' },
      { flags: '--review-date <DATE>', key: 'cli.option.review-date' },
      { flags: '--gate <ID=yes|no>', key: 'cli.option.gate', many: true },
      { flags: '--participant <NAME:ROLE>', key: 'cli.option.participant', many: true },
      { flags: '--unit <NAME>', key: 'cli.option.units', many: true },
      { flags: '--no-open', key: 'cli.option.no-open' },
      json,
    ],
    load: () => import('../commands/start.ts'),
  },
  { name: 'open', key: 'cli.command.open', args: [assessment], load: () => import('../commands/open.ts') },
  { name: 'list', key: 'cli.command.list', options: [json], load: () => import('../commands/list.ts') },
  {
    name: 'show',
    key: 'cli.command.show',
    args: [assessment, anItem],
    options: [json],
    load: () => import('../commands/show.ts'),
  },
  {
    name: 'answer',
    key: 'cli.command.answer',
    args: [assessment, item, { name: '[STATUS]', key: 'cli.argument.status' }],
    options: answerOptions,
    load: () => import('../commands/answer.ts'),
  },
  {
    name: 'gate',
    key: 'cli.command.gate',
    args: [
      assessment,
      { name: '<GATE>', key: 'cli.argument.gate' },
      { name: '<yes|no|unset>', key: 'cli.argument.yes-no' },
    ],
    load: () => import('../commands/gate.ts'),
  },
  {
    name: 'unit',
    key: 'cli.command.unit',
    args: [assessment, { name: '[UNIT]', key: 'cli.argument.unit' }, { name: '[NAME]', key: 'cli.argument.unit-name' }],
    options: [{ flags: '--value <KEY=VALUE>', key: 'cli.option.value', many: true }],
    load: () => import('../commands/unit.ts'),
  },
];

const reporting: CommandSpec[] = [
  {
    name: 'check',
    key: 'cli.command.check',
    args: [assessment],
    options: [
      { flags: '--strict', key: 'cli.option.strict' },
      { flags: '--since <MILESTONE>', key: 'cli.option.since' },
      json,
    ],
    load: () => import('../commands/check.ts'),
  },
  ...versioning,
  ...meetings,
  {
    name: 'minutes',
    key: 'cli.command.minutes',
    args: [assessment],
    options: [{ flags: '--workshop <ID>', key: 'cli.option.workshop' }, ...exporting, output],
    both: true,
    load: () => import('../commands/minutes.ts'),
  },
  {
    name: 'report',
    key: 'cli.command.report',
    args: [assessment],
    options: [...exporting, output, asOf, failOnGaps],
    both: true,
    load: () => import('../commands/report.ts'),
  },
  {
    name: 'plan',
    key: 'cli.command.plan',
    args: [assessment],
    options: [...exporting, { flags: '--target <TRACKER>', key: 'cli.option.target' }, output, asOf, failOnGaps],
    both: true,
    load: () => import('../commands/plan/report.ts'),
    commands: planning,
  },
  {
    name: 'demo',
    key: 'cli.command.demo',
    args: [{ name: '[VIEW]', key: 'cli.argument.view' }],
    options: [output, json],
    both: true,
    load: () => import('../commands/demo.ts'),
  },
];

const questionnaires: CommandSpec = {
  name: 'questionnaire',
  key: 'cli.command.questionnaire',
  load: () => import('../commands/questionnaire/list.ts'),
  commands: [
    {
      name: 'list',
      key: 'cli.command.questionnaire-list',
      options: [json],
      load: () => import('../commands/questionnaire/list.ts'),
    },
    {
      name: 'diff',
      key: 'cli.command.questionnaire-diff',
      args: [version, { name: '<VERSION>', key: 'cli.argument.diff-to' }],
      options: [{ flags: '--markdown', key: 'cli.option.markdown' }, json],
      load: () => import('../commands/questionnaire/diff.ts'),
    },
    {
      name: 'show',
      key: 'cli.command.questionnaire-show',
      args: [version, anItem],
      options: [json],
      load: () => import('../commands/questionnaire/show.ts'),
    },
    {
      name: 'lint',
      key: 'cli.command.questionnaire-lint',
      args: [{ name: '<FILE...>', key: 'cli.argument.files' }],
      options: [{ flags: '--strict', key: 'cli.option.lint-strict' }, json],
      load: () => import('../commands/questionnaire/lint.ts'),
    },
    {
      name: 'schema',
      key: 'cli.command.questionnaire-schema',
      load: () => import('../commands/questionnaire/schema.ts'),
    },
  ],
};

const housekeeping: CommandSpec[] = [
  {
    name: 'config',
    key: 'cli.command.config',
    load: () => import('../commands/config/get.ts'),
    commands: [
      {
        name: 'get',
        key: 'cli.command.config-get',
        args: [{ name: '[KEY]', key: 'cli.argument.setting' }],
        load: () => import('../commands/config/get.ts'),
      },
      {
        name: 'set',
        key: 'cli.command.config-set',
        args: [
          { name: '<KEY>', key: 'cli.argument.setting' },
          { name: '<VALUE>', key: 'cli.argument.setting-value' },
        ],
        load: () => import('../commands/config/set.ts'),
      },
    ],
  },
  {
    name: 'backups',
    key: 'cli.command.backups',
    args: [assessment],
    options: [json],
    load: () => import('../commands/backups.ts'),
  },
  {
    name: 'restore',
    key: 'cli.command.restore',
    args: [assessment, { name: '[BACKUP]', key: 'cli.argument.backup' }],
    load: () => import('../commands/restore.ts'),
  },
  { name: 'remove', key: 'cli.command.remove', args: [assessment], load: () => import('../commands/remove.ts') },
  {
    name: 'completion',
    key: 'cli.command.completion',
    args: [{ name: '<SHELL>', key: 'cli.argument.shell' }],
    load: () => import('../commands/completion.ts'),
  },
];

/** The program itself; without a command it opens Home. */
export const PROGRAM: CommandSpec = {
  name: 'tenken',
  key: 'cli.command.tenken',
  load: () => import('../commands/home.ts'),
  commands: [...answering, ...reporting, ...sharing, questionnaires, ...housekeeping],
};
