import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkList } from '../src/assessment/answers/checks.ts';
import type { Problem } from '../src/questionnaire/lint/problem.ts';
import { loadShipped } from '../src/questionnaire/load/load-shipped.ts';
import { problem, readYaml, schemaProblems, type YamlFile } from '../src/questionnaire/load/read-yaml.ts';
import { CrosswalkFile, withCrosswalk } from '../src/questionnaire/schema/crosswalk.ts';
import type { Item, Questionnaire } from '../src/questionnaire/schema/schema.ts';
import { reference, summarise } from '../src/questionnaire/schema/summary.ts';
import { Demo } from '../src/workspace/demo.ts';

/** Lints and compiles every shipped questionnaire and the demo to JSON; returns a line per problem and writes nothing then. */
export function compileQuestionnaires(source: string, target: string): string[] {
  const { questionnaires: plain, problems } = loadShipped(source);
  const { questionnaires, problems: lost } = crosswalked(join(source, 'crosswalk.yaml'), plain);
  const demoFile = join(source, 'demo.yaml');
  const demo = existsSync(demoFile) ? loadDemo(demoFile, questionnaires) : { problems: [] };
  const found = [...problems, ...lost, ...demo.problems];
  if (found.length > 0) {
    return found.map(({ file, line, col, rule, values }) => `${file}:${line}:${col} ${rule} ${JSON.stringify(values)}`);
  }
  for (const one of questionnaires) writeFileSync(join(target, `${reference(one)}.json`), JSON.stringify(one));
  writeFileSync(join(target, 'index.json'), JSON.stringify(questionnaires.map(one => summarise(one))));
  if (demo.demo) writeFileSync(join(target, 'demo.json'), JSON.stringify(demo.demo));
  return [];
}

function crosswalked(
  file: string,
  questionnaires: Questionnaire[],
): { questionnaires: Questionnaire[]; problems: Problem[] } {
  if (!existsSync(file)) return { questionnaires, problems: [] };
  const yaml = readYaml(file, readFileSync(file, 'utf8'));
  if (yaml.data === undefined) return { questionnaires, problems: yaml.problems };
  const parsed = CrosswalkFile.safeParse(yaml.data, { reportInput: true });
  if (!parsed.success) return { questionnaires, problems: schemaProblems(yaml, parsed.error.issues) };
  const { questionnaires: all, strangers: lost } = withCrosswalk(questionnaires, parsed.data);
  const shipped = new Set(questionnaires.map(one => one.id));
  const unknown = lost.filter(place => shipped.has(place.split('/')[0] ?? ''));
  return { questionnaires: all, problems: unknown.map(path => problem(yaml, [], 'crosswalk-stranger', { path })) };
}

function loadDemo(file: string, questionnaires: Questionnaire[]): { demo?: Demo; problems: Problem[] } {
  const yaml = readYaml(file, readFileSync(file, 'utf8'));
  if (yaml.data === undefined) return { problems: yaml.problems };
  const parsed = Demo.safeParse(yaml.data, { reportInput: true });
  if (!parsed.success) return { problems: schemaProblems(yaml, parsed.error.issues) };
  const questionnaire = questionnaires.find(one => reference(one) === parsed.data.questionnaire);
  if (!questionnaire) return { problems: [problem(yaml, ['questionnaire'], 'demo-version')] };
  return { demo: parsed.data, problems: strangers(yaml, parsed.data, questionnaire) };
}

/** Whatever the demo names must exist in its version. */
function strangers(yaml: YamlFile, demo: Demo, questionnaire: Questionnaire): Problem[] {
  const items = new Map(questionnaire.sections.flatMap(section => section.items).map(item => [item.id, item]));
  const gates = new Set((questionnaire.gates ?? []).map(gate => gate.id));
  const wrongGates = Object.keys(demo.gates)
    .filter(id => !gates.has(id))
    .map(id => ['gates', id]);
  const position = items.has(demo.position) ? [] : [['position']];
  const wrongParts = Object.entries(demo.answers).flatMap(([id, answer]) => {
    const item = items.get(id);
    if (!item) return [['answers', id]];
    const { checks, values } = partsOf(item);
    return [
      ...Object.keys(answer.checks ?? {})
        .filter(one => !checks.includes(one))
        .map(one => ['answers', id, 'checks', one]),
      ...Object.keys(answer.values ?? {})
        .filter(one => !values.includes(one))
        .map(one => ['answers', id, 'values', one]),
    ];
  });
  return [...wrongGates, ...position, ...wrongParts].map(path =>
    problem(yaml, path, 'demo-stranger', { path: path.join('.') }),
  );
}

function partsOf(item: Item): { checks: string[]; values: string[] } {
  const checks = item.checks ? checkList(item.checks).map(({ leaf }) => leaf.id) : [];
  return { checks, values: (item.values ?? []).map(({ id }) => id) };
}
