import type { Assessment } from '../assessment/assessment.ts';
import { parseDay } from '../assessment/day.ts';
import type { Action, Step } from './core/action.ts';
import { versionsOf } from './core/select.ts';
import type { Screen, StartDraft, StartStep, State } from './core/state.ts';
import { moved, replaceScreen, show, withNotice } from './core/step.ts';
import { dayError } from './day-error.ts';
import { peopleIn } from './field.ts';
import { createTextArea } from './text/text-area.ts';
import { typeInto } from './typing.ts';
import { turned } from './ways.ts';

type Start = Extract<Screen, { name: 'start' }>;

/** Steps that are answered by typing, and where the text goes. */
const TYPED: Partial<Record<StartStep, 'name' | 'reviewDate' | 'people' | 'units'>> = {
  name: 'name',
  'review-date': 'reviewDate',
  people: 'people',
  units: 'units',
};

/** The steps that a start goes through; a single version is not asked about, nor gates where there are none. */
export function startSteps(state: State, start: Start): StartStep[] {
  const several = versionsOf(state.catalogue, start.draft.questionnaireId).length > 1;
  const gates = (start.questionnaire?.gates ?? []).length > 0;
  return [
    ...(several ? (['version'] as const) : []),
    'name',
    'review-date',
    ...(gates ? (['gates'] as const) : []),
    ...(start.questionnaire?.units ? (['units'] as const) : []),
    'people',
  ];
}

/** A few questions, each skippable with Enter; Esc goes one back. */
export function updateStart(state: State, start: Start, action: Action): Step {
  const typed = TYPED[start.step];
  const command = action.type === 'command' ? action.command : undefined;
  if (command === 'back') return backwards(state, start);
  if (command === 'enter' || command === 'save-field') return forwards(state, start);
  if (typed) {
    const area = typeInto(start.area, action, state.size.columns - 4);
    return area === start.area ? show(state) : replaceScreen(state, { ...start, area });
  }
  if (action.type !== 'command') return show(state);
  return start.step === 'version'
    ? chooseVersion(state, start, action.command)
    : chooseGate(state, start, action.command);
}

function chooseVersion(state: State, start: Start, command: string): Step {
  const versions = versionsOf(state.catalogue, start.draft.questionnaireId);
  const index = moved(command, start.index, versions.length, 5);
  const version = index === undefined ? undefined : versions[index]?.version;
  if (index === undefined || version === undefined) return show(state);
  const draft = { ...start.draft, version, gates: {} };
  const { questionnaire: _, ...rest } = start;
  return replaceScreen(state, { ...rest, index, draft }, { type: 'load', id: draft.questionnaireId, version });
}

function chooseGate(state: State, start: Start, command: string): Step {
  const gates = start.questionnaire?.gates ?? [];
  const index = moved(command, start.index, gates.length, 5);
  if (index !== undefined) return replaceScreen(state, { ...start, index });
  const gate = gates[start.index];
  const value = gate && gateValue(command, start.draft.gates[gate.id]);
  if (!gate || value === undefined) return show(state);
  const { [gate.id]: _, ...others } = start.draft.gates;
  const chosen = value === null ? others : { ...others, [gate.id]: value };
  const next = command === 'space' ? start.index : Math.min(start.index + 1, gates.length - 1);
  return replaceScreen(state, { ...start, index: next, draft: { ...start.draft, gates: chosen } });
}

/** What a key says to a scope question: yes, no, or open again; undefined if it says nothing. */
export function gateValue(command: string, before: 'yes' | 'no' | undefined): 'yes' | 'no' | null | undefined {
  if (command === 'answer-1' || command === 'right') return 'yes';
  if (command === 'answer-2' || command === 'left') return 'no';
  if (command === 'clear') return null;
  if (command !== 'space') return undefined;
  return turned(before);
}

/** Names of units separated by commas or 、, as an assessment keeps them. */
function unitsIn(text: string): Pick<Assessment, 'units'> {
  const names = peopleIn(text, []).map(({ name }, index) => [`u${index + 1}`, { name }] as const);
  return names.length > 0 ? { units: Object.fromEntries(names) } : {};
}

function toStep(state: State, start: Start, step: StartStep, draft: StartDraft): Step {
  const typed = TYPED[step];
  const index =
    step === 'version'
      ? versionsOf(state.catalogue, draft.questionnaireId).findIndex(one => one.version === draft.version)
      : 0;
  const area = createTextArea(typed ? draft[typed] : '', { multiline: false });
  const { notice: _, ...rest } = state;
  return replaceScreen(rest, { ...start, step, draft, index: Math.max(index, 0), area });
}

function backwards(state: State, start: Start): Step {
  const steps = startSteps(state, start);
  const before = steps[steps.indexOf(start.step) - 1];
  if (before) return toStep(state, start, before, kept(start));
  const behind = state.behind.at(-1) ?? { name: 'home', index: 0 };
  const { notice: _, ...rest } = state;
  return show({ ...rest, screen: behind, behind: state.behind.slice(0, -1) });
}

function kept(start: Start): StartDraft {
  const typed = TYPED[start.step];
  return typed ? { ...start.draft, [typed]: start.area.text.trim() } : start.draft;
}

function forwards(state: State, start: Start): Step {
  const draft = kept(start);
  if (start.step === 'review-date' && draft.reviewDate !== '' && parseDay(draft.reviewDate, state) === undefined) {
    return show(withNotice(state, dayError(draft.reviewDate), {}, 'bad'));
  }
  const steps = startSteps(state, start);
  const next = steps[steps.indexOf(start.step) + 1];
  if (next) return toStep(state, start, next, draft);
  if (!start.questionnaire) return show(state);
  return {
    state,
    effects: [
      { type: 'create', draft: toNew(state, draft, start.questionnaire.title), questionnaire: start.questionnaire },
    ],
  };
}

function toNew(state: State, draft: StartDraft, title: { ja: string; en: string }) {
  const reviewDate = parseDay(draft.reviewDate, state);
  return {
    name: draft.name || title[state.lang],
    gates: draft.gates,
    participants: peopleIn(draft.people, []),
    ...unitsIn(draft.units),
    lang: state.lang,
    ...(reviewDate && { reviewDate }),
  };
}
