import { LANGS, translator } from '../i18n/index.ts';
import type { Kind } from './kinds.ts';
import { isQuestionnaireHead } from './own-keys.ts';

/** What a text is that is no JSON. */
export function kindOfText(text: string, name: string): Kind {
  const start = text.slice(0, 4_096).trimStart();
  if (isOwnReport(text)) return 'own-report';
  if (/^(?:<!doctype html|<html)/i.test(start)) return 'html';
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'calendar';
  if (/^<(?:svg)\b/i.test(start)) return 'image';
  if (start.startsWith('<?xml')) return /<svg\b/i.test(start) ? 'image' : /<html\b/i.test(start) ? 'html' : 'xml';
  const head = headOf(start);
  const table = kindOfTable(head);
  if (table) return table;
  const keys = yamlKeys(text);
  if (keys.has('urn') && (keys.has('objects') || keys.has('ref_id'))) return 'ciso-assistant';
  if (isQuestionnaireHead(keys)) return 'questionnaire';
  if (/\.(?:md|markdown)$/i.test(name) || isMarkdown(text)) return 'markdown';
  if (isTable(text, name)) return 'csv';
  return keys.size > 0 ? 'yaml' : 'text';
}

/** A report says in each language that it is none of AWS; a calendar and a web page name the program. */
function isOwnReport(text: string): boolean {
  if (/^PRODID:.*tenken|<meta name="generator" content="tenken /im.test(text.slice(0, 20_000))) return true;
  if (/^PRODID|^<meta/.test(text)) return false;
  const head = headOf(text).flatMap(cell => cell.split(' / '));
  return LANGS.map(translator).some(
    t =>
      text.includes(t('app.unofficial')) ||
      [t('report.id'), t('report.title')].every(word => head.includes(word.toLowerCase())),
  );
}

/** The cells of the first line, in lower case. */
function headOf(text: string): string[] {
  const line = /^[^\r\n]{0,20000}/.exec(text)?.[0] ?? '';
  const delimiter = delimiterOf(line);
  return line.split(delimiter ?? '\0').map(cell => cell.trim().replace(/^"|"$/g, '').toLowerCase());
}

/** The character that parts the cells of a line: the one that is there most often. */
function delimiterOf(line: string): string | undefined {
  const counted = [',', ';', '\t'].map(one => ({ one, count: line.split(one).length - 1 }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most && most.count > 0 ? most.one : undefined;
}

/** Tables whose head is known. */
const TABLES: [Kind, string[]][] = [
  ['credential-report', ['user', 'arn', 'user_creation_time']],
  ['prowler-csv', ['check_id', 'status', 'service_name']],
  ['prowler-compliance', ['requirements_id', 'status']],
  ['security-hub', ['control id', 'compliance status']],
];

function kindOfTable(head: string[]): Kind | undefined {
  return TABLES.find(([, needed]) => needed.every(one => head.includes(one)))?.[0];
}

/** Whether the first lines are rows: the same number of delimiters outside of quotes in each, at least one. */
function isTable(text: string, name: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n?|\n/);
  const rows = lines.slice(0, lines.length > 1 ? Math.min(lines.length - 1, 6) : 1).filter(Boolean);
  const delimiter = delimiterOf(rows[0] ?? '');
  if (!delimiter) return false;
  if (/\.(?:csv|tsv)$/i.test(name)) return true;
  const counts = rows.map(row => row.replace(/"[^"]*"/g, '').split(delimiter).length);
  return rows.length > 1 && counts.every(count => count === counts[0]) && (counts[0] ?? 0) > 1;
}

/** The keys at the beginning of lines, as YAML has them; a full-width colon is a mistake that many make. */
function yamlKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [, key = ''] of text.matchAll(
    /^["']?([A-Za-z_][\w.-]{0,60})["']?[ \t]{0,8}[:：](?=[\s\u3040-\u9fff]|$)/gm,
  )) {
    keys.add(key);
    if (keys.size > 500) break;
  }
  return keys;
}

/** Headings with an empty line after them, a table, or boxes to tick; a comment of YAML has none of these. */
function isMarkdown(text: string): boolean {
  return (
    /^#{1,6} [^\n]{1,500}\r?\n\r?\n/m.test(text.slice(0, 20_000)) ||
    /^(?:[-*] \[[ xX]\] |\|[ :]*-{3,})/m.test(text.slice(0, 20_000))
  );
}
