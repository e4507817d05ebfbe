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

/** Commands with a password in their line. */
const COMMANDS = [
  /\bmysql\w*\b[^\n]{0,200}?\s-p([^\s"'-][^\s"']{2,})/dg,
  /\bcurl\b[^\n]{0,300}?\s(?:-u|--user)[ =]?["']?[^\s:"'$]{1,80}:(?![$\s*])([^\s"']{2,})/dg,
  /\b(?:sshpass|docker login|podman login|az login|az acr login|helm registry login)\b[^\n]{0,200}?\s-(?:p|-password)[ =]?(?!(?:assword|ass|-?stdin|\$|"\$))["']?([^\s"'-][^\s"']{2,})/dg,
  /\b(?:sqlcmd|bcp|isql|tsql)\b[^\n]{0,200}?\s-P ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\bidentified\s{1,4}(?:with\s{1,4}\S{1,40}\s{1,4})?by\s{1,4}(?:password\s{1,4})?["']([^"'\n]{1,100})["']/dgi,
  /\bredis-cli\b[^\n]{0,200}?\s(?:-a|--pass) ["']?([^\s"'$-][^\s"']{2,})/dg,
  /\bnet user [^\s]{1,60} (?!\/)([^\s]{2,}) \/add/dgi,
  /\becho ["']?([^\s"'|]{4,})["']? ?\| ?(?:sudo -S|passwd|docker login|chpasswd)/dg,
  /\bopenssl\b[^\n]{0,200}?\s-pass(?:in|out)? pass:([^\s"']{2,})/dg,
  /\bxfreerdp\b[^\n]{0,200}?\s\/p:([^\s"']{2,})/dg,
  /(?<![\w/.-])[\w.-]{2,32}:(?!\/)[^\s:/@]{0,40}[!#$^&*][^\s:/@]{0,40}@[\w.-]{2,}/g,
];

/** Files that hold passwords by place, not by name. */
const FILES = [
  /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,60}:[\w.*-]{1,60}:(\S{2,})$/dgm,
  /\bmachine\s+\S{1,100}\s+login\s+\S{1,100}\s+password\s+(?!\*{3})(\S{2,})/dg,
];

/** Credentials in addresses, command lines and files whose fields have no names. */
export function linkSpans(text: string): Span[] {
  return [...LINKS, ...COMMANDS, ...FILES].flatMap(pattern => placesOf(pattern, text));
}
