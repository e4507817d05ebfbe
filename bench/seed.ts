// Fills a data directory for the measurements: `seed.ts HOME ITEMS` makes a list and an assessment with that many items,
// all answered; `seed.ts HOME x COUNT` makes COUNT assessments of a shipped list. Prints the id of the last one.
import { join } from 'node:path';
import { contentHash } from '../src/questionnaire/load/content-hash.ts';
import { openShipped } from '../src/questionnaire/load/shipped.ts';
import type { Item, Questionnaire } from '../src/questionnaire/schema/schema.ts';
import { createStore } from '../src/store/assessments.ts';
import { createWorkspace } from '../src/workspace/workspace.ts';

const [home = '', items = '', count = ''] = process.argv.slice(2);
const now = () => new Date('2026-11-01T09:00:00Z');
const store = createStore({ home, clock: now });
const shipped = openShipped(join(process.cwd(), 'dist', 'questionnaires'));
const workspace = createWorkspace({ store, shipped, now, today: () => '2026-11-01' });
const pair = (text: string) => ({ ja: `${text} を守っていますか。`, en: `Is ${text} kept?` });

function manyItems(wanted: number): Questionnaire {
  const itemAt = (at: number): Item => ({
    id: `ITEM-${at}`,
    risk: (['high', 'medium', 'low'] as const)[at % 3] ?? 'low',
    effort: 'medium',
    retrofit: 'easy',
    impact: 'low',
    who: ['technical'],
    title: pair(`rule ${at}`),
    ask: pair(`rule ${at}`),
  });
  const sections = Array.from({ length: Math.ceil(wanted / 50) }, (_, at) => ({
    id: `s${at}`,
    title: pair(`section ${at}`),
    items: Array.from({ length: Math.min(50, wanted - at * 50) }, (__, inner) => itemAt(at * 50 + inner)),
  }));
  const file = {
    id: `bench-${wanted}`,
    version: '1',
    label: pair('v1'),
    title: pair(`bench ${wanted}`),
    publisher: 'Bench',
    released: '2026-01',
    passRule: 'all-applicable-met' as const,
    officialList: { where: pair('nowhere') },
    sections,
  };
  return { ...file, contentHash: contentHash(file) };
}

if (count === '') {
  const questionnaire = manyItems(Number(items));
  await store.saveQuestionnaire(questionnaire);
  const { id } = await workspace.create(
    { name: `Bench ${items}`, gates: {}, participants: [], lang: 'en' },
    questionnaire,
  );
  const statuses = ['met', 'met', 'partly', 'not-met', 'unknown'] as const;
  await store.update(id, one => ({
    ...one,
    answers: Object.fromEntries(
      questionnaire.sections
        .flatMap(section => section.items)
        .map((item, at) => [
          item.id,
          { status: statuses[at % 5] ?? 'met', note: 'A note of the usual length for a meeting.' },
        ]),
    ),
  }));
  console.log(id);
} else {
  const questionnaire = await workspace.questionnaire('ftr-partner-hosted');
  let last = '';
  for (let at = 0; at < Number(count); at += 1) {
    const draft = { name: `Product ${at}`, gates: {}, participants: [], lang: 'en' } as const;
    last = (await workspace.create({ ...draft, participants: [] }, questionnaire)).id;
  }
  console.log(last);
}
