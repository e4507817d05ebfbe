/** The keys that a list may have anywhere, for whoever mistypes one. */
export const FORMAT_KEYS: readonly string[] = (
  'id version label title publisher released validUntil acceptedUntil datesConfidence notice passRule remediationMonths ' +
  'officialList where url notCovered confidence leftOut reason gates ask off units changes from same kind old new note plan ' +
  'together after items sections printed risk effort retrofit impact who officialAnswer gate recurs related aliases waTool ' +
  'question choice checks all any text values perUnit why good evidence pitfalls benefits steps reviewer ja en name unit ' +
  'maxHours maxAgeMonths min options notBefore notAfter count level source'
).split(' ');
