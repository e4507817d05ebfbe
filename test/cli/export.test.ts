import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox, started } from './support/cli.ts';

const SECRET = 'AKIAIOSFODNN7EXAMPLE';

async function withGap(note = 'one key is left') {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'IAM-003', 'not-met', '--note', note, '--owner', 'Ken']);
  return { box, id };
}

describe('--format', () => {
  test.each([
    ['md', '# '],
    ['html', '<!DOCTYPE html>'],
    ['csv', '\ufeffSection'],
    ['json', '{'],
    ['ics', 'BEGIN:VCALENDAR'],
  ])('%s starts as it should', async (format, start) => {
    const { box, id } = await withGap();
    const { code, stdout } = await box.tenken(['report', id, '--format', format]);
    expect(code).toBe(0);
    expect(stdout).toContain(start);
  });

  test('the ending of the file is enough, and a spreadsheet is a zip file', async () => {
    const { box, id } = await withGap();
    expect((await box.tenken(['report', id, '-o', 'gaps.xlsx'])).code).toBe(0);
    const bytes = readFileSync(join(box.cwd, 'gaps.xlsx'));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(5000);
  });

  test.each([
    [['--format', 'docx'], 'docx'],
    [['--format', 'html', '--target', 'jira'], 'CSV'],
    [['--target', 'redmine'], 'redmine'],
  ])('%j is refused', async (options, word) => {
    const { box, id } = await withGap();
    const { code, stderr } = await box.tenken(['plan', id, ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(word);
  });
});

describe('the name of the file', () => {
  const MARKS: [string, string][] = [
    ['x.MD', '<!-- markdownlint'],
    ['x.markdown', '<!-- markdownlint'],
    ['x.txt', '<!-- markdownlint'],
    ['x', '<!-- markdownlint'],
    ['shop-2.1', '<!-- markdownlint'],
    ['報告.最終版', '<!-- markdownlint'],
    ['x.htm', '<!DOCTYPE html>'],
    ['x.HTML', '<!DOCTYPE html>'],
    ['x.ＣＳＶ', '\ufeffSection'],
    ['x.ical', 'BEGIN:VCALENDAR'],
    ['x.json', '{'],
  ];
  test.each(MARKS)('%s is understood', async (name, start) => {
    const { box, id } = await withGap();
    expect((await box.tenken(['report', id, '-o', name])).code).toBe(0);
    expect(readFileSync(join(box.cwd, name), 'utf8').startsWith(start)).toBe(true);
  });

  const odd = ['pdf', 'docx', 'tsv', 'xls', 'XLSM', 'ods', 'xml', 'csv.gz', 'pdf ', 'ＰＤＦ', 'xhtml', 'ja'];
  test.each(odd.flatMap(ending => ['report', 'plan', 'minutes'].map(command => [command, ending] as const)))(
    '%s to x.%s is refused, with the formats there are',
    async (command, ending) => {
      const { box, id } = await withGap();
      await box.tenken(['plan', 'set', id, 'IAM-003', '--days', '2']);
      const { code, stdout, stderr } = await box.tenken([command, id, '-o', `x.${ending}`]);
      expect([code, stdout]).toEqual([2, '']);
      if (command !== 'minutes') expect(stderr).toContain('md, html, xlsx, csv, json, ics');
      expect(readdirSync(box.cwd)).toEqual([]);
    },
  );

  test('the demo is as strict', async () => {
    const { box } = await withGap();
    const { code, stderr } = await box.tenken(['demo', 'report', '-o', 'd.pdf']);
    expect([code, readdirSync(box.cwd)]).toEqual([2, []]);
    expect(stderr).toContain('print it to PDF');
  });

  test.each([
    ['csv', 'x.xlsx'],
    ['md', 'x.html'],
    ['csv', 'x.pdf'],
    ['xlsx', 'x.txt'],
  ])('--format %s does not go into %s', async (format, name) => {
    const { box, id } = await withGap();
    const { code } = await box.tenken(['report', id, '--format', format, '-o', name]);
    expect([code, readdirSync(box.cwd)]).toEqual([2, []]);
  });

  test.each([
    ['csv', 'x.txt'],
    ['json', 'x.out'],
    ['html', 'x.htm'],
    ['markdown', 'x'],
  ])('--format %s goes into %s', async (format, name) => {
    const { box, id } = await withGap();
    expect((await box.tenken(['report', id, '--format', format, '-o', name])).code).toBe(0);
    expect(readdirSync(box.cwd)).toEqual([name]);
  });

  test('a folder may have any name', async () => {
    const { box, id } = await withGap();
    mkdirSync(join(box.cwd, 'reports.pdf'));
    expect((await box.tenken(['report', id, '-o', 'reports.pdf'])).code).toBe(0);
    expect(readdirSync(join(box.cwd, 'reports.pdf'))).toHaveLength(1);
  });
});

describe('--target', () => {
  test.each(['x.md', 'x.xlsx', 'x.html', 'x.tsv', 'x.txt', 'x.json'])('does not write %s', async name => {
    const { box, id } = await withGap();
    const { code, stderr } = await box.tenken(['plan', id, '--target', 'backlog', '-o', name]);
    expect([code, readdirSync(box.cwd)]).toEqual([2, []]);
    expect(stderr).toContain('.csv');
  });

  test.each(['x.csv', 'x.CSV', 'x'])('writes %s', async name => {
    const { box, id } = await withGap();
    expect((await box.tenken(['plan', id, '--target', 'jira', '-o', name])).code).toBe(0);
    expect(readFileSync(join(box.cwd, name), 'utf8')).toContain('Summary,Description');
  });

  test.each([
    ['backlog', 'Subject,Description,Priority'],
    ['jira', 'Summary,Description,Priority'],
    ['github', 'title,body,labels'],
  ])('%s gets its columns, and a key that finds the issue again', async (target, head) => {
    const { box, id } = await withGap();
    const { stdout } = await box.tenken(['plan', id, '--target', target]);
    expect(stdout).toContain(head);
    expect(stdout).toContain('[ftr-partner-hosted | IAM-003]');
  });
});

describe('what should not leave the house', () => {
  test('credentials keep a report from being written, and are not printed', async () => {
    const { box, id } = await withGap(`key ${SECRET}`);
    for (const command of ['report', 'plan']) {
      const { code, stdout, stderr } = await box.tenken([command, id, '-o', 'out.md']);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('IAM-003');
      expect(stderr).not.toContain(SECRET);
      expect(existsSync(join(box.cwd, 'out.md'))).toBe(false);
    }
    expect((await box.tenken(['report', id, '--allow-secrets'])).stdout).toContain(SECRET);
  });

  test('tokens that only secretlint knows are found too, by export and check', async () => {
    const token = `npm_${'a1B2'.repeat(9)}`;
    const { box, id } = await withGap(`token ${token}`);
    const report = await box.tenken(['report', id]);
    expect([report.code, report.stdout]).toEqual([2, '']);
    expect(report.stderr).not.toContain(token);
    const check = await box.tenken(['check', id]);
    expect(check.stdout).toContain('IAM-003  A note or evidence seems to hold a credential');
    expect(check.stdout).not.toContain(token);
  });

  test('--mask hides credentials, account ids and addresses, wherever they were written', async () => {
    const { box, id } = await withGap(`key ${SECRET} in 123456789012, ask ken@example.com`);
    const { code, stdout } = await box.tenken(['report', id, '--mask']);
    expect(code).toBe(0);
    for (const hidden of [SECRET, '123456789012', 'ken@']) expect(stdout).not.toContain(hidden);
    expect(stdout).toContain('example.com');
  });
});
