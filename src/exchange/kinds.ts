/**
 * Every kind of file that tenken can tell from its content; the words for each are `kind.<kind>`.
 *
 * @internal Exported for its tests.
 */
export const KINDS = [
  'answers',
  'questionnaire',
  'own-report',
  'custom-lens',
  'wa-answers',
  'ftr-workbook',
  'programme-workbook',
  'excel',
  'word',
  'powerpoint',
  'open-document',
  'old-office',
  'prowler-csv',
  'prowler-ocsf',
  'prowler-compliance',
  'ocsf',
  'service-screener',
  'security-hub',
  'credential-report',
  'config-conformance',
  'ciso-assistant',
  'azure-checklist',
  'pdf',
  'image',
  'gzip',
  'zip',
  'calendar',
  'html',
  'xml',
  'markdown',
  'csv',
  'json',
  'yaml',
  'text',
  'binary',
  'empty',
] as const;

/** What a file is, whatever its name says. */
export type Kind = (typeof KINDS)[number];

/** How the letters of a text file are written. */
export type Encoding = 'utf-8' | 'utf-16' | 'shift-jis';
