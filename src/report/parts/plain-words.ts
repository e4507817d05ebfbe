import type { ValueState } from '../../assessment/answers/checks.ts';
import type { Answer } from '../../assessment/assessment.ts';
import { oneLine } from '../markdown/clean.ts';
import type { Voice } from '../voice.ts';
import { shown } from './words.ts';

/** Why a person called an item not applicable, as plain text. */
export function reasonText(voice: Voice, { reason }: Answer): string {
  if (reason === undefined) return voice.say('report.reason.none');
  const code = voice.say(reason.code === 'OTHER' ? 'report.reason.other' : `reason.${reason.code}`);
  const words = oneLine(reason.text ?? '');
  return words === '' ? code : `${code}: ${words}`;
}

/** A value with its label, as plain text; nothing where none is given. */
export function valueText(voice: Voice, { field, text }: ValueState): string {
  if (text === undefined) return '';
  return voice.langs.map(lang => `${oneLine(field.label[lang])}: ${shown(lang, field, text)}`).join(' / ');
}
