import type { Overlay } from '../../session/core/state.ts';
import type { OverlayView } from '../view.ts';
import { confirmDelete } from './confirm-delete.ts';
import { confirmUndo } from './confirm-undo.ts';
import { evidence } from './evidence.ts';
import { evidenceForm } from './evidence-form.ts';
import { field } from './field.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { options } from './options.ts';
import { problems } from './problems.ts';
import { reason } from './reason.ts';
import { search } from './search.ts';
import { trouble } from './trouble.ts';
import { vote } from './vote.ts';

/** How that is drawn which lies over a screen. */
export const OVERLAY_VIEWS: { readonly [Kind in Overlay['kind']]: OverlayView<Kind> } = {
  vote,
  reason,
  options,
  help,
  guide,
  problems,
  evidence,
  'confirm-delete': confirmDelete,
  'confirm-undo': confirmUndo,
  trouble,
  field,
  'evidence-form': evidenceForm,
  search,
};
