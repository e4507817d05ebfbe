import { describe, expect, test } from 'vitest';
import type { Check, Item, Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { item, itemsOf, readTable, shipped, version } from './shipped.ts';

const FACTS = readTable('ftr-facts.tsv');
const VERSIONS = ['2021-q4', '2024-02', '2026-02'] as const;
type Version = (typeof VERSIONS)[number];

const ftr = (name: Version): Questionnaire => version(`ftr-partner-hosted@${name}`);
const factsOf = (name: Version) => FACTS.filter(row => row[name]);
const idsOf = (questionnaire: Questionnaire) => itemsOf(questionnaire).map(one => one.id);
const limitColumn = (name: Version) => (name === '2021-q4' ? 'limit-2021-q4' : 'limit-later');
const categoryColumn = (name: Version) => (name === '2021-q4' ? 'category-2021-q4' : 'category-later');

/** Sub-questions by their ids, "all of" and "any of" spelled out. */
function shape(check: Check | undefined): unknown {
  if (!check) return undefined;
  if ('all' in check) return { all: check.all.map(shape) };
  return 'any' in check ? { any: check.any.map(shape) } : check.id;
}

test('the three versions ship without a problem, oldest first', () => {
  expect(shipped.problems).toEqual([]);
  const ours = shipped.questionnaires.filter(one => one.id === 'ftr-partner-hosted');
  expect(ours.map(one => `${one.id}@${one.version}`)).toEqual(VERSIONS.map(name => `ftr-partner-hosted@${name}`));
});

describe.each(VERSIONS)('%s', name => {
  const questionnaire = ftr(name);
  const facts = factsOf(name);
  const byId = (column: string) =>
    Object.fromEntries(facts.filter(row => row[column]).map(row => [row[name], row[column]]));
  const having = (pick: (one: Item) => string | undefined) =>
    Object.fromEntries(itemsOf(questionnaire).flatMap(one => (pick(one) === undefined ? [] : [[one.id, pick(one)]])));

  test('asks the items of the fact table in its order', () => {
    expect(idsOf(questionnaire)).toEqual(facts.map(row => row[name]));
  });

  test('has them in the categories of the fact table, in order', () => {
    const sections = questionnaire.sections.map(section => [section.title.en, section.items.map(one => one.id)]);
    const categories = [...new Set(facts.map(row => row[categoryColumn(name)]))];
    expect(sections).toEqual(
      categories.map(category => [
        category,
        facts.filter(row => row[categoryColumn(name)] === category).map(row => row[name]),
      ]),
    );
  });

  test('gives the official English titles', () => {
    expect(having(one => one.title.en)).toEqual(byId(`title-${name}`));
  });

  test('expects "no" where the official sheet does, and nowhere else', () => {
    expect(having(one => one.officialAnswer)).toEqual({ 'ARC-001': 'no', 'ARC-004': 'no', 'IAM-009': 'no' });
    expect(byId('official-answer')).toEqual({ 'ARC-001': 'no', 'ARC-004': 'no', 'IAM-009': 'no' });
  });

  test('has the gates of the fact table, and asks each', () => {
    expect(having(one => one.gate)).toEqual(byId('gate'));
    expect(questionnaire.gates?.map(gate => gate.id).sort()).toEqual([...new Set(Object.values(byId('gate')))].sort());
  });

  test('has the values and limits of the fact table', () => {
    for (const row of facts.filter(one => one['value'])) {
      const field = item(questionnaire, row[name] ?? '').values?.find(one => one.id === row['value']);
      const limit = field?.maxHours ? `${field.maxHours} h` : field?.maxAgeMonths ? `${field.maxAgeMonths} months` : '';
      expect(limit, row[name]).toBe(row[limitColumn(name)]);
    }
  });

  test('says what comes back', () => {
    for (const [id, every] of Object.entries(byId('recurs'))) expect(item(questionnaire, id).recurs, id).toBe(every);
  });
});

describe('counts and categories', () => {
  test.each([
    ['2021-q4', 45, 13],
    ['2024-02', 45, 14],
    ['2026-02', 44, 14],
  ] as const)('%s: %d items in %d categories', (name, items, sections) => {
    expect(itemsOf(ftr(name))).toHaveLength(items);
    expect(ftr(name).sections).toHaveLength(sections);
  });

  test('the 13 categories of 2021_q4_v1 stand in the order of the blog', () => {
    expect(ftr('2021-q4').sections.map(section => [section.title.en, section.items.length])).toEqual([
      ['Support Level', 1],
      ['AWS Well-Architected Review', 1],
      ['AWS Root Account', 4],
      ['Communications from AWS', 2],
      ['CloudTrail', 4],
      ['Identity and Access Management', 11],
      ['Backups and Recovery', 2],
      ['Disaster Recovery', 3],
      ['Amazon S3 Bucket Access', 3],
      ['Cross-Account Access', 7],
      ['Sensitive Data', 4],
      ['Protected Health Information', 2],
      ['Regulatory Compliance Validation Process', 1],
    ]);
  });

  test.each(VERSIONS)('%s: cross-account access stands in the official order, which is not numeric', name => {
    const ids = ftr(name)
      .sections.find(section => section.id === 'cross-account')
      ?.items.map(one => one.id);
    expect(ids).toEqual(['CAA-001', 'CAA-007', 'CAA-002', 'CAA-004', 'CAA-005', 'CAA-006', 'CAA-003']);
  });

  test('no version asks what another dropped', () => {
    expect(idsOf(ftr('2021-q4'))).not.toContain('ARC-002');
    for (const name of ['2024-02', '2026-02'] as const) {
      expect(
        idsOf(ftr(name)).filter(id => /^(CTL|DR|BAABP)-|^S3-00[23]$|^SDAT-004$|^RES-003$|^ARC-002$/.test(id)),
      ).toEqual([]);
    }
    expect(idsOf(ftr('2026-02'))).not.toContain('ARC-003');
  });
});

describe('limits', () => {
  const field = (name: Version, id: string, value: string) => item(ftr(name), id).values?.find(one => one.id === value);

  test('the RTO is limited to 24 hours in 2021-q4 only', () => {
    expect(field('2021-q4', 'DR-002', 'rto')).toMatchObject({ kind: 'duration', maxHours: 24 });
    for (const name of ['2024-02', '2026-02'] as const) {
      expect(field(name, 'RES-002', 'rto')).toMatchObject({ kind: 'duration' });
      expect(field(name, 'RES-002', 'rto')).not.toHaveProperty('maxHours');
    }
    const limited = VERSIONS.flatMap(name =>
      itemsOf(ftr(name)).flatMap(one => (one.values ?? []).filter(value => value.maxHours)),
    );
    expect(limited).toHaveLength(1);
  });

  test('an RPO is asked for everywhere and limited nowhere', () => {
    for (const [name, id] of [
      ['2021-q4', 'DR-001'],
      ['2024-02', 'RES-001'],
      ['2026-02', 'RES-001'],
    ] as const) {
      expect(field(name, id, 'rpo')).toMatchObject({ kind: 'duration' });
    }
  });

  test('the last test counts for 12 months', () => {
    for (const [name, id] of [
      ['2021-q4', 'DR-004'],
      ['2024-02', 'RES-004'],
      ['2026-02', 'RES-004'],
    ] as const) {
      expect(field(name, id, 'last-test')).toMatchObject({ kind: 'date', maxAgeMonths: 12 });
    }
  });
});

describe('sub-questions', () => {
  test('IAM-002 asks for roles or rotation, and otherwise for what each version says', () => {
    expect(shape(item(ftr('2021-q4'), 'IAM-002').checks)).toEqual({ any: ['roles', 'rotation'] });
    expect(shape(item(ftr('2024-02'), 'IAM-002').checks)).toEqual({
      any: ['roles', { all: ['rotation', 'inventory', 'monitoring', 'runbook'] }],
    });
    expect(shape(item(ftr('2026-02'), 'IAM-002').checks)).toEqual({
      any: ['roles', 'rotation', { all: ['inventory', 'monitoring', 'runbook'] }],
    });
  });

  test('an action plan counts as support from 2024 on', () => {
    expect(shape(item(ftr('2021-q4'), 'SUP-001').checks)).toEqual({ all: ['workload-accounts', 'asset-accounts'] });
    for (const name of ['2024-02', '2026-02'] as const)
      expect(shape(item(ftr(name), 'SUP-001').checks)).toEqual({ any: ['plan', 'action-plan'] });
  });

  test('a dedicated issuer URL stands in for the external ID in 2026 only', () => {
    expect(item(ftr('2024-02'), 'CAA-002').checks).toBeUndefined();
    expect(shape(item(ftr('2026-02'), 'CAA-002').checks)).toMatchObject({
      all: [{ any: ['external-id', 'issuer-url'] }, 'none-unprotected'],
    });
  });
});

describe('how sure the facts are', () => {
  test('2021-q4: ids are inferred or assumed, titles inferred where only a reviewer question is known', () => {
    for (const row of factsOf('2021-q4')) {
      const { confidence } = item(ftr('2021-q4'), row['2021-q4'] ?? '');
      expect(confidence?.id, row['2021-q4']).toBe(row['id-2021-q4-is']);
      expect(confidence?.title, row['2021-q4']).toBe(row['title-2021-q4-is']);
    }
  });

  test('2026-02: what only partners report says so', () => {
    for (const row of factsOf('2026-02')) {
      expect(item(ftr('2026-02'), row['2026-02'] ?? '').confidence?.rule, row['2026-02']).toBe(row['rule-2026-02-is']);
    }
  });

  test('ARC-002 is left out of 2021-q4, with the reason', () => {
    const left = ftr('2021-q4').leftOut ?? [];
    expect(left.map(one => one.id)).toEqual(['ARC-002']);
    expect(left[0]?.reason.ja).toMatch(/題名/);
    expect(left[0]?.reason.en).toMatch(/title/);
  });
});

describe('about each version', () => {
  test('dates', () => {
    const dates = ({ released, validUntil, acceptedUntil, datesConfidence }: Questionnaire) => [
      released,
      validUntil,
      acceptedUntil,
      datesConfidence,
    ];
    expect(dates(ftr('2021-q4'))).toEqual(['2021-10', '2022-05', '2022-08', 'inferred']);
    expect(dates(ftr('2024-02'))).toEqual(['2024-02', '2024-08', '2024-11', 'inferred']);
    expect(dates(ftr('2026-02'))).toEqual(['2026-02-26', '2026-08', '2026-11', undefined]);
  });

  test.each(VERSIONS)('%s: passes when all is met, six months to mend, where the official list is', name => {
    const { passRule, remediationMonths, officialList, publisher, label, title } = ftr(name);
    expect({ passRule, remediationMonths, publisher, title }).toEqual({
      passRule: 'all-applicable-met',
      remediationMonths: 6,
      publisher: 'Amazon Web Services',
      title: { ja: 'FTR Partner-Hosted', en: 'FTR Partner-Hosted' },
    });
    expect(new URL(officialList.url ?? '').hostname).toBe('aws.amazon.com');
    expect(officialList.where.ja).toContain('Partner Central');
    expect(officialList.where.en).toContain('Partner Central');
    expect(label.en).toMatch(/20\d\d/);
  });

  test('past versions say that they are past, the newest that requests are paused', () => {
    for (const name of ['2021-q4', '2024-02'] as const) {
      expect(ftr(name).notice?.en).toMatch(/past version/i);
      expect(ftr(name).notice?.ja).toMatch(/過去の版/);
    }
    expect(ftr('2026-02').notice?.en).toMatch(/paused/);
    expect(ftr('2026-02').notice?.ja).toMatch(/停止/);
  });
});
