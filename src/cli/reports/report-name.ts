import { FORMATS, type Format, MINUTES_FORMATS, type ReportKind } from '../../report/formats/render.ts';
import { TARGETS, type Target } from '../../report/formats/targets.ts';
import { nearest } from '../kernel/nearest.ts';
import { fold } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';

/** Other endings of the same formats. */
const ALSO: Record<string, Format> = {
  markdown: 'md',
  mdown: 'md',
  mkd: 'md',
  txt: 'md',
  htm: 'html',
  ical: 'ics',
  icalendar: 'ics',
};

/** What a file with these endings holds is known, and is never one of our formats. */
const FOREIGN = new Set(
  [
    'pdf',
    'doc',
    'docx',
    'docm',
    'odt',
    'rtf',
    'tsv',
    'tab',
    'xls',
    'xlsm',
    'xlsb',
    'xltx',
    'ods',
    'ppt',
    'pptx',
  ].concat([
    'xml',
    'yaml',
    'yml',
    'zip',
    'gz',
    'png',
    'jpg',
    'jpeg',
    'svg',
    'tex',
    'jsonl',
    'geojson',
    'xhtml',
    'mht',
    'vcs',
  ]),
);

type Wanted = { format?: string; target?: string; output?: string | undefined };

/**
 * The format asked for, else the one that the name of the file ends in, else Markdown. Throws UsageError where the two do
 * not go together, where no format has this ending, or where this kind of report is not written in that format.
 */
export function requireFormat({ format, target, output }: Wanted, kind: ReportKind): Format {
  const ending = output === undefined ? undefined : endingOf(output);
  if (target !== undefined) return requireCsv(format, ending);
  const able = kind === 'minutes' ? MINUTES_FORMATS : FORMATS;
  const asked = format === undefined ? undefined : knownFormat(format);
  const named = ending === undefined ? undefined : formatOf(ending);
  const strange = ending !== undefined && named === undefined && (asked === undefined || FOREIGN.has(ending));
  const formats = able.join(', ');
  if (strange) throw new UsageError('bad-ending', { ending: `.${ending}`, formats });
  // A text in any format may be called .txt.
  const torn = asked !== undefined && named !== undefined && asked !== named && !(ending === 'txt' && asked !== 'xlsx');
  if (torn) throw new UsageError('ending-other', { ending: `.${ending}`, format: asked });
  const found = asked ?? named ?? 'md';
  if (!able.includes(found)) throw new UsageError('minutes-format');
  return found;
}

/** The issue tracker of this name. Throws UsageError. */
export function requireTarget(text: string): Target {
  const wanted = fold(text);
  const found = TARGETS.find(one => one === wanted);
  if (found === undefined)
    throw new UsageError('bad-target', { text, targets: TARGETS.join(', ') }, nearest(wanted, [...TARGETS], 1));
  return found;
}

/** The name of the n-th of several files, counted from 1: `plan.csv` gives `plan-2.csv`. */
export function nameOfPart(output: string, n: number): string {
  const ending = /\.[^./\\]*$/.exec(output)?.[0] ?? '';
  return `${output.slice(0, output.length - ending.length)}-${n}${ending}`;
}

function requireCsv(format: string | undefined, ending: string | undefined): 'csv' {
  const fits = (format === undefined || knownFormat(format) === 'csv') && (ending === undefined || ending === 'csv');
  if (!fits) throw new UsageError('target-needs-csv');
  return 'csv';
}

function knownFormat(format: string): Format {
  const found = formatOf(fold(format));
  if (found !== undefined) return found;
  const formats = FORMATS.join(', ');
  throw new UsageError('bad-format', { text: format, formats }, nearest(fold(format), [...FORMATS], 1));
}

function formatOf(ending: string): Format | undefined {
  return FORMATS.find(one => one === ending) ?? (Object.hasOwn(ALSO, ending) ? ALSO[ending] : undefined);
}

/**
 * What a file name ends in, without the dot: letters and digits with a letter among them, as endings are. What stands
 * behind the dot of `v2.1` or `2026.12.01` is none. Dots and blanks at the very end do not count, as on Windows.
 */
function endingOf(output: string): string | undefined {
  const plain = fold(output).replace(/[. ]+$/, '');
  return /\.(?=\d*[a-z])([a-z0-9]{1,10})$/.exec(plain)?.[1];
}
