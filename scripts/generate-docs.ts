// Writes the generated tables of the README files; with `--check` only says which of them are not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { isKey, LANGS, type Lang, type T, translator } from '../src/i18n/index.ts';
import { loadShipped } from '../src/questionnaire/load/load-shipped.ts';
import type { Questionnaire } from '../src/questionnaire/schema/schema.ts';
import { reference } from '../src/questionnaire/schema/summary.ts';
import type { Command } from '../src/session/core/action.ts';
import { CONTEXTS, type Context, TYPING } from '../src/session/core/context.ts';
import { BINDINGS, type Binding } from '../src/session/keys/bindings.ts';
import { keyLabel } from '../src/ui/screens/chrome.ts';
import { makeTheme } from '../src/ui/theme.ts';

/** Where the tables stand: versions and the keys that one needs first, and every key there is. */
const FILES: Record<Lang, [readme: string, guide: string]> = {
  en: ['README.md', 'docs/guide.md'],
  ja: ['README.ja.md', 'docs/guide.ja.md'],
};
/** The keys that one needs first, a row each; what goes together stands together. */
const FIRST: [context: Context, commands: Command[]][] = [
  ['walk', ['answer-1', 'answer-2', 'answer-3', 'answer-4', 'answer-5']],
  ['walk', ['enter', 'left', 'next-open']],
  ['walk', ['note', 'evidence']],
  ['walk', ['owner', 'due']],
  ['walk', ['guide', 'side-by-side']],
  ['walk', ['map', 'check', 'plan']],
  ['walk', ['report', 'gates', 'history']],
  ['walk', ['search']],
  ['walk', ['workshop', 'vote']],
  ['home', ['new', 'import', 'delete']],
  ['walk', ['settings', 'language']],
  ['walk', ['help', 'back']],
];
const THEME = makeTheme({ colours: 0, ascii: false });
/** The screens of an assessment that is open. */
const OPEN: readonly Context[] = ['walk', 'map', 'check', 'plan', 'gates', 'report', 'settings'];
/** Up to so many contexts, the others are named by what they are not. */
const FEW = 5;
const SCREENS = CONTEXTS.filter(context => !TYPING.includes(context));

/** What a reader calls a context; the questions of the start have one name together. */
function nameOf(context: Context, t: T): string {
  const key = `docs.where.${context.startsWith('start-') ? 'start' : context}`;
  if (!isKey(key)) throw new Error(`locales say nothing for ${key}`);
  return t(key);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function keyCell(key: string): string {
  return `\`${keyLabel(key, THEME)}\``;
}

/** Where a key works, in words; contexts that go together have one name. */
function whereCell(contexts: readonly Context[], t: T): string {
  const covers = (group: readonly Context[]): boolean => group.every(context => contexts.includes(context));
  const names = (some: readonly Context[]): string[] => [...new Set(some.map(context => nameOf(context, t)))];
  const missing = CONTEXTS.filter(context => !contexts.includes(context));
  if (missing.length === 0) return t('docs.where.everywhere');
  if (covers(SCREENS)) return t('docs.where.all');
  if (covers(TYPING)) return t('docs.where.text');
  if (missing.length <= FEW) return t('docs.where.but', { names: names(missing).join(t('list.separator')) });
  const others = contexts.filter(context => !OPEN.includes(context));
  const shown = covers(OPEN) ? [...names(others), t('docs.where.open')] : names(contexts);
  return shown.join(t('list.separator'));
}

/** Bindings that do the same with the same keys, as one. */
function joined(bindings: readonly Binding[]): Binding[] {
  const found = new Map<string, Binding>();
  for (const one of bindings) {
    const name = `${one.keys.join(' ')} ${one.label}`;
    const before = found.get(name);
    const contexts = [...(before?.in ?? []), ...one.in];
    found.set(name, { ...one, in: CONTEXTS.filter(context => contexts.includes(context)) });
  }
  return [...found.values()];
}

function keyTable(bindings: Binding[], t: T): string {
  const head = [t('docs.keys.key'), t('docs.keys.does'), t('docs.keys.where')];
  return table(
    head,
    bindings.map(({ keys, label, in: contexts }) => [keys.map(keyCell).join(' '), t(label), whereCell(contexts, t)]),
  );
}

function screenKeys(t: T): string {
  const all = joined(BINDINGS).filter(one => one.in.some(context => SCREENS.includes(context)));
  return keyTable(all, t);
}

function typingKeys(t: T): string {
  const all = joined(BINDINGS).filter(one => one.in.every(context => TYPING.includes(context)));
  return keyTable(all, t);
}

/** What the first key of each binding does; a command that has no key in its context is a mistake here. */
function firstKeys(t: T): string {
  const rows = FIRST.map(([context, commands]) => {
    const bindings = commands.map(command => {
      const found = BINDINGS.find(one => one.command === command && one.in.includes(context));
      if (!found) throw new Error(`no key for ${command} in ${context}`);
      return found;
    });
    const keys = bindings.map(one => keyCell(one.keys[0] ?? '')).join(' ');
    return [keys, bindings.map(one => t(one.label)).join(t('list.separator'))];
  });
  return table([t('docs.keys.key'), t('docs.keys.does')], rows);
}

function versionTable(questionnaires: Questionnaire[], lang: Lang, t: T): string {
  const head = ['version', 'label', 'items', 'sections', 'released', 'valid', 'accepted'] as const;
  const newestFirst = [...new Set(questionnaires.map(one => one.id))].flatMap(id =>
    questionnaires.filter(one => one.id === id).toReversed(),
  );
  const rows = newestFirst.map(one => {
    const inferred = one.datesConfidence === 'inferred';
    const date = (text = '-'): string =>
      inferred && text !== '-' ? t('docs.versions.inferred', { date: text }) : text;
    const items = one.sections.reduce((sum, section) => sum + section.items.length, 0);
    return [
      `\`${reference(one)}\``,
      `${one.title[lang]} ${one.label[lang]}`,
      String(items),
      String(one.sections.length),
      date(one.released),
      date(one.validUntil),
      date(one.acceptedUntil),
    ];
  });
  return table(
    head.map(name => t(`docs.versions.${name}`)),
    rows,
  );
}

/** Puts a table between its markers. Throws where a file has no such markers. */
function fill(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- /generated: ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no markers for ${name}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function filled(text: string, tables: Record<string, string>): string {
  return Object.entries(tables).reduce((before, [name, content]) => fill(before, name, content), text);
}

const { questionnaires } = loadShipped('questionnaires');
for (const lang of LANGS) {
  const t = translator(lang);
  const [readme, guide] = FILES[lang];
  write(readme, { versions: versionTable(questionnaires, lang, t), 'first-keys': firstKeys(t) });
  write(guide, { keys: screenKeys(t), typing: typingKeys(t) });
}

function write(file: string, tables: Record<string, string>): void {
  const before = readFileSync(file, 'utf8');
  const after = filled(before, tables);
  if (before === after) return;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not current: npm run generate`);
    process.exitCode = 1;
  } else writeFileSync(file, after);
}
