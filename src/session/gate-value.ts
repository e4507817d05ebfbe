import { turned } from './ways.ts';

/** What a key says to a scope question: yes, no, or open again; undefined if it says nothing. */
export function gateValue(command: string, before: 'yes' | 'no' | undefined): 'yes' | 'no' | null | undefined {
  if (command === 'answer-1' || command === 'right') return 'yes';
  if (command === 'answer-2' || command === 'left') return 'no';
  if (command === 'clear') return null;
  if (command !== 'space') return undefined;
  return turned(before);
}
