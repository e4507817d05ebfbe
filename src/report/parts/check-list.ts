import type { BlockContent, ListItem } from 'mdast';
import type { Check } from '../../questionnaire/schema/schema.ts';
import { list, paragraph, point } from '../markdown/nodes.ts';
import type { Voice } from '../voice.ts';

type Ticks = Record<string, 'yes' | 'no'>;

/** The sub-questions of an item with their ticks; the label and the inner points say what joins them. */
export function checkList(voice: Voice, check: Check, ticks: Ticks): BlockContent[] {
  const join = 'any' in check ? 'any' : 'all';
  return [paragraph(voice.label(`report.checks.${join}`)), list(points(voice, check, ticks))];
}

function points(voice: Voice, check: Check, ticks: Ticks): ListItem[] {
  if ('id' in check) return [leaf(voice, check, ticks)];
  const parts = 'all' in check ? check.all : check.any;
  return parts.map(part => ('id' in part ? leaf(voice, part, ticks) : group(voice, part, ticks)));
}

function group(voice: Voice, check: Exclude<Check, { id: string }>, ticks: Ticks): ListItem {
  const join = 'any' in check ? 'any' : 'all';
  return point([paragraph(voice.sentence(`report.checks.inner.${join}`)), list(points(voice, check, ticks))]);
}

/** Markdown ticks know two states, so "no" and "not answered" are said in words. */
function leaf(voice: Voice, check: Extract<Check, { id: string }>, ticks: Ticks): ListItem {
  const tick = ticks[check.id] ?? 'open';
  const text = voice.sentence(`report.check.${tick}`, lang => ({ text: check.text[lang] }));
  return point([paragraph(text)], tick === 'yes');
}
