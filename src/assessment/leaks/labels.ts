/** `password`: a person chose or got it. `code`: digits alone will do. `key`: a machine made it. */
export type LabelKind = 'password' | 'code' | 'key';

/** In names like DB_PASSWORD or dbPassword the word may end a longer one; `pass` and `pw` are words only by themselves. */
const PASSWORD = [
  'pass[ _-]?words?',
  'passwd',
  'pass[ _-]?phrases?',
  '(?<![A-Za-z])pass(?![A-Za-z])',
  '(?<=[a-z])(?<!by|com|sur|tres|under|over|im)Pass(?![a-z])',
  'pwd',
  '(?<![A-Za-z])(?:root|db|admin|user|my|init|ftp|ssh|vpn|wifi)?pw(?![A-Za-z])',
  '(?:ログイン|仮|初期|管理者|共有|共通)?パスワード',
  'パスフレーズ',
  '(?<![ァ-ヶー])パス(?=[:=「はがも])',
  '合言葉',
  // People choose these, too, although they are called keys.
  '(?<![A-Za-z])psk(?![A-Za-z])',
  'pre[ _-]?shared[ _-]?keys?',
  '(?:wpa\\d?|wi-?fi|wireless|network(?:[ _-]security)?)[ _-]?keys?',
  '事前共有(?:キー|鍵)',
  '(?:Wi-?Fi|無線(?:LAN)?|ネットワーク(?:セキュリティ)?)(?:の)? ?キー',
];
const CODE = [
  '(?<![A-Za-z])PIN(?: ?(?:code|番号|コード))?(?![A-Za-z])',
  '(?:one[ -]?time|pass|access|verification|security|recovery|backup)[ _-]?codes?',
  '(?<![A-Za-z])otp(?![A-Za-z])',
  '(?:暗証|認証|確認|解除)(?:番号|コード|キー)',
  '(?:ワンタイム|リカバリー?|バックアップ|セキュリティ|アクセス|復旧|回復|パス)コード',
];
const KEY = [
  '(?:secret|private|master|signing|encryption|shared|account|storage|webhook|deploy|license|service|primary|secondary|hmac|session)[ _-]?(?:access)?[ _-]?keys?',
  'secret[ _-]?access[ _-]?keys?',
  '(?:api|access|app|application|auth|integration|routing|x[ _-]api|consumer|subscription|client|ingest)[ _-]?keys?(?![A-Za-z_-]*id)',
  '(?<!no[ -])secrets?',
  '(?:access|auth|api|refresh|bearer|session|security|bot|user|personal[ _-]access|id|private|deploy|sas|chatwork|csrf|registration)?[ _-]?tokens?',
  '(?<![A-Za-z])(?:pat|apikey|sas)(?![A-Za-z])',
  'SharedAccessKey',
  'connection[ _-]?strings?',
  'community(?:[ _-]?strings?)',
  '(?:set-)?cookie',
  'シークレット(?:アクセス)?(?:・?キー)?',
  '(?:クライアント|チャネル|アプリ)シークレット',
  '(?:アクセス|API|セッション|認証|個人|更新|リフレッシュ)?トークン',
  '(?:API ?|アクセス|秘密|共有|共通|接続|署名|暗号化?|マスター|アカウント)(?:キー|鍵)',
  '接続文字列',
  '(?:totp|otp|mfa|2fa)[ _-]?(?:seed|secret|key)s?',
  '(?:setup|secret[ _-]?configuration)[ _-]?keys?',
  '(?:(?:TOTP|OTP|MFA|2FA)(?:の)? ?)?シード値?',
  '(?:セットアップ|シークレット設定)キー',
];

const GROUPS: Record<LabelKind, string[]> = { code: CODE, password: PASSWORD, key: KEY };
const ONE = Object.entries(GROUPS)
  .map(([kind, names]) => `(?<${kind}>${names.join('|')})`)
  .join('|');

/** What may follow the word in the name of a field: a number, where it is used, for whom, closing quotes and brackets. */
const MORE = String.raw`(?:[_-]?\d{1,2}(?![\d\w]))?(?:_(?:prod|prd|production|stg|stage|staging|dev|test|old|new|base|ro|rw|admin|root|user|db)(?![a-z]))?(?:[ \t]?\((?!["'])[^()\n]{1,24}\))?(?: (?:for|of) [\w.@-]{1,30})?`;

/** Every label in a text; its kind is the name of the group that matched. */
export const LABEL = new RegExp(`(?:${ONE})${MORE}`, 'gi');

/** A cell that is a label and nothing else. */
export const LABEL_CELL = new RegExp(`^[\\w ."'*-]{0,24}?(?:${ONE})${MORE}["'*\\s]*$`, 'i');

/** The kind of a match of a label. */
export function kindOf(groups: Record<string, string | undefined> | undefined): LabelKind {
  return groups?.['code'] !== undefined ? 'code' : groups?.['password'] !== undefined ? 'password' : 'key';
}
