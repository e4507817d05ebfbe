import { unitLabel } from '../assessment/answers/units.ts';
import { plainText } from './entered.ts';
import { oneLine } from './markdown/clean.ts';
import { valueText } from './parts/plain-words.ts';
import type { ReportModel } from './report-model.ts';
import { type Sheet, type SheetCell, sheet } from './sheet.ts';
import type { Voice } from './voice.ts';

type Fact = [name: string, value: SheetCell];

const COUNTED = ['met', 'partly', 'not-met', 'unknown', 'unanswered', 'not-applicable'] as const;

/** What the workbook is about: the state in numbers, the dates, the units, and what belongs to no item. */
export function coverSheet(voice: Voice, model: ReportModel): Sheet {
  const { questionnaire, assessment, readiness, plan, today, toolVersion } = model;
  const { counts, ready } = readiness;
  const facts: Fact[] = [
    [voice.say('sheet.name'), oneLine(assessment.name)],
    [voice.say('report.fact.questionnaire'), `${voice.pick(questionnaire.title)} ${voice.pick(questionnaire.label)}`],
    [voice.say('sheet.ready'), voice.say(ready ? 'report.yes' : 'report.no')],
    ...COUNTED.map(
      (status): Fact => [
        voice.say(`status.${status}`),
        counts[status] + (status === 'not-applicable' ? counts.off : 0),
      ],
    ),
    [voice.say('report.fact.today'), { day: today }],
    [voice.say('plan.dates.review'), plan.reviewDate === undefined ? '' : { day: plan.reviewDate }],
    [voice.say('plan.dates.window'), { day: plan.windowEnd }],
    ...units(voice, model),
    ...people(voice, model),
    ...gates(voice, model),
    ...(assessment.parking ?? []).map(
      ({ text, item }): Fact => [
        voice.say('minutes.parking'),
        item === undefined ? plainText(text) : voice.noted(plainText(text), item),
      ],
    ),
    ...retired(voice, model),
    [voice.say('report.fact.tool'), toolVersion],
    ['', voice.say('app.unofficial')],
  ];
  const columns = [
    { title: voice.say('report.fact'), width: 30, of: ([name]: Fact) => name },
    { title: voice.say('sheet.value'), width: 70, of: ([, value]: Fact) => value },
  ];
  return sheet('cover', voice.say('sheet.cover'), columns, facts);
}

function units(voice: Voice, { readiness, questionnaire }: ReportModel): Fact[] {
  return readiness.units.map(({ unit, state }) => [
    voice.pick({ ja: unitLabel(questionnaire, unit, 'ja'), en: unitLabel(questionnaire, unit, 'en') }),
    [voice.say(`report.units.${state}`), ...unit.values.map(one => valueText(voice, one))].filter(Boolean).join('\n'),
  ]);
}

function people(voice: Voice, { assessment }: ReportModel): Fact[] {
  return assessment.participants.map(({ name, role, perWeek }) => {
    const told = [
      ...(role === undefined ? [] : [voice.say(`role.${role}`)]),
      ...(perWeek === undefined ? [] : [voice.say('sheet.perweek', { n: perWeek })]),
    ];
    return [
      voice.say('sheet.people'),
      told.length === 0 ? oneLine(name) : voice.noted(oneLine(name), voice.series(told)),
    ];
  });
}

function gates(voice: Voice, { questionnaire, assessment }: ReportModel): Fact[] {
  return (questionnaire.gates ?? []).flatMap(({ id, ask }) => {
    const answer = assessment.gates[id];
    return answer === undefined ? [] : [[voice.pick(ask), voice.say(`report.${answer}`)]];
  });
}

function retired(voice: Voice, { assessment }: ReportModel): Fact[] {
  return (assessment.retired ?? []).map(({ item, version, title, answer }) => [
    voice.noted(`${item} ${voice.pick(title)}`, version),
    [voice.say(`status.${answer.status ?? 'unanswered'}`), plainText(answer.note)].filter(Boolean).join('\n'),
  ]);
}
