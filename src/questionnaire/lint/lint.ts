import { problem, type YamlFile } from '../load/read-yaml.ts';
import type { Item, PlanHints, QuestionnaireFile } from '../schema/schema.ts';
import { lintItem } from './lint-item.ts';
import { lintParts, lintValues } from './lint-parts.ts';
import type { Problem } from './problem.ts';

type Placed = { item: Item; yaml: YamlFile; path: PropertyKey[] };

/**
 * Rules that look across items: ids are unique, gates and related ids exist, and what an item asks fits together.
 * `placed` says where each item stands; `gatesFile` is the file of gates, sections and units.
 */
export function lintQuestionnaire(
  questionnaire: Pick<QuestionnaireFile, 'gates' | 'units' | 'plan' | 'alwaysApplies'> & {
    sections?: { id: string }[];
  },
  placed: Placed[],
  gatesFile: YamlFile,
): Problem[] {
  const gates = new Set(questionnaire.gates?.map(gate => gate.id));
  const used = new Set(placed.flatMap(({ item }) => [item.gate, item.perUnit?.organizationGate]));
  const ids = new Set(placed.map(({ item }) => item.id));
  /** By what the command line makes of an id, with the line of the file in which it stands first. */
  const seen = new Map<string, { id: string; line: number }>();
  const found: Problem[] = [];
  for (const { item, yaml, path } of placed) {
    const say = (at: PropertyKey[], rule: string, values: Problem['values']): void => {
      found.push(problem(yaml, [...path, ...at], rule, { id: item.id, ...values }));
    };
    const key = item.id.toLowerCase();
    const other = seen.get(key);
    if (other?.id === item.id) say(['id'], 'duplicate-id', { first: other.line });
    else if (other) say(['id'], 'id-case', { other: other.id });
    else seen.set(key, { id: item.id, line: yaml.at([...path, 'id']).line });
    if (item.gate && !gates.has(item.gate)) say(['gate'], 'unknown-gate', { gate: item.gate });
    for (const [index, id] of (item.related ?? []).entries()) {
      if (!ids.has(id) && !ofOtherPillar(item.id, id)) say(['related', index], 'unknown-related', { related: id });
    }
    for (const { at, rule, values } of lintParts(item, questionnaire.units, gates)) say(at, rule, values);
  }
  for (const part of ['gates', 'sections'] as const) {
    const twice = firstTwice((questionnaire[part] ?? []).map(one => one.id));
    if (twice === undefined) continue;
    const at = questionnaire[part]?.findLastIndex(one => one.id === twice) ?? 0;
    const before = questionnaire[part]?.findIndex(one => one.id === twice) ?? 0;
    const first = gatesFile.at([part, before, 'id']).line;
    found.push(problem(gatesFile, [part, at, 'id'], 'duplicate-id', { id: twice, first }));
  }
  for (const [index, gate] of (questionnaire.gates ?? []).entries()) {
    if (!used.has(gate.id)) found.push(problem(gatesFile, ['gates', index], 'unused-gate', { gate: gate.id }));
  }
  for (const { at, rule, values } of lintValues(questionnaire.units?.values, [], ['units', 'values'])) {
    found.push(problem(gatesFile, at, rule, values));
  }
  for (const [index, id] of (questionnaire.alwaysApplies ?? []).entries()) {
    if (!ids.has(id)) found.push(problem(gatesFile, ['alwaysApplies', index], 'unknown-always', { id }));
  }
  return [...found, ...strangersInPlan(questionnaire.plan, ids, gatesFile)];
}

/** The plan speaks of items of this version only. */
function strangersInPlan(plan: PlanHints = {}, ids: ReadonlySet<string>, file: YamlFile): Problem[] {
  const together = (plan.together ?? []).flatMap(({ items }, at) =>
    items.map((id, index) => ({ id, path: ['plan', 'together', at, 'items', index] })),
  );
  const after = Object.entries(plan.after ?? {}).flatMap(([item, before]) => [
    { id: item, path: ['plan', 'after', item] },
    ...before.map((id, index) => ({ id, path: ['plan', 'after', item, index] })),
  ]);
  return [...together, ...after]
    .filter(({ id }) => !ids.has(id))
    .map(({ id, path }) => problem(file, path, 'unknown-plan-item', { id }));
}

/** A best practice of the Well-Architected Framework may name one of another pillar, which is no item here. */
const BEST_PRACTICE = /^(OPS|SEC|REL|PERF|COST|SUS)\d{2}-BP\d{2}$/;

function ofOtherPillar(item: string, related: string): boolean {
  const [own, other] = [BEST_PRACTICE.exec(item)?.[1], BEST_PRACTICE.exec(related)?.[1]];
  return own !== undefined && other !== undefined && own !== other;
}

function firstTwice(ids: string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

/** Style rules of a whole single-file questionnaire. */
export function lintFile(yaml: YamlFile, questionnaire: QuestionnaireFile, strict: boolean): Problem[] {
  const placed = questionnaire.sections.flatMap((section, s) =>
    section.items.map((item, i) => ({ item, yaml, path: ['sections', s, 'items', i] })),
  );
  return [
    ...lintQuestionnaire(questionnaire, placed, yaml),
    ...placed.flatMap(({ item, path }) => lintItem(yaml, path, item, strict)),
  ];
}
