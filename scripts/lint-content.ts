import { loadShipped } from '../src/questionnaire/load/load-shipped.ts';

const only = process.argv.slice(2);
const { problems, questionnaires } = loadShipped('questionnaires');
const shown = problems.filter(one => only.length === 0 || only.some(part => one.file.includes(part)));
for (const { file, line, col, rule, values } of shown) {
  console.log(`${file}:${line}:${col} ${rule} ${JSON.stringify(values)}`);
}
for (const one of questionnaires) {
  console.log(
    `${one.id}@${one.version}: ${one.sections.reduce((sum, section) => sum + section.items.length, 0)} items`,
  );
}
process.exitCode = shown.length > 0 ? 1 : 0;
