import type { ValueState } from '../../assessment/answers/checks.ts';
import { type ItemState, isGap, itemStates } from '../../assessment/answers/item-state.ts';
import type { Listed } from '../../assessment/answers/listed.ts';
import type { Standing } from '../../assessment/answers/standings.ts';
import type { Day } from '../../assessment/day.ts';
import type { Finding } from '../../assessment/review/problems.ts';
import { readiness, validityOn } from '../../assessment/review/readiness.ts';
import type { Lang, T } from '../../i18n/index.ts';
import { reference, type Summary } from '../../questionnaire/schema/summary.ts';
import type { Opened } from '../lookup.ts';
import { findingTexts } from './findings.ts';

/** `list --json`. */
export function listJson(home: string, listed: Listed[]): object {
  return {
    home,
    assessments: listed.flatMap(one => (one.kind === 'ok' ? [without(one, 'kind')] : [])),
    unreadable: listed.flatMap(one => (one.kind === 'bad' ? [without(one, 'kind')] : [])),
    copies: listed.flatMap(one => (one.kind === 'copy' ? [{ path: one.path, of: one.of }] : [])),
  };
}

/** `show --json`: the assessment with everything derived from it. */
export function assessmentJson({ questionnaire, assessment }: Opened, today: Day, path: string | undefined): object {
  const states = itemStates(questionnaire, assessment, today);
  const { ready, counts, units } = readiness(states, questionnaire.passRule);
  const { id, name, createdAt, updatedAt, lang, reviewDate, gates, participants, position } = assessment;
  return {
    id,
    name,
    path,
    createdAt,
    updatedAt,
    lang,
    reviewDate,
    position,
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      title: questionnaire.title,
      contentHash: assessment.questionnaire.contentHash,
    },
    gates,
    participants,
    ...(questionnaire.units && { units: units.map(standingJson) }),
    ready,
    counts,
    gaps: states.filter(isGap).length,
    items: states.map(itemJson),
  };
}

/** A unit of `show --json` with what keeps it from counting. */
function standingJson({ unit, state, fallen, open }: Standing): object {
  const ids = (states: ItemState[]): string[] => states.map(one => one.item.id);
  return { id: unit.id, name: unit.name, state, values: valuesJson(unit.values), fallen: ids(fallen), open: ids(open) };
}

function valuesJson(values: ValueState[]): object[] {
  return values.map(value => ({
    id: value.field.id,
    text: value.text,
    state: value.state,
    ...('expires' in value && { expires: value.expires }),
  }));
}

/** One item of `show --json`; `status` is what counts, `answer` what was said. */
export function itemJson({
  item,
  section,
  status,
  off,
  answer,
  values,
  broken,
  units,
  organization,
}: ItemState): object {
  return {
    id: item.id,
    section: section.id,
    title: item.title,
    ask: item.ask,
    risk: item.risk,
    status,
    switchedOffBy: off,
    answer,
    values: values.map(value => ({
      id: value.field.id,
      state: value.state,
      ...('expires' in value && { expires: value.expires }),
    })),
    broken: broken.map(({ field }) => field.id),
    ...(units.length > 0 && {
      organization,
      units: units.map(one => ({
        id: one.unit.id,
        status: one.status,
        values: valuesJson(one.values),
        broken: one.broken.map(({ field }) => field.id),
      })),
    }),
  };
}

/** `check --json` with what was found. */
export function checkJson(opened: Opened, found: Finding[], today: Day, t: T, lang: Lang): object {
  const { questionnaire, assessment } = opened;
  const states = itemStates(questionnaire, assessment, today);
  const { ready, counts, blocking } = readiness(states, questionnaire.passRule);
  const messages = findingTexts(found, opened, today, t, lang);
  return {
    id: assessment.id,
    ready,
    counts,
    blocking: blocking.map(({ item, status }) => ({ item: item.id, status })),
    findings: found.map((one, index) => ({ ...one, message: messages[index] })),
  };
}

/** `questionnaire list --json`. */
export function catalogueJson(catalogue: Summary[], today: Day): object {
  return {
    questionnaires: catalogue.map(one => ({
      reference: reference(one),
      ...one,
      own: one.own === true,
      validity: validityOn(one, today),
    })),
  };
}

function without<Value extends object, Key extends keyof Value>(value: Value, key: Key): Omit<Value, Key> {
  const { [key]: _, ...rest } = value;
  return rest;
}
