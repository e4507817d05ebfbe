import { itemStates } from '../../assessment/answers/item-state.ts';
import type { Day } from '../../assessment/day.ts';
import { countSections, readiness } from '../../assessment/review/readiness.ts';
import type { Lang, T } from '../../i18n/index.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { oneLine } from '../kernel/output.ts';
import type { Opened } from '../lookup.ts';
import { statusText } from './item.ts';

/** The verdict in a sentence, as the rule of the questionnaire has it. */
export function verdictText(ready: boolean, open: number, { passRule }: Questionnaire, t: T): string {
  const rule = passRule === 'by-risk' ? '.by-risk' : '';
  return t(`cli.verdict${rule}.${ready ? 'ready' : 'not-ready'}`, { n: open });
}

/** An assessment whole: who and what, the verdict, the scope questions, then every item with its status. */
export function assessmentLines(opened: Opened, today: Day, t: T, lang: Lang): string[] {
  const { assessment, questionnaire } = opened;
  const states = itemStates(questionnaire, assessment, today);
  const { ready, counts, blocking } = readiness(states, questionnaire.passRule);
  const sections = countSections(states).flatMap(({ section, counts: count }) => [
    '',
    t('cli.show.section', { title: oneLine(section.title[lang]), answered: count.answered, total: count.total }),
    ...states
      .filter(state => state.section.id === section.id)
      .map(state => `  ${state.item.id}  ${statusText(state, t)}  ${oneLine(state.item.title[lang])}`),
  ]);
  return [
    `${oneLine(assessment.name)}  (${assessment.id})`,
    `${oneLine(questionnaire.title[lang])} ${oneLine(questionnaire.label[lang])}  (${questionnaire.id}@${questionnaire.version})`,
    verdictText(ready, blocking.length, questionnaire, t),
    t('cli.show.counts', {
      answered: counts.answered,
      total: counts.total,
      met: counts.met,
      partly: counts.partly,
      notMet: counts['not-met'],
      unknown: counts.unknown,
      unanswered: counts.unanswered,
      notApplicable: counts['not-applicable'],
      off: counts.off,
    }),
    ...profileLines(opened, t),
    ...gateLines(opened, t, lang),
    ...sections,
  ];
}

function profileLines({ assessment }: Opened, t: T): string[] {
  const people = assessment.participants.map(({ name, role }) =>
    role ? `${oneLine(name)} (${t(`role.${role}`)})` : oneLine(name),
  );
  return [
    ...(assessment.reviewDate ? [t('cli.show.review-date', { date: assessment.reviewDate })] : []),
    ...(people.length > 0 ? [t('cli.show.participants', { names: people.join(', ') })] : []),
  ];
}

/** The scope questions with their answers. */
export function gateLines({ assessment, questionnaire }: Opened, t: T, lang: Lang): string[] {
  const gates = questionnaire.gates ?? [];
  if (gates.length === 0) return [];
  return [
    '',
    t('cli.show.gates'),
    ...gates.map(gate => {
      const answer = assessment.gates[gate.id];
      return `  ${gate.id}: ${t(answer ? `cli.${answer}` : 'cli.unset')}  ${oneLine(gate.ask[lang])}`;
    }),
  ];
}
