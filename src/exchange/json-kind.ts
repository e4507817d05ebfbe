import { jsonKeys } from './json-keys.ts';
import type { Kind } from './kinds.ts';
import { isQuestionnaireHead } from './own-keys.ts';

/** What has to be there for a kind: each line one key path, or several that do alike. The first kind that fits is it. */
const SHAPES: [Kind, string[][]][] = [
  ['own-report', [['toolVersion'], ['questionnaire'], ['verdict', 'items', 'kind']]],
  ['answers', [['answers'], ['questionnaire'], ['schemaVersion', 'createdAt', 'gates']]],
  ['custom-lens', [['pillars'], ['schemaVersion', 'pillars.questions']]],
  [
    'wa-answers',
    [
      ['AnswerSummaries', 'Answer', 'LensReview', 'LensReviewSummaries', 'ImprovementSummaries'],
      ['WorkloadId', 'WorkloadArn'],
    ],
  ],
  ['wa-answers', [['AnswerSummaries.QuestionId', 'Answer.QuestionId', 'LensReview.LensAlias']]],
  ['wa-answers', [['.QuestionId'], ['.SelectedChoices', '.ChoiceAnswers', '.ChoiceAnswerSummaries']]],
  ['prowler-compliance', [['Framework'], ['Requirements']]],
  [
    'security-hub',
    [
      ['Findings.AwsAccountId', 'Findings.ProductArn', '.ProductArn', 'ProductArn'],
      ['Findings', '.AwsAccountId', 'AwsAccountId'],
    ],
  ],
  ['ocsf', [['.finding_info', 'finding_info', 'Findings.finding_info', 'findings.finding_info']]],
  ['service-screener', [['mapping'], ['metadata.originator', 'metadata.shortname']]],
  ['service-screener', [['*.summary'], ['*.detail']]],
  [
    'config-conformance',
    [
      [
        'ConformancePackRuleComplianceList',
        'ConformancePackComplianceSummaryList',
        'ConformancePackRuleEvaluationResults',
        'ComplianceByConfigRules',
        'EvaluationResults',
      ],
    ],
  ],
  ['ciso-assistant', [['urn'], ['objects', 'ref_id']]],
  [
    'azure-checklist',
    [['items'], ['severities', 'categories', 'metadata'], ['items.guid', 'items.severity', 'items.checklist']],
  ],
];

/** What a text that begins like JSON is. Only its keys are looked at, so that a damaged or cut file is known too. */
export function kindOfJson(text: string): Kind {
  const keys = jsonKeys(text);
  const found = SHAPES.find(([, needed]) => needed.every(any => any.some(key => keys.has(key))))?.[0];
  if (found === 'ocsf') return /"(?:name|product_uid|vendor_name)"\s*:\s*"prowler/i.test(text) ? 'prowler-ocsf' : found;
  if (found) return found;
  return isQuestionnaireHead(keys) ? 'questionnaire' : 'json';
}
