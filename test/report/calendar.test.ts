import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { addMonths, lastDay } from '../../src/assessment/day.ts';
import { render } from '../../src/report/formats/render.ts';
import { assessment, model } from './support.ts';

const UPDATED = '2026-11-04T10:00:00.000Z';

/** Lines with their folds undone, as RFC 5545 has it. */
async function linesOf(of = model()): Promise<string[]> {
  const ics = String(await render(of, 'gap-report', 'ja', 'ics'));
  for (const line of ics.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(line, 'a fold splits a character').not.toContain('\ufffd');
  }
  return ics
    .replace(/\r\n[ \t]/g, '')
    .trim()
    .split('\r\n');
}

/** The properties of each event, in order. */
function eventsIn(lines: string[]): string[][] {
  const events: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') open = [];
    else if (line === 'END:VEVENT' && open) events.push(open);
    else open?.push(line);
  }
  return events;
}

const propertyOf = (event: string[], name: string): string =>
  event.find(line => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '') ?? '';

describe('a name that would be more than a name', () => {
  test.each([
    'Shop\r\nBEGIN:VEVENT\r\nURL:http://127.0.0.1/x\r\nEND:VEVENT',
    'Shop\nX-FOREIGN:1',
    'Shop\rX-FOREIGN:1',
    'Shop\u2028X-FOREIGN:1\u0085Y:2\vZ:3\u0000',
    'A;B,C\\D\\nE:F"G',
    '決済'.repeat(60),
    '👨‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  ])('%j adds no line and no event', async name => {
    const plain = await linesOf();
    const lines = await linesOf(model({ assessment: assessment({ name }) }));
    expect(lines).toHaveLength(plain.length);
    expect(lines.map(line => line.replace(/[:;].*/s, ''))).toEqual(plain.map(line => line.replace(/[:;].*/s, '')));
    for (const property of ['NAME', 'X-WR-CALNAME']) {
      const value = propertyOf(lines, property);
      expect(value.replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
    }
  });

  test('it comes back as it was', async () => {
    const lines = await linesOf(model({ assessment: assessment({ name: 'A;B,C\\D' }) }));
    expect(propertyOf(lines, 'NAME')).toBe('A\\;B\\,C\\\\D');
    expect(propertyOf(lines, 'X-WR-CALNAME')).toBe('A\\;B\\,C\\\\D');
  });

  test('nor does an owner, in the description or the summary', async () => {
    const owner = 'Ken\r\nATTENDEE:mailto:x@example.com\u2028A;B,C\\D';
    const base = assessment();
    const answers = { ...base.answers, 'BAR-001': { ...base.answers['BAR-001'], owner } };
    const lines = await linesOf(model({ assessment: { ...base, answers } }));
    expect(lines.some(line => /^(ATTENDEE|A\b)/.test(line))).toBe(false);
    expect(lines.join('\n')).toContain('Ken\\nATTENDEE:mailto:x@example.com\\nA\\;B\\,C\\\\D');
  });
});

describe('a change', () => {
  const at = (change: Partial<Assessment>, today?: string) =>
    linesOf(model({ assessment: assessment(change), ...(today !== undefined && { today }) }));
  const sequence = async (change: Partial<Assessment>, today?: string): Promise<number[]> =>
    eventsIn(await at(change, today)).map(event => Number(propertyOf(event, 'SEQUENCE')));

  test('makes the SEQUENCE of every event grow; without one it stays', async () => {
    const [first = 0] = await sequence({ updatedAt: UPDATED });
    const [later = 0] = await sequence({ updatedAt: '2026-11-04T10:00:02.000Z' });
    const [nextDay = 0] = await sequence({ updatedAt: UPDATED }, '2026-11-06');
    expect(first).toBeGreaterThan(0);
    expect(later).toBeGreaterThan(first);
    expect(nextDay).toBeGreaterThan(first);
    expect(await sequence({ updatedAt: UPDATED })).toEqual(await sequence({ updatedAt: UPDATED }));
  });

  test.each(['1969-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    '%s is a SEQUENCE that calendars take',
    async updatedAt => {
      for (const one of await sequence({ updatedAt })) {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThan(2 ** 31);
      }
    },
  );
});

test('every event reminds before its day, in the morning', async () => {
  for (const event of eventsIn(await linesOf())) {
    const triggers = event.filter(line => line.startsWith('TRIGGER'));
    expect(triggers.length).toBeGreaterThan(0);
    for (const trigger of triggers) expect(trigger).toMatch(/^TRIGGER:-P(\d+D)?T15H$/);
    expect(event.filter(line => line === 'BEGIN:VALARM')).toHaveLength(triggers.length);
    expect(event.filter(line => line === 'ACTION:DISPLAY')).toHaveLength(triggers.length);
  }
});

/** The first days of a rule, expanded month by month without a library. */
function expand(start: string, rule: string, count: number): string[] {
  const parts = Object.fromEntries(rule.split(';').map(part => part.split('=') as [string, string]));
  const [year = 0, month = 0, day = 0] = [start.slice(0, 4), start.slice(4, 6), start.slice(6)].map(Number);
  const wanted = Number(parts['BYMONTHDAY'] ?? day);
  const months = parts['BYMONTH']?.split(',').map(Number);
  const days: string[] = [];
  for (let n = 0; days.length < count && n < 400; n += months ? 1 : Number(parts['INTERVAL'] ?? 1)) {
    const at = new Date(Date.UTC(year, month - 1 + n, 1));
    const length = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
    const one = wanted < 0 ? length + 1 + wanted : wanted;
    if (one > length || (months && !months.includes(at.getUTCMonth() + 1))) continue;
    days.push(`${at.toISOString().slice(0, 8)}${String(one).padStart(2, '0')}`);
  }
  return days;
}

/** The first days of all events of a duty together. */
function expandAll(events: string[][], count: number): string[] {
  const days = events.flatMap(event => expand(propertyOf(event, 'DTSTART'), propertyOf(event, 'RRULE'), count));
  return days.sort().slice(0, count);
}

describe('a duty that comes back', () => {
  /** The events of the yearly and of the quarterly duty, last done on a day. */
  const dutiesAfter = async (last: string, today: string) => {
    const base = assessment();
    const evidence = [{ id: 'e1', what: 'record', date: last }];
    const answers = { ...base.answers, 'BAR-002': { evidence }, 'IAM-001': { evidence } };
    const events = eventsIn(await linesOf(model({ assessment: { ...base, answers }, today })));
    const of = (id: string) => events.filter(event => propertyOf(event, 'UID').startsWith(`duty.${id}`));
    return { yearly: of('BAR-002'), quarterly: of('IAM-001') };
  };

  const ends = ['2027-11-30', '2027-08-31', '2027-12-31', '2028-02-29', '2027-11-29', '2027-10-30', '2027-12-30'];
  const lasts = [...ends, '2027-08-30', '2027-08-29', '2028-05-31', '2028-11-30', '2027-01-15', '2027-02-28'];
  test.each(lasts)('after %s falls on the same day, or the last day of a shorter month', async last => {
    const { yearly, quarterly } = await dutiesAfter(last, last);
    for (const [events, months] of [
      [yearly, 12],
      [quarterly, 3],
    ] as const) {
      expect(expandAll(events, 12)).toEqual(Array.from({ length: 12 }, (_, n) => addMonths(last, (n + 1) * months)));
      const uids = events.map(event => propertyOf(event, 'UID'));
      expect(new Set(uids).size).toBe(uids.length);
      // The first day is one of the rule: what else readers make of it differs.
      for (const event of events)
        expect(expandAll([event], 1)[0]?.replaceAll('-', '')).toBe(propertyOf(event, 'DTSTART'));
      expect(events.join('\n')).not.toContain('BYSETPOS');
    }
  });

  test('on the last day of the month stays there', async () => {
    const { quarterly } = await dutiesAfter('2027-08-31', '2027-08-31');
    expect(quarterly.map(event => propertyOf(event, 'RRULE'))).toEqual(['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1']);
    for (const day of expandAll(quarterly, 8)) expect(day).toBe(lastDay(day.slice(0, 7)));
  });

  test('that is overdue, or was never done, begins today and says so', async () => {
    const { quarterly } = await dutiesAfter('2025-08-31', '2027-01-29');
    expect(quarterly.map(event => propertyOf(event, 'DTSTART'))).toEqual(['20270129']);
    expect(expandAll(quarterly, 3)).toEqual(['2027-01-29', '2027-04-29', '2027-07-29']);
    const never = eventsIn(await linesOf(model({ assessment: assessment({ answers: {} }) })));
    const duty = never.find(event => propertyOf(event, 'UID').startsWith('duty.')) ?? [];
    expect(propertyOf(duty, 'DESCRIPTION')).toContain('記録なし');
  });
});
