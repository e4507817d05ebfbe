import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadShipped } from '../../src/questionnaire/load/load-shipped.ts';
import type { Item, Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { reference } from '../../src/questionnaire/schema/summary.ts';

/** The folder of the shipped questionnaires. */
export const ROOT = fileURLToPath(new URL('../../questionnaires', import.meta.url));

/** Everything that ships, read from its sources. */
export const shipped = loadShipped(ROOT);

/** A shipped version by its reference. */
export function version(name: string): Questionnaire {
  const found = shipped.questionnaires.find(one => reference(one) === name);
  if (!found) throw new Error(`${name} is not shipped`);
  return found;
}

export const itemsOf = (questionnaire: Questionnaire): Item[] =>
  questionnaire.sections.flatMap(section => section.items);

export function item(questionnaire: Questionnaire, id: string): Item {
  const found = itemsOf(questionnaire).find(one => one.id === id);
  if (!found) throw new Error(`${reference(questionnaire)} has no ${id}`);
  return found;
}

/** A tab-separated table with a header line, as one record per row. */
export function readTable(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  const [head = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'));
  return rows.map(cells => Object.fromEntries(head.map((column, at) => [column, cells[at] ?? ''])));
}
