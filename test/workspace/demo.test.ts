import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkList, parseValue, proposedStatus } from '../../src/assessment/answers/checks.ts';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import { Assessment, REASONS, STATUSES } from '../../src/assessment/assessment.ts';
import { addDays, daysBetween } from '../../src/assessment/day.ts';
import { findings } from '../../src/assessment/review/problems.ts';
import { countStates, readiness } from '../../src/assessment/review/readiness.ts';
import { readYaml } from '../../src/questionnaire/load/read-yaml.ts';
import { Demo, demoAssessment } from '../../src/workspace/demo.ts';
import { item, itemsOf, ROOT, version } from '../questionnaire/shipped.ts';
import { LANGS } from '../ui/frames.ts';

const TODAY = '2026-11-22';
const demo = Demo.parse(readYaml('demo.yaml', readFileSync(join(ROOT, 'demo.yaml'), 'utf8')).data);
const questionnaire = version(demo.questionnaire);
const made = (lang: 'ja' | 'en' = 'ja', today = TODAY) => demoAssessment(demo, questionnaire, lang, today);
const states = itemStates(questionnaire, made(), TODAY);

describe('the example', () => {
  test.each(LANGS)('is an assessment in %s', lang => {
    expect(Assessment.parse(made(lang))).toEqual(made(lang));
    expect(made(lang)).toMatchObject({
      id: 'demo',
      lang,
      questionnaire: { id: questionnaire.id, contentHash: questionnaire.contentHash },
    });
  });

  test('is written in both languages, each in its own', () => {
    const words = ({ notes, name }: { notes: (string | undefined)[]; name: string }) =>
      [name, ...notes.filter(Boolean)].join(' ');
    const of = (lang: 'ja' | 'en') =>
      words({
        name: made(lang).name,
        notes: Object.values(made(lang).answers).flatMap(one => [one.note, one.owner, one.reason?.text]),
      });
    expect(of('en')).not.toMatch(/[\u3000-\u9fff]/);
    expect(of('ja')).toMatch(/[\u3040-\u30ff]/);
  });

  test('names items, sub-questions, values and gates that are there', () => {
    expect(itemsOf(questionnaire).map(one => one.id)).toContain(demo.position);
    const gates = questionnaire.gates?.map(gate => gate.id) ?? [];
    expect(Object.keys(demo.gates).filter(gate => !gates.includes(gate))).toEqual([]);
    for (const [id, answer] of Object.entries(made().answers)) {
      const { checks, values } = item(questionnaire, id);
      const ids = checks ? checkList(checks).map(one => one.leaf.id) : [];
      expect(
        Object.keys(answer.checks ?? {}).filter(check => !ids.includes(check)),
        id,
      ).toEqual([]);
      for (const [field, text] of Object.entries(answer.values ?? {})) {
        const kind = values?.find(one => one.id === field)?.kind;
        expect(kind && parseValue({ kind }, text), `${id} ${field}`).toBe(text);
      }
    }
  });

  test('is half answered and not ready, with answers of every kind', () => {
    const { answered, total, off } = countStates(states);
    expect(answered / total).toBeGreaterThan(0.4);
    expect(answered / total).toBeLessThan(0.95);
    expect(off).toBeGreaterThan(0);
    expect(readiness(states, 'all-applicable-met').ready).toBe(false);
    const said = new Set(Object.values(made().answers).map(one => one.status));
    for (const status of STATUSES) expect(said).toContain(status);
    for (const { reason } of Object.values(made().answers)) if (reason) expect(REASONS).toContain(reason.code);
  });

  test('has something for the check, but no credential and no account id', () => {
    const kinds = new Set(findings(questionnaire, made(), states, TODAY).map(one => one.kind));
    expect(kinds.size).toBeGreaterThan(2);
    expect(kinds).not.toContain('secret');
    expect(kinds).not.toContain('account-id');
  });

  test('says of each item with ticks what the ticks say', () => {
    for (const { item: one, answer } of states) {
      const proposed = one.checks && proposedStatus(one.checks, answer.checks ?? {});
      if (proposed === 'met' || answer.status === 'met')
        expect([proposed, answer.status], one.id).not.toEqual(['met', 'not-met']);
    }
  });
});

describe('on another day', () => {
  test('all days move along', () => {
    const days = (today: string) => JSON.stringify(made('ja', today)).match(/\d{4}-\d\d-\d\d/g) ?? [];
    const later = addDays(TODAY, 400);
    const moved = days(TODAY).map((one, at) => daysBetween(one, days(later)[at] ?? '') || 0);
    // A day in the words of a note stays where it is.
    expect(moved.every(one => one === 400 || one === 0)).toBe(true);
    expect(moved.filter(one => one === 400).length).toBeGreaterThan(20);
  });

  test('the counts stay the same', () => {
    for (const today of ['2027-02-28', '2028-02-29', '2030-12-31']) {
      expect(countStates(itemStates(questionnaire, made('ja', today), today))).toEqual(countStates(states));
    }
  });

  test('the same day gives the same bytes', () => {
    expect(JSON.stringify(made())).toBe(JSON.stringify(made()));
  });
});
