import type { Kind } from '../../src/exchange/kinds.ts';
import { workbookOf, zipOf } from './zip.ts';

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const bytes = (text: string): Uint8Array => Buffer.from(text);
const hex = (text: string): Uint8Array => Buffer.concat([Buffer.from(text, 'hex'), Buffer.alloc(64, 1)]);
const SHEET_HEAD = 'user,arn,user_creation_time,password_enabled,mfa_active';

/** Files of other programs in small, each of the shape that the program writes; none of the words are theirs. */
export const FOREIGN: [name: string, kind: Kind, content: Uint8Array][] = [
  [
    'lens.json',
    'custom-lens',
    bytes(json({ schemaVersion: '2021-11-01', name: 'Ours', pillars: [{ id: 'a', questions: [] }] })),
  ],
  ['passport.txt', 'custom-lens', bytes(json({ name: 'X', schemaVersion: '2021-11-01', pillars: [] }))],
  [
    'answers.json',
    'wa-answers',
    bytes(json({ AnswerSummaries: [{ QuestionId: 'q', Choices: [] }], WorkloadId: 'w', LensAlias: 'l' })),
  ],
  ['answer.json', 'wa-answers', bytes(json({ WorkloadId: 'w', Answer: { QuestionId: 'q', SelectedChoices: [] } }))],
  [
    'review.json',
    'wa-answers',
    bytes(json({ WorkloadId: 'w', LensReview: { LensAlias: 'l', PillarReviewSummaries: [] } })),
  ],
  ['summaries.json', 'wa-answers', bytes(json([{ QuestionId: 'q', SelectedChoices: ['a'] }]))],
  ['self.xlsx', 'ftr-workbook', workbookOf(['Introduction', 'Partner Hosted FTR Requirements', 'FTR Results Summary'])],
  ['msp.xlsx', 'programme-workbook', workbookOf(['Introduction', 'MSP Prerequisites', 'MSP Technical Validation'])],
  ['ai.xlsx', 'programme-workbook', workbookOf(['Introduction', 'AI Practice Reqs', 'Common Cust Example Reqs'])],
  ['own.xlsx', 'own-report', workbookOf(['Cover', 'Gaps', 'Improvement plan', 'Evidence', 'All answers'])],
  ['own-ja.xlsx', 'own-report', workbookOf(['表紙', 'ギャップ', '改善計画', 'エビデンス', 'すべての回答'])],
  ['book.xlsx', 'excel', workbookOf(['Sheet1', 'Q & A'])],
  ['book.bin', 'excel', workbookOf(['表'])],
  ['letter.docx', 'word', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
  ['talk.pptx', 'powerpoint', zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' })],
  ['table.ods', 'open-document', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
  ['old.xls', 'old-office', hex('d0cf11e0a1b11ae1')],
  [
    'prowler.csv',
    'prowler-csv',
    bytes('AUTH_METHOD;FINDING_UID;CHECK_ID;STATUS;SERVICE_NAME\nprofile;f-1;made_up;FAIL;iam\n'),
  ],
  ['ftr.csv', 'prowler-compliance', bytes('PROVIDER;ACCOUNTID;REQUIREMENTS_ID;STATUS\naws;1;A-1;MANUAL\n')],
  ['ftr.json', 'prowler-compliance', bytes(json({ Framework: 'Made-Up', Requirements: [{ Id: 'A-1', Checks: [] }] }))],
  [
    'o.ocsf.json',
    'prowler-ocsf',
    bytes(json([{ metadata: { event_code: 'x', product: { name: 'Prowler' } }, finding_info: { uid: '1' } }])),
  ],
  ['ocsf.json', 'ocsf', bytes(json([{ metadata: { product: { name: 'Other' } }, finding_info: { uid: '1' } }]))],
  ['map.json', 'service-screener', bytes(json({ metadata: { originator: 'Us' }, mapping: { Part: { 'A-1.1': [] } } }))],
  ['api-full.json', 'service-screener', bytes(json({ s3: { summary: {}, detail: {} } }))],
  [
    'findings.json',
    'security-hub',
    bytes(json({ Findings: [{ SchemaVersion: '2018-10-08', ProductArn: 'p', AwsAccountId: '1' }] })),
  ],
  ['asff.json', 'security-hub', bytes(json([{ AwsAccountId: '1', ProductArn: 'p' }]))],
  [
    'credentials.csv',
    'credential-report',
    bytes(`${SHEET_HEAD}\n<root_account>,arn,2022-01-02T00:00:00+00:00,not_supported,true\n`),
  ],
  ['pack.json', 'config-conformance', bytes(json({ ConformancePackName: 'p', ConformancePackRuleComplianceList: [] }))],
  [
    'library.yaml',
    'ciso-assistant',
    bytes('urn: urn:made:up\nlocale: en\nref_id: made-up\nname: Ours\nobjects:\n  framework: {}\n'),
  ],
  [
    'alz.json',
    'azure-checklist',
    bytes(json({ items: [{ guid: 'g', severity: 'High', text: 'x' }], severities: [], metadata: { name: 'n' } })),
  ],
  ['report.pdf', 'pdf', bytes('%PDF-1.7\n\u0001\u0002binary')],
  ['shot.png', 'image', hex('89504e470d0a1a0a')],
  ['photo.yaml', 'image', hex('ffd8ffe0')],
  ['log.gz', 'gzip', hex('1f8b0800')],
  ['files.zip', 'zip', zipOf({ 'a.txt': 'a' })],
  ['page.html', 'html', bytes('<!doctype html>\n<html><body>x</body></html>')],
  ['feed.xml', 'xml', bytes('<?xml version="1.0"?>\n<feed/>')],
  ['plan.ics', 'calendar', bytes('BEGIN:VCALENDAR\r\nPRODID:-//other//\r\nEND:VCALENDAR\r\n')],
  ['notes.md', 'markdown', bytes('# Controls\n\nSome words: like these.\n\n- [ ] one\n')],
  ['list.csv', 'csv', bytes('No,質問,答え\n1,"a, b",yes\n2,c,no\n')],
  ['list.txt', 'csv', bytes('a\tb\tc\n1\t2\t3\n')],
  ['other.json', 'json', bytes('[1,2]')],
  ['dsomm.yaml', 'yaml', bytes('team: a\nprogress:\n  step: 3\n')],
  ['a.txt', 'text', bytes('hello\n')],
  ['a.bin', 'binary', Buffer.from([1, 2, 3, 0, 255, 254, 0, 9])],
  ['nothing', 'empty', new Uint8Array()],
  ['blank.yaml', 'empty', bytes('\n \n')],
];
