/** What stands where a password would, and is none: that it is kept elsewhere, a rule, a mark in its place. */
const WORDS = new Set(
  `a above absent access account accounts active admins agreed all alphanumeric also always an and any app applies are as ask at
auth authentication auto automatic automatically available aws based be before below between blank both by cannot case change
changed changes changing check checked checker checks common complete complex complexity complies configured confidential
confirmed console contact contains copy created credential credentials current daily default deleted denied depends
different disabled disallowed done duration each either email empty enabled encoded encrypted encryption enforced entropy environment every example
expiration expire expired expires expiry external fail failed false field file filled fixed for forbidden forced from full
generated given group handled has hash hashed hashing have held hidden high history identical in inactive individual inherited initial
input int integer internal invalid is issued it kept key keys last later least left length letters library lifetime local locked login long low
lower lowercase maintained managed management manager manual manually masked max maximum may method mfa min minimum missing mixed
modified monthly must n/a na name needed never new nil no none not nothing null number numbers object of off ok okta on once
one only open optional or other our out over own owner pass passed passwordless pending per periodic personal plain plaintext
planned please policies policy present private prohibited prompt prompted protected provided public quarterly random
randomly read recommended redacted refer rejected remember removed replaced request required requirement requirements reset resets
restricted retired reuse reused review reviewed revoked role rotate rotated rotates rotating rotation rule rules safe salted same saved
scheduled sealed secrets see sent separate separately session set several shared short should show shown since single
skip skipped so some special specified sso standard state static status store stored string strong subject support
symbols system tbc tbd team temporary terraform text that the their then there these they this through to todo
token tokens too tool true two type unchanged under unique unknown unless unlimited unset until unused up upper uppercase
use used user users uses using valid validated validity value values varchar variable vault verified version via visible was we
weak when where which while whole will with without yearly yes you your`.split(/\s+/),
);

/** Programs and services that keep passwords, and ways to make or check them; some have digits in their names. */
const TOOLS =
  /^(?:1password|keepass|bitwarden|lastpass|dashlane|keeper|cyberark|okta|onelogin|auth0|entra|cognito|azure|aws|amazon|google|microsoft|o365|m365|active|secrets?[ -]?manager|ssm|parameter|kms|iam|vault|hashicorp|s3|ec2|rds|sso|oauth|saml|oidc|ldap|ldaps|kerberos|webauthn|passkeys?|fido|u2f|mfa|2fa|totp|hotp|otp|otps|sms|sha-?\d|md5|bcrypt|scrypt|argon2|pbkdf2|aes|hmac|rsa|ecdsa|ed25519|tls|ssl|ssh|x\.?509|base64|utf-?8|nist|cis|pci|iso|ipa|jis|soc|gdpr|github|gitlab|slack|jira|confluence|backlog|notion|git-?secrets|trufflehog|gitleaks|terraform|cloudformation|lambda|guardduty|config|macie|inspector)(?![a-z])[\w.+/=-]{0,30}$/i;

/** A mark in the place of a password, a variable, a call, a reference to a place. */
const STANDS_FOR =
  /^(?:[*•●○■□×＊._#?-]{1,80}$|x{2,80}$|X{2,80}$|\*{3}|(?:\.\.\.|…)|<|\[|\((?=[a-z ]+\)?$)|\$[{(A-Z_a-z]+[})\w.:-]*$|\$\{|\$\(|\{\{|#\{|%[\w.]+%|@Microsoft\.|!(?:Ref|Sub|GetAtt|ImportValue|secret|vault)\b|\{resolve|&\w+$|(?:process\.env|os\.(?:environ|getenv)|env|var|local|data|module|secrets?|config|params?|self|this|input|inputs|steps|event|ctx|context|settings|ENV|System|Deno|import\.meta|aws_\w+|random_\w+)[.[(]|\w+\()/;

const PLACES = [
  /^(?:[a-z][a-z0-9+-]*:\/\/(?![^\s/]*@)|arn:|ssm:|s3:|op:|vault:|file:|sops:|wiki:|www\.)/i,
  /^(?:~|\.{0,2})\/[\w.@-]+(?:\/[\w.@-]*)*$/,
  /^[A-Za-z]:\\/,
  /^[a-z][\w-]*(?:\/[\w.-]+){2,}$/,
  /^[a-z][a-z_-]*(?:\/[a-z_.-]+)+$/,
  /^[\w-]+\.(?:ya?ml|json|txt|md|csv|xlsx?|docx?|pptx?|pdf|tf|env|py|ts|js|sh|kdbx|html?|png)$/i,
];

const NUMBERS = [
  /^[<>≤≥=~+-]{0,2}\d{1,3}(?:[-~–]\d{1,3})?\+?[a-z%]*$/i,
  /^\d{1,3}(?:文字|桁|日|回|年|か月|ヶ月|時間|分|個|件|人|名|本|種)/,
  /^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?:[T ]\d.*)?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  /^v?\d+(?:\.\d+)+$/i,
  /^(?:20)\d{2}年?/,
];

/** Tickets, controls of standards, best practices, resource ids. */
const NUMBERED =
  /^(?:[A-Z]{2,10}\d{1,3}(?:-[A-Z]{1,4}\d{1,3}){1,2}|[A-Z]{2,10}-\d+(?:[.-]\d+)*|[A-Z]{2,6}\d{4,12}|[A-Za-z]+\.\d{1,3}|[a-z]{1,6}-[0-9a-f]{8,17}|#\d+|No\.?\d+)$/;

/** Whether a word is a mark in the place of a password, or a variable that has it. Takes the bare word. */
export function standsForOne(word: string): boolean {
  return STANDS_FOR.test(word);
}

/** Whether a word is what people write beside "password" without writing one down. Takes the bare word. */
export function isOrdinary(word: string): boolean {
  if (STANDS_FOR.test(word) || TOOLS.test(word) || NUMBERED.test(word)) return true;
  if ([...PLACES, ...NUMBERS].some(pattern => pattern.test(word))) return true;
  const parts = word
    .toLowerCase()
    .split(/[-/_.,;:+&()]+/)
    .filter(part => part !== '');
  return (
    parts.length > 0 &&
    /^[a-z/]/.test(word.toLowerCase()) &&
    !/\d/.test(word) &&
    parts.every(part => isWord(part, parts.length > 1))
  );
}

function isWord(part: string, isOneOfMany: boolean): boolean {
  return WORDS.has(part) || (isOneOfMany && part.length < 3 && /^[a-z]+$/.test(part));
}
