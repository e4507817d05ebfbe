import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { merged } from '../../src/assessment/merging/merge.ts';
import { unitsTold } from '../../src/assessment/merging/tell-units.ts';
import { apartId } from '../../src/assessment/merging/unit-names.ts';
import { mergeAll } from '../../src/workspace/copies.ts';
import { sampleAssessment } from '../support/session.ts';

const at = '2026-11-22T10:00:00.000Z';
const name = (unit: string, text: string | null): Edit => ({ type: 'unit', unit, name: text, at });
const note = (unit: string, text: string): Edit => ({ type: 'answer', item: 'A-1', unit, set: { note: text }, at });
const city = (unit: string, text: string): Edit => ({ type: 'unit-value', unit, value: 'city', text, at });
const edited = (one: Assessment, ...edits: Edit[]): Assessment => edits.reduce(applyEdit, one);

/** What is said of each unit: its name, city and note. */
function told({ units = {}, answers }: Assessment): Record<string, string> {
  const ids = new Set([...Object.keys(units), ...Object.keys(answers['A-1']?.units ?? {})]);
  return Object.fromEntries(
    [...ids].map(id => [
      id,
      [units[id]?.name, units[id]?.values?.['city'], answers['A-1']?.units?.[id]?.note].filter(Boolean).join(', '),
    ]),
  );
}

const start = sampleAssessment();
const beta = edited(start, name('u2', 'Beta KK'), city('u2', 'Nara'), note('u2', 'Beta is fine'));
const gamma = edited(start, name('u2', 'Gamma KK'), city('u2', 'Kobe'), note('u2', 'Gamma did not consent'));
const GAMMA = apartId('u2', 'gamma kk');

test.each([start, undefined])('two customers named in one place are two, each with its own words', base => {
  for (const after of [merged(beta, gamma, base), merged(gamma, beta, base)]) {
    expect(told(after)).toEqual({
      u2: 'Beta KK, Nara, Beta is fine',
      [GAMMA]: 'Gamma KK, Kobe, Gamma did not consent',
    });
    expect(after).not.toHaveProperty('differs');
    expect(after.answers['A-1']).not.toHaveProperty('differs');
    expect(unitsTold(gamma, after)).toEqual([
      { kind: 'apart', unit: GAMMA, name: 'Gamma KK', place: 'u2', stays: 'Beta KK' },
    ]);
    expect(unitsTold(after, after)).toEqual([]);
  }
});

test('what was there before either had a name stays with both', () => {
  const base = edited(start, city('u2', 'Osaka'), note('u2', 'as before'));
  const after = merged(edited(base, name('u2', 'Beta')), edited(base, name('u2', 'Gamma'), note('u2', 'new')), base);
  expect(told(after)).toEqual({
    u2: 'Beta, Osaka, as before',
    [apartId('u2', 'gamma')]: 'Gamma, Osaka, new',
  });
});

test('a customer renamed in one copy is the same one, with what the other copy has said', () => {
  const renamed = edited(beta, name('u2', 'Beta Inc.'));
  expect(told(merged(renamed, edited(beta, note('u2', 'more')), beta))).toEqual({ u2: 'Beta Inc., Nara, more' });
  // Written in another way, it is one name that differs.
  const spelled = merged(edited(start, name('u2', 'Beta KK')), edited(start, name('u2', 'ＢＥＴＡ  KK ')), start);
  expect(spelled.differs).toEqual({ 'units.u2.name': [{ value: 'Beta KK' }, { value: 'ＢＥＴＡ  KK ' }] });
});

test('renamed on both sides in different ways, it is two, with all that was said before', () => {
  const after = merged(edited(beta, name('u2', 'B One')), edited(beta, name('u2', 'B Two'), note('u2', 'two')), beta);
  expect(told(after)).toEqual({
    u2: 'B One, Nara, Beta is fine',
    [apartId('u2', 'b two')]: 'B Two, Nara, two',
  });
});

test('whoever goes on with the customer in the old place is still heard, and no other customer of them', () => {
  const both = merged(beta, gamma, start);
  const more = edited(gamma, note('u2', 'Gamma consents now'), city('u2', 'Uji'));
  const moreOfBeta = edited(beta, note('u2', 'Beta moved'));
  const wanted = { u2: 'Beta KK, Nara, Beta is fine', [GAMMA]: 'Gamma KK, Uji, Gamma consents now' };
  for (const base of [gamma, start]) {
    const after = merged(more, both, base);
    expect(merged(both, more, base)).toEqual(after);
    if (base === gamma) expect(told(after)).toEqual(wanted);
    else expect(after.answers['A-1']?.units?.['u2']).toEqual({ note: 'Beta is fine' });
  }
  expect(told(merged(moreOfBeta, both, beta))).toEqual({
    ...wanted,
    u2: 'Beta KK, Nara, Beta moved',
    [GAMMA]: told(both)[GAMMA],
  });
  // Given another name meanwhile, here or there.
  const renamedThere = edited(both, name(GAMMA, 'Gamma Inc.'));
  expect(told(merged(more, renamedThere, gamma))[GAMMA]).toBe('Gamma Inc., Uji, Gamma consents now');
  const renamedHere = edited(more, name('u2', 'Gamma Inc.'));
  expect(told(merged(renamedHere, both, gamma))).toEqual({ ...wanted, [GAMMA]: 'Gamma Inc., Uji, Gamma consents now' });
});

test('a customer who was renamed after that is not told apart from an old copy of itself', () => {
  const renamed = edited(merged(beta, gamma, start), name(GAMMA, 'Gamma Inc.'));
  const after = merged(renamed, gamma, start);
  expect(Object.keys(after.units ?? {})).toEqual(['u2', GAMMA]);
  expect(after.differs).toEqual({ [`units.${GAMMA}.name`]: [{ value: 'Gamma Inc.' }, { value: 'Gamma KK' }] });
});

test('a third name in the place is a third customer, whoever comes first', () => {
  const alpha = edited(start, name('u2', 'Alpha'), note('u2', 'of alpha'));
  const all = merged(merged(beta, gamma, start), alpha, start);
  expect(merged(beta, merged(gamma, alpha, start), start)).toEqual(all);
  expect(told(all)).toEqual({
    u2: 'Alpha, of alpha',
    [apartId('u2', 'beta kk')]: 'Beta KK, Nara, Beta is fine',
    [GAMMA]: 'Gamma KK, Kobe, Gamma did not consent',
  });
  // Beta had its place in what some started from.
  const more = edited(merged(beta, gamma, start), note('u2', 'Beta moved'));
  expect(told(merged(more, all, merged(beta, gamma, start)))[apartId('u2', 'beta kk')]).toBe(
    'Beta KK, Nara, Beta moved',
  );
});

test('disagreements and states of a customer go with it', () => {
  const state = (unit: string) => ({
    id: 'm1',
    name: 'first',
    at,
    version: '1',
    items: { 'A-1': { status: 'met', units: { [unit]: 'met' } } },
  });
  const disputed: Assessment = {
    ...gamma,
    milestones: [state('u2')],
    answers: {
      'A-1': { units: { u2: {} }, differs: { 'units.u2.note': [{ value: 'x' }, { value: 'y', by: ['Sato'] }] } },
    },
  };
  const after = merged(beta, disputed, start);
  expect(after.answers['A-1']?.differs).toEqual({
    [`units.${GAMMA}.note`]: [{ value: 'x' }, { value: 'y', by: ['Sato'] }],
  });
  expect(after.milestones).toEqual([state(GAMMA)]);
});

test('one customer named in different places is one, where its place is free in either copy', () => {
  const inThird = edited(start, name('u3', 'beta kk'), note('u3', 'seen in Nara'));
  const one = mergeAll(beta, [inThird], { base: start }).assessment;
  expect(Object.keys(one.units ?? {})).toEqual(['u2']);
  expect(one.differs).toEqual({ 'units.u2.name': [{ value: 'Beta KK' }, { value: 'beta kk' }] });
  expect(one.answers['A-1']?.differs).toEqual({
    'units.u2.note': [{ value: 'Beta is fine' }, { value: 'seen in Nara' }],
  });
  // The copy that had it in the third place goes on.
  const more = edited(inThird, note('u3', 'seen twice'));
  expect(mergeAll(more, [one], { base: inThird }).assessment.answers['A-1']?.units?.['u3']).toBeUndefined();

  const other = edited(start, name('u2', 'Gamma KK'), name('u3', 'Beta KK'), note('u3', 'third'));
  const kept = mergeAll(beta, [other], { base: start }).assessment;
  expect(mergeAll(other, [beta], { base: start }).assessment).toEqual(kept);
  expect(
    Object.entries(kept.units ?? {})
      .map(([id, unit]) => `${id} ${unit.name}`)
      .sort(),
  ).toEqual(['u2 Gamma KK', 'u3 Beta KK']);
});

test('one customer in two places that both hold others is listed', () => {
  const here = edited(start, name('u2', 'Beta'), name('u3', 'Delta'), note('u2', 'a'), note('u3', 'd'));
  const there = edited(start, name('u3', 'Beta'), name('u2', 'Gamma'), note('u3', 'b'), note('u2', 'g'));
  const after = mergeAll(here, [there], { base: start }).assessment;
  const words = Object.values(told(after)).sort();
  expect(words).toEqual(['Beta, a', 'Beta, b', 'Delta, d', 'Gamma, g']);
  expect(unitsTold(here, after).map(one => one.kind)).toContain('twice');
});
