import { placesOf, type Span, tokensOf } from './spans.ts';

/** Not within a word: a name and an underscore may stand before a token. */
const B = '(?<![A-Za-z0-9])';
const word = '[A-Za-z0-9_-]';

/**
 * How tokens of services begin, as their makers publish it. Each pattern takes as many characters as make it sure and no
 * more, so that no text is looked at twice; the token goes on from there.
 */
const BEGINNINGS = [
  // AWS: ids of keys, session tokens, keys of Bedrock and of the former marketplace service.
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])',
  '(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz|AgoJb3JpZ2lu|AQo(?:DYXdz|EXAMPLE))[A-Za-z0-9+/]{4}',
  '(?:ABSK[A-Za-z0-9+/]{40}|bedrock-api-key-[A-Za-z0-9+/]{20}|amzn\\.mws\\.[0-9a-f]{8}-)',
  // Code hosting and registries.
  'gh[pousr]_[A-Za-z0-9]{30}',
  `(?:github_pat_|gl(?:pat|ptt|dt|rt|cbt|oas|soat|ft|agent|imt)-|ATBB|ATATT3x|ATCTT3x)${word}{16}`,
  'npm_[A-Za-z0-9]{30}',
  `(?:pypi-AgE|rubygems_|dckr_(?:pat|oat)_)${word}{24}`,
  // Chat and mail.
  'xox[abeoprs](?:\\.xox[bp])?-[A-Za-z0-9-]{10}',
  'xapp-\\d-[A-Z0-9]{6}',
  'SG\\.[\\w-]{16,32}\\.[\\w-]{16}',
  'SK[0-9a-f]{32}(?![A-Za-z0-9])',
  'key-[0-9a-f]{32}(?![A-Za-z0-9])',
  '[0-9a-f]{32}-us\\d{1,2}(?![A-Za-z0-9])',
  '\\d{8,10}:AA[\\w-]{33}',
  '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27}',
  // Language models, data, clouds.
  `sk-(?:proj|ant|svcacct|admin|or)-${word}{16}`,
  `sk-(?=${word}{0,30}\\d)(?=${word}{0,30}[A-Z])${word}{20}`,
  '(?:hf_[A-Za-z]|gsk_[A-Za-z0-9])[A-Za-z0-9]{30}',
  `(?:AIza|GOCSPX-|ya29\\.|1//0)${word}{20}`,
  'GOOG1?E?[A-Z0-9]{20,58}(?![A-Za-z0-9])',
  `(?:dop|doo|dor)_v1_[0-9a-f]{32}`,
  `(?:HRKU-|LTAI|AKID|dapi|sbp_|pscale_(?:tkn|pw|oauth)_|rnd_)(?=${word}{0,20}\\d)${word}{18}`,
  '[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31}',
  // Payment and shops.
  '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16}',
  'whsec_[A-Za-z0-9+/]{20}',
  'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
  `(?:sq0(?:atp|csp)-|EAAA)(?=${word}{0,20}\\d)${word}{22}`,
  // Operations.
  `hv[sbr]\\.${word}{20}`,
  '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9]{20}',
  `(?:NRAK-|NRJS-|NRII-|NRSP-|glsa_|glc_|sntry[su]_|pul-|dp\\.(?:pt|st|ct|sa)\\.|PMAK-|lin_api_|ntn_|secret_(?=${word}{0,30}\\d)|figd_)${word}{16}`,
  '(?:tfp|dd[pa]|phc|phx)_[A-Za-z0-9]{32}',
  'NR[A-Z]{2}-[A-Z0-9]{20}',
  // Private keys without their first line.
  '(?:MII[A-Za-z0-9+/]{3}IBA[AD]|b3BlbnNzaC1rZXktdjE)[A-Za-z0-9+/]{6}',
  'AGE-SECRET-KEY-1[A-Z0-9]{20}',
  // The same once more in Base64, as in the files of Kubernetes; certificates and public keys are no secret.
  'LS0tLS1CRUdJTi(?!BDRVJ|BQVUJ|BYNTA5|BUUlVTVEVEI)[A-Za-z0-9+/]{20}',
  // Hashes of passwords, which can be tried at leisure.
  '(?<!\\$)\\$(?:2[abxy]\\$\\d\\d|apr1|[1567y]|argon2(?:id?|d)|scrypt|pbkdf2[\\w-]*)\\$[^\\s"\']{20}',
  '\\{S?SHA(?:256|512)?\\}[A-Za-z0-9+/=]{20}',
];

const TOKENS = new RegExp(`${B}(?:${BEGINNINGS.join('|')})`, 'g');
const JWT = /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,800}\.(?:eyJ|[A-Za-z0-9_-]{20})[A-Za-z0-9_-]{6}/g;

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d:/g;
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|Private-MAC: ?[0-9a-f]+/g;
const KEY_LINES = /[A-Za-z0-9+/=\s\\:-]*/y;
/** No private key is longer, with the marks around it. */
const KEY_LENGTH = 8000;

/** `Authorization: Bearer …`, also without the name of the header. */
const HEADERS = [
  /\bBearer[ \t]+(?=[\w.~+/-]{0,60}\d)([\w.~+/-]{16}[\w.~+/=-]*)/dgi,
  /\bBasic[ \t]+(?=[A-Za-z0-9+/]{0,60}(?:[A-Z][a-z0-9]|=))((?=[A-Za-z0-9+/]*[\d=])(?:[A-Za-z0-9+/]{4}){2,}={0,2})/dg,
  /\b(?:Proxy-)?Authorization["']?[ \t]*[:=][ \t]*["']?(?:[A-Za-z-]{3,20}[ \t]+)?(?!Bearer|Basic|\*{3})(?=[!-~]{0,80}\d)([A-Za-z0-9+/._~-]{8}[!-~]*)/dgi,
];

/** Forty characters with nothing of them around, as the secret access keys of AWS are. */
const FORTY = /(?<![A-Za-z0-9/+._-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+_-]|\.\w)/g;
const HEX = /^[0-9a-f]+$/i;
const ID = /(?<![A-Za-z0-9])(?:AKIA|ASIA|LTAI|AKID|GOOG)[A-Za-z0-9]{12}/g;
/** How near an id its secret stands: some lines of a table, or what a command prints. */
const BEFORE = 400;
const AFTER = 800;

/** Tokens that are known by their form. */
export function tokenSpans(text: string): Span[] {
  return [
    ...tokensOf(TOKENS, text),
    ...tokensOf(JWT, text),
    ...privateKeySpans(text),
    ...HEADERS.flatMap(pattern => placesOf(pattern, text)),
    ...secretKeySpans(text),
  ];
}

/** Until the line that ends a private key; without one, whatever looks like its lines. */
function privateKeySpans(text: string): Span[] {
  const ends = [...text.matchAll(KEY_END)].map(({ index, 0: line }) => index + line.length);
  const found: Span[] = [];
  let at = 0;
  let last = 0;
  for (const { index, 0: line } of text.matchAll(KEY_BEGIN)) {
    if (index < last) continue;
    while (at < ends.length && (ends[at] ?? 0) <= index) at += 1;
    const end = ends[at] ?? Number.POSITIVE_INFINITY;
    KEY_LINES.lastIndex = index + line.length;
    KEY_LINES.test(text);
    last = end - index < KEY_LENGTH ? end : Math.max(KEY_LINES.lastIndex, index + line.length);
    found.push([index, last]);
  }
  return found;
}

/** Secret access keys: whatever looks random enough, and near the id of a key whatever has their length. */
function secretKeySpans(text: string): Span[] {
  const ids = [...text.matchAll(ID)].map(one => one.index);
  let at = 0;
  return placesOf(FORTY, text).filter(([start, end]) => {
    const key = text.slice(start, end);
    if (HEX.test(key)) return false;
    while (at < ids.length && (ids[at] ?? 0) < start - AFTER) at += 1;
    const near = at < ids.length && (ids[at] ?? 0) < end + BEFORE;
    return near || looksRandom(key);
  });
}

/** Whether letters, digits and signs change as often as they do where nobody chose them. */
function looksRandom(text: string): boolean {
  if (!/[a-z]/.test(text) || !/[A-Z]/.test(text) || !/\d/.test(text)) return false;
  const kinds = [...text].map(kindOf);
  const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  return changes * 3 >= text.length && new Set(text).size * 3 >= text.length;
}

function kindOf(letter: string): string {
  return /[a-z]/.test(letter) ? 'a' : /[A-Z]/.test(letter) ? 'A' : /\d/.test(letter) ? '1' : '-';
}
