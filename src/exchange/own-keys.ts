/** Keys at the head of a questionnaire that other formats do not have, and those that many have. */
const RARE = [
  'passRule',
  'officialList',
  'publisher',
  'remediationMonths',
  'leftOut',
  'notCovered',
  'sections',
  'gates',
];
const COMMON = ['id', 'version', 'label', 'title', 'released', 'confidence', 'units', 'changes', 'plan'];

/** Whether the keys at the first level are those of a questionnaire of ours, also one with mistakes. */
export function isQuestionnaireHead(keys: ReadonlySet<string>): boolean {
  const rare = RARE.filter(key => keys.has(key)).length;
  const common = COMMON.filter(key => keys.has(key)).length;
  return rare >= 2 || (rare === 1 && common >= 1);
}
