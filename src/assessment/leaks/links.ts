import { placesOf, type Span } from './spans.ts';

/** What is no secret in an address: a mark in its place, or a variable that stands for it. */
const STANDS_FOR = '(?:\\*+|x{3,}|X{3,}|\\.{3}|[$%#]?\\{[^}\\s]*\\}+|<[^>\\s]*>|\\$\\w+|%\\w+%)';

/** Addresses that are a credential as a whole or in a part, which is captured. */
const LINKS = [
  // Name and password before the host.
  new RegExp(
    String.raw`\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/?#@:"'<>]{0,100}:(?!\d{1,5}(?:[/?#]|$))(?!${STANDS_FOR}@)([^\s"'<>]{1,200})@(?=[\w[{$.-])`,
    'dgi',
  ),
  /\bjdbc:oracle:\w{2,5}:[^\s/@]{1,60}\/([^\s@"']{1,100})@/dgi,
  // Signed links: shared access of Azure, CloudFront, S3 of both versions, Google Cloud Storage.
  /[?&;"'\s](?:sig|Signature|X-(?:Amz|Goog|Oss|Cos)-(?:Signature|Security-Token)|security-token)(?:=|%3D)(?!\*{3})([\w%~+/.=-]{6}[^\s&"'<>]*)/dgi,
  // Webhooks: whoever has the address may write.
  /\bhooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/([^\s"'<>)]{6,})/dgi,
  /\b(?:[\w-]{1,60}\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/([^\s"'<>)]{6,})/dgi,
  /\bdiscord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/([^\s"'<>)]{6,})/dgi,
  /\bhooks\.(?:zapier|chime|airtable|us\d)\.\w{2,4}\/([^\s"'<>)]{10,})/dgi,
  /\bhooks\.chime\.aws\/incomingwebhooks\/([^\s"'<>)]{6,})/dgi,
  /\bmaker\.ifttt\.com\/trigger\/[^\s/]{1,80}\/(?:json\/)?with\/key\/([^\s"'<>)?]{6,})/dgi,
  /\bevents\.pagerduty\.com\/integration\/([^\s"'<>/]{16,})/dgi,
  /(?<=[\w-]\/hooks\/)([a-z0-9]{26}(?![a-z0-9])[^\s"'<>)]*)/dgi,
  /\bapi\.telegram\.org\/bot([^\s"'<>/]{20,})/dgi,
];

/** Credentials in addresses. */
export function linkSpans(text: string): Span[] {
  return LINKS.flatMap(pattern => placesOf(pattern, text));
}
