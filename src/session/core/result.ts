import { offGate } from '../../assessment/answers/scope.ts';
import { rebased } from '../../assessment/merging/rebase.ts';
import { newlyRetired } from '../../assessment/versions/kept.ts';
import { isToConfirm } from '../../assessment/versions/upgrade.ts';
import { allItems } from '../../questionnaire/schema/items.ts';
import { edited } from '../edited.ts';
import { openField } from '../fields/index.ts';
import { visit } from '../item-moves.ts';
import { ticked, workshopScreen } from '../meeting.ts';
import { settled } from '../places.ts';
import { startFrom } from '../screens/start.ts';
import type { Action, Step } from './action.ts';
import { askedStates } from './select.ts';
import type { State } from './state.ts';
import { andThen, goTo, open, replaceScreen, show, tellDiffering, withNotice } from './step.ts';

type Result = Exclude<Action, { type: 'command' | 'text' }>;

/** What effects gave back. */
export function landed(state: State, action: Result): Step {
  switch (action.type) {
    case 'resized':
      return show({ ...state, size: action.size });
    case 'listed':
      return show(
        state.screen.name === 'home'
          ? settled({ ...state, listed: action.listed })
          : { ...state, listed: action.listed },
      );
    case 'loaded':
      return withQuestionnaire(state, action.questionnaire);
    case 'opened':
      return opening(state, action);
    case 'tick':
      return ticked(state, action.at);
    case 'day':
      return show({ ...state, today: action.today });
    case 'around':
      return show({ ...state, around: action.around });
    case 'tokens':
      return show({ ...state, tokens: action.tokens });
    case 'upgraded':
      return upgradedTo(state, action);
    case 'saved':
      return saved(state, action);
    case 'save-failed':
      return show({ ...state, saving: { state: 'failed', message: action.message } });
    case 'wrote':
      return show(withNotice(state, 'preview.wrote', { path: action.paths.join(', ') }, 'good'));
    case 'edited':
      return edited(state, action);
    case 'told':
      return show(withNotice(state, action.message.key, action.message.values, action.tone));
    case 'trouble': {
      const { type: _, ...trouble } = action;
      return show({ ...state, overlay: { kind: 'trouble', ...trouble } });
    }
    case 'imported': {
      const step = startFrom({ ...state, catalogue: action.catalogue }, action);
      return { ...step, state: told(step.state, action.hidden) };
    }
    case 'offered':
      return openField(state, { type: 'take', path: action.path, copy: action.copy });
    case 'failed':
      if (action.message.lines) return open(state, { kind: 'problems', lines: action.message.lines, scroll: 0 });
      return show(withNotice(state, action.message.key, action.message.values, 'bad'));
  }
}

/** A person has to know that a file of somebody else held what cannot be seen. */
function told(state: State, hidden = 0): State {
  return hidden > 0 ? withNotice(state, 'home.hidden', { n: hidden }, 'bad') : state;
}

function withQuestionnaire(state: State, questionnaire: Extract<Result, { type: 'loaded' }>['questionnaire']): Step {
  const { screen } = state;
  if (screen.name !== 'start') return show(state);
  const { questionnaireId, version } = screen.draft;
  const wanted = questionnaireId === questionnaire.id && version === questionnaire.version;
  return wanted ? replaceScreen(state, { ...screen, questionnaire }) : show(state);
}

function opening(state: State, action: Extract<Result, { type: 'opened' }>): Step {
  const { preview, workshop } = action;
  const walk = toWalk(state, action);
  if (workshop) return andThen(walk, after => goTo(after, workshopScreen(after, workshop)));
  if (preview === undefined) return walk;
  return andThen(walk, after => goTo(after, { name: 'report', which: preview, lang: after.lang, scroll: 0 }));
}

function toWalk(state: State, { open: given, demo, unsaved }: Extract<Result, { type: 'opened' }>): Step {
  const home = { name: 'home', index: 0 } as const;
  const { around: _, ...rest } = state;
  const fresh: State = {
    ...rest,
    open: given,
    demo: demo ?? state.demo,
    screen: home,
    behind: [],
    saving: unsaved ? state.saving : { state: 'saved' },
  };
  const asked = allItems(given.questionnaire).filter(item => offGate(item, given.assessment) === undefined);
  const place = asked.find(item => item.id === given.assessment.position) ?? asked[0];
  if (!place) return goTo(fresh, { name: 'gates', index: 0 });
  if (place.id !== given.assessment.position) return visit(fresh, place.id);
  return goTo(fresh, { name: 'walk', item: place.id, row: undefined });
}

/** On another version: to the first answer that has to be given again, else to the first that is missing. */
function upgradedTo(state: State, { open: given, from, how }: Extract<Result, { type: 'upgraded' }>): Step {
  const { around: _, overlay: __, ...rest } = state;
  const home = { name: 'home', index: 0 } as const;
  const fresh: State = { ...rest, open: given, screen: home, behind: [], saving: { state: 'saved' } };
  const asked = askedStates(fresh);
  const here = how === 'elsewhere' && state.screen.name === 'walk' ? state.screen.item : undefined;
  const first =
    asked.find(one => one.item.id === here) ??
    asked.find(one => isToConfirm(one.answer)) ??
    asked.find(one => one.status === 'unanswered') ??
    asked[0];
  const step = first ? visit(fresh, first.item.id) : goTo(fresh, { name: 'gates', index: 0 });
  const confirm = asked.filter(one => isToConfirm(one.answer)).length;
  const archived = state.open ? newlyRetired(state.open.assessment, given.assessment).length : 0;
  const values = { from, version: given.questionnaire.version, n: how === undefined ? confirm : archived, confirm };
  const key = how === undefined ? 'history.upgraded' : how === 'back' ? 'history.undone' : 'history.elsewhere';
  return { ...step, state: withNotice(step.state, key, values, how === 'elsewhere' ? 'bad' : 'good') };
}

/** Takes over what is on disk (another program may have written too) under the edits that are still on their way. */
function saved(state: State, { assessment, pending }: Extract<Result, { type: 'saved' }>): Step {
  if (state.open?.assessment.id !== assessment.id) return show(state);
  const before = state.open.assessment;
  const saving = pending.length > 0 ? state.saving : ({ state: 'saved' } as const);
  // Another list goes with it, which is on its way.
  if (before.questionnaire.version !== assessment.questionnaire.version) return show({ ...state, saving });
  const merged = rebased(assessment, ...pending);
  return show(tellDiffering({ ...state, open: { ...state.open, assessment: merged }, saving }, before));
}
